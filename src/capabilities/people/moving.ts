import { z } from 'zod';
import { plainDateSchema } from '../../kernel/date.ts';
import { invalid, type FieldError } from '../../kernel/errors.ts';
import { weeklyHoursSchema } from '../../kernel/hours.ts';
import {
  idSchema,
  type AccountabilityId,
  type AppointmentId,
  type NewId,
  type PersonId,
  type UnitId,
  type UserId,
} from '../../kernel/id.ts';
import { hasEnded } from '../../kernel/period.ts';
import type { ChangeItem } from '../trail/change.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { stateOn } from './engaged.ts';
import { reportChanges } from './engagement-end.ts';
import { headedBy, headshipChanges } from './headship.ts';
import { appointmentHandOver, letterHandOver } from './hand-over.ts';
import { personFields } from './model.ts';
import { hoursFrom } from './terms.ts';

const successor = idSchema<PersonId>().nullable();

/**
 * Somebody moves to another unit. Hours and appointments change from a day on; unit, site, manager and letters by name
 * hold no date of their own and change at once. Whatever is not named in `appointments`, `letters` and `units` is kept.
 */
export const move = z.strictObject({
  from: plainDateSchema,
  ...personFields.pick({ unit: true, site: true, managerId: true }).shape,
  /** Left out, the hours stay as they are. */
  weeklyHours: weeklyHoursSchema.nullable().optional(),
  /** To whom each goes; to nobody, it just ends. */
  appointments: z.array(z.strictObject({ appointmentId: idSchema<AppointmentId>(), to: successor })).max(500),
  letters: z.array(z.strictObject({ accountabilityId: idSchema<AccountabilityId>(), to: successor })).max(500),
  /** Units and sites that the person heads, and who heads each instead; with null it has no head. */
  units: z
    .array(z.strictObject({ unitId: idSchema<UnitId>(), to: successor }))
    .max(500)
    .default([]),
  /** Who takes over those who report to the person; null keeps them. */
  reportsTo: successor,
});
export type Move = z.output<typeof move>;

interface Moving extends Move {
  readonly personId: PersonId;
  readonly version: number;
  readonly requestedBy: UserId | null;
}

/**
 * Everything that a move changes, as one change.
 * @throws MusterError `invalid` when a successor is the person, is not there on the day, or takes what is not theirs to take
 */
export function movingChanges(snapshot: Snapshot, moving: Moving, newId: NewId): readonly ChangeItem[] {
  const { personId, version, from, unit, site, managerId, weeklyHours, requestedBy } = moving;
  const person = presentRow(snapshot, 'person', personId);
  refuseUnfit(snapshot, moving);
  const appointments = new Map(moving.appointments.map((pass) => [pass.appointmentId, pass.to]));
  const letters = new Map(moving.letters.map((pass) => [pass.accountabilityId, pass.to]));
  const handing = { from, giver: person.name, requestedBy };
  const terms = weeklyHours === undefined ? {} : hoursFrom(person, from, weeklyHours);
  const given = snapshot.accountability.filter((cell) => cell.personId === personId && letters.has(cell.id));
  return [
    { register: 'person', operation: 'update', id: personId, version, fields: { unit, site, managerId, ...terms } },
    ...snapshot.appointment.flatMap((appointment) => {
      const to = appointments.get(appointment.id);
      return to === undefined ? [] : appointmentHandOver(appointment, to, handing, newId);
    }),
    ...[...Map.groupBy(given, (cell) => letters.get(cell.id) ?? null)].flatMap(([to, cells]) =>
      letterHandOver(snapshot, cells, to, newId),
    ),
    ...moving.units.flatMap(({ unitId, to }) =>
      headshipChanges(
        snapshot.unit.filter(({ id }) => id === unitId),
        to,
      ),
    ),
    ...(moving.reportsTo === null
      ? []
      : reportChanges(snapshot, { personId, reportsTo: moving.reportsTo }).filter(({ id }) => id !== personId)),
  ];
}

function refuseUnfit(snapshot: Snapshot, moving: Moving): void {
  const { personId, from, managerId } = moving;
  const people = new Map(snapshot.person.map((person) => [person.id, person]));
  const mover = presentRow(snapshot, 'person', personId);
  const errors: FieldError[] = [];
  if (stateOn(mover, from) !== 'active')
    errors.push({
      path: 'from',
      message: `${mover.name} is not engaged on ${from}.`,
      accepted: 'a day of the engagement',
    });
  if (managerId === personId) errors.push({ path: 'managerId', message: 'Nobody reports to themselves.' });
  const check = (path: string, id: PersonId | null): void => {
    if (id === null) return;
    const taking = people.get(id);
    if (taking === undefined) errors.push({ path, message: 'There is no such person.' });
    else if (id === personId) errors.push({ path, message: `${mover.name} is the one who moves.` });
    else if (stateOn(taking, from) === 'ended') errors.push({ path, message: `${taking.name} is gone by ${from}.` });
  };
  const held = new Set(
    snapshot.appointment.filter((one) => one.personId === personId && !hasEnded(one, from)).map(({ id }) => id),
  );
  const cells = new Set(snapshot.accountability.filter((cell) => cell.personId === personId).map(({ id }) => id));
  for (const [index, { appointmentId, to }] of moving.appointments.entries()) {
    check(`appointments.${index}.to`, to);
    if (!held.has(appointmentId))
      errors.push({
        path: `appointments.${index}`,
        message: `${mover.name} does not hold this appointment on ${from}.`,
      });
  }
  for (const [index, { accountabilityId, to }] of moving.letters.entries()) {
    check(`letters.${index}.to`, to);
    if (!cells.has(accountabilityId))
      errors.push({ path: `letters.${index}`, message: `${mover.name} does not have these letters.` });
  }
  const headed = new Set(headedBy(snapshot, personId).map(({ id }) => id));
  for (const [index, { unitId, to }] of moving.units.entries()) {
    check(`units.${index}.to`, to);
    if (!headed.has(unitId)) errors.push({ path: `units.${index}`, message: `${mover.name} does not head this unit.` });
  }
  check('reportsTo', moving.reportsTo);
  if (errors.length > 0) throw invalid(errors);
}
