import type { PlainDate } from '../../kernel/date.ts';
import type { AccountabilityId, AppointmentId, NewId, PersonId, UserId } from '../../kernel/id.ts';
import type { Accountability } from '../accountability/model.ts';
import type { Appointment } from '../roles/model.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { Snapshot } from '../trail/snapshot.ts';

/** Whose hand things leave, from which day, and which account asks for it; null for the program. */
export interface Handing {
  readonly from: PlainDate;
  readonly giver: string;
  readonly requestedBy: UserId | null;
}

/**
 * Ends an appointment, one not begun yet on its first day, and gives the rest of it to a successor where there is one.
 * What the predecessor was approved for is not approved for the successor.
 */
export function appointmentHandOver(
  appointment: Appointment,
  successor: PersonId | null,
  { from, giver, requestedBy }: Handing,
  newId: NewId,
): readonly ChangeItem[] {
  const { id, version, ...fields } = appointment;
  const end = appointment.from > from ? appointment.from : from;
  const ending: ChangeItem = { register: 'appointment', operation: 'update', id, version, fields: { to: end } };
  if (successor === null) return [ending];
  return [
    ending,
    {
      register: 'appointment',
      operation: 'create',
      id: newId() as AppointmentId,
      fields: {
        ...fields,
        personId: successor,
        from: end,
        note: `Taken over from ${giver}.`,
        requestedBy,
        approval: null,
      },
    },
  ];
}

/**
 * Takes letters by name from whoever has them and gives them to a successor, joined with those that the successor has
 * in the same row; without one they are taken out of the matrix.
 */
export function letterHandOver(
  { accountability }: Snapshot,
  cells: readonly Accountability[],
  successor: PersonId | null,
  newId: NewId,
): readonly ChangeItem[] {
  const theirs = new Map(
    accountability
      .filter((cell) => successor !== null && cell.personId === successor)
      .map((cell) => [cell.requirementId, cell]),
  );
  return cells.flatMap((cell): readonly ChangeItem[] => {
    const removal: ChangeItem = { register: 'accountability', operation: 'remove', id: cell.id, version: cell.version };
    if (successor === null) return [removal];
    const { requirementId, letters } = cell;
    const there = theirs.get(requirementId);
    if (there === undefined) {
      const id = newId() as AccountabilityId;
      const fields = { requirementId, roleId: null, personId: successor, letters };
      return [removal, { register: 'accountability', operation: 'create', id, fields }];
    }
    const joined = { letters: [...new Set([...there.letters, ...letters])] };
    return [
      removal,
      { register: 'accountability', operation: 'update', id: there.id, version: there.version, fields: joined },
    ];
  });
}
