import type { PlainDate } from '../../kernel/date.ts';
import { invalid, type FieldError } from '../../kernel/errors.ts';
import type { AppointmentId, NewId, PersonId, UserId } from '../../kernel/id.ts';
import { hasEnded } from '../../kernel/period.ts';
import type { ChangeItem } from '../trail/change.ts';
import { openWorkOf, workHandOver } from '../programme/work-hand-over.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { headedBy, headshipChanges } from './headship.ts';
import { appointmentHandOver, letterHandOver } from './hand-over.ts';
import type { Person } from './model.ts';

/** How somebody leaves and who takes over what. `to` is the first day on which they are gone. */
export interface Leaving {
  readonly personId: PersonId;
  readonly version: number;
  readonly to: PlainDate;
  readonly handOver: readonly { readonly appointmentId: AppointmentId; readonly personId: PersonId }[];
  readonly lettersTo: PersonId | null;
  /** Who takes over those who report to the leaver, and the units that the leaver heads; without one both have nobody. */
  readonly reportsTo: PersonId | null;
  /** Who takes over open actions and the projects that the leaver manages; without one they stay. */
  readonly workTo?: PersonId | null;
  /** The account that asks for the appointments of the successors. */
  readonly requestedBy: UserId | null;
}

/**
 * Everything that ends or passes on when an engagement ends, as one change: the engagement, each appointment that runs
 * beyond it (an appointment not begun yet ends on its first day), personal letters, reports and units headed.
 * @throws MusterError `invalid` when a successor is the leaver, is not there on the day, or takes what is not theirs to take
 */
export function leavingChanges(snapshot: Snapshot, leaving: Leaving, newId: NewId): readonly ChangeItem[] {
  const { personId, to, workTo = null } = leaving;
  const person = presentRow(snapshot, 'person', personId);
  const people = new Map(snapshot.person.map((candidate) => [candidate.id, candidate]));
  refuseUnfit(leaving, person, people);
  const successors = new Map(leaving.handOver.map((pass) => [pass.appointmentId, pass.personId]));
  const held = snapshot.appointment.filter(
    (appointment) => appointment.personId === personId && !hasEnded(appointment, to),
  );
  const foreign = leaving.handOver.filter((pass) => !held.some((appointment) => appointment.id === pass.appointmentId));
  if (foreign.length > 0)
    throw invalid([
      { path: 'handOver', message: `${person.name} does not hold ${foreign.length} of these appointments on ${to}.` },
    ]);

  const items: readonly ChangeItem[] = [
    { register: 'person', operation: 'update', id: personId, version: leaving.version, fields: { to } },
  ];
  const handing = { from: to, giver: person.name, requestedBy: leaving.requestedBy };
  const letters = snapshot.accountability.filter((cell) => cell.personId === personId);
  return [
    ...items,
    ...held.flatMap((appointment) =>
      appointmentHandOver(appointment, successors.get(appointment.id) ?? null, handing, newId),
    ),
    ...letterHandOver(snapshot, letters, leaving.lettersTo, newId),
    ...reportChanges(snapshot, leaving),
    ...headshipChanges(headedBy(snapshot, personId), leaving.reportsTo),
    ...(workTo === null ? [] : workHandOver(openWorkOf(snapshot, personId), workTo)),
  ];
}

function refuseUnfit(
  { to, handOver, lettersTo, reportsTo, workTo = null }: Leaving,
  leaver: Person,
  people: ReadonlyMap<PersonId, Person>,
): void {
  const errors: FieldError[] = [];
  if (leaver.from !== null && to < leaver.from)
    errors.push({ path: 'to', message: `${leaver.name} began on ${leaver.from}; the end cannot be earlier.` });
  const check = (path: string, id: PersonId | null): void => {
    if (id === null) return;
    const successor = people.get(id);
    if (successor === undefined) errors.push({ path, message: 'There is no such person.' });
    else if (id === leaver.id) errors.push({ path, message: `${leaver.name} is the one who leaves.` });
    else if (hasEnded(successor, to)) errors.push({ path, message: `${successor.name} is gone by ${to}.` });
  };
  for (const [index, pass] of handOver.entries()) check(`handOver.${index}.personId`, pass.personId);
  check('lettersTo', lettersTo);
  check('reportsTo', reportsTo);
  check('workTo', workTo);
  if (errors.length > 0) throw invalid(errors);
}

/** Whoever reported to the leaver reports to the successor, who then reports to the leaver's own manager rather than to themselves. */
export function reportChanges(
  snapshot: Snapshot,
  { personId, reportsTo }: Pick<Leaving, 'personId' | 'reportsTo'>,
): readonly ChangeItem[] {
  const leaver = presentRow(snapshot, 'person', personId);
  return snapshot.person
    .filter((person) => person.managerId === personId)
    .map((person) => {
      const managerId = person.id === reportsTo ? leaver.managerId : reportsTo;
      return { register: 'person', operation: 'update', id: person.id, version: person.version, fields: { managerId } };
    });
}
