import type { PlainDate } from '../../kernel/date.ts';
import { invalid, type FieldError } from '../../kernel/errors.ts';
import type { WeeklyHours } from '../../kernel/hours.ts';
import type { AppointmentId, NewId, PersonId, UserId } from '../../kernel/id.ts';
import { hasEnded } from '../../kernel/period.ts';
import { hasLeft } from '../people/engaged.ts';
import { appointmentHandOver } from '../people/hand-over.ts';
import type { ChangeItem } from '../trail/change.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';

/** What somebody takes over: appointments of one other person to one role, as they were seen. */
export interface TakingOver {
  readonly appointments: readonly {
    readonly id: AppointmentId;
    readonly version: number;
    /** Hours a week of the successor. */
    readonly hoursPerWeek: WeeklyHours | null;
  }[];
  readonly personId: PersonId;
  readonly from: PlainDate;
}

/**
 * Items by which somebody takes a role over from a day on: the present appointments end, theirs begin in the same
 * capacity, and whoever stood in for the role until then and takes it over no longer does. One change, so that nobody
 * is without and nobody has it twice.
 * @throws MusterError `not-found`, `invalid` for appointments that are over by then or of several people or roles, and for who cannot take over
 */
export function takenOverItems(
  snapshot: Snapshot,
  { appointments, personId, from }: TakingOver,
  by: { readonly userId: UserId; readonly name: string },
  newId: NewId,
): readonly ChangeItem[] {
  const successor = presentRow(snapshot, 'person', personId);
  const held = appointments.map(({ id, version, hoursPerWeek }) => ({
    row: presentRow(snapshot, 'appointment', id),
    version,
    hoursPerWeek,
  }));
  const errors: FieldError[] = held.flatMap(({ row, version }, index) =>
    hasEnded(row, from) && row.version === version
      ? [{ path: `appointments.${index}`, message: `It has ended by ${from}.`, accepted: 'an appointment that runs' }]
      : [],
  );
  const [first] = held;
  if (held.some(({ row }) => row.personId !== first?.row.personId || row.roleId !== first.row.roleId))
    errors.push({ path: 'appointments', message: 'These are of several people or roles.', accepted: 'of one of each' });
  if (first?.row.personId === personId)
    errors.push({ path: 'personId', message: `${successor.name} has the role already.`, accepted: 'somebody else' });
  if (hasLeft(successor, from))
    errors.push({
      path: 'personId',
      message: `${successor.name} is gone by ${from}.`,
      accepted: 'somebody who is here',
    });
  if (errors.length > 0 || first === undefined) throw invalid(errors);
  const giver = presentRow(snapshot, 'person', first.row.personId).name;
  const handing = { from, giver, requestedBy: by.userId };
  const standsIn = snapshot.appointment.filter(
    (one) =>
      one.personId === personId && one.roleId === first.row.roleId && one.capacity === 'deputy' && !hasEnded(one, from),
  );
  return [
    ...standsIn.flatMap((one) => appointmentHandOver(one, null, handing, newId)),
    ...held.flatMap(({ row, version, hoursPerWeek }) =>
      appointmentHandOver({ ...row, version, hoursPerWeek, appointedBy: by.name }, personId, handing, newId),
    ),
  ];
}
