import { holdingOf, roleTemplates } from '../../domain/role-template.ts';
import type { PlainDate } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import { covers } from '../../kernel/period.ts';
import type { Person } from '../people/model.ts';
import type { Appointment, Role } from '../roles/model.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { MatrixHolder, RoleMark } from './matrix-document.ts';

/** A role with the people in it on one day. */
export interface StaffedRole {
  readonly role: Role;
  readonly everyone: boolean;
  readonly holders: readonly MatrixHolder[];
  readonly deputies: readonly MatrixHolder[];
  readonly marks: readonly RoleMark[];
}

export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const templateOrder: ReadonlyMap<string, number> = new Map(roleTemplates.map((role, position) => [role.id, position]));
const placeOf = (role: Role): number => templateOrder.get(role.key) ?? roleTemplates.length;

/** Mandatory roles first, then as in the template, then own roles by name: columns keep their place from print to print. */
const inReadingOrder = (a: Role, b: Role): number =>
  Number(b.mandatory) - Number(a.mandatory) || placeOf(a) - placeOf(b) || byText(a.name, b.name) || byText(a.id, b.id);

/** Those who have not left. */
export const inOffice = (people: readonly MatrixHolder[]): readonly MatrixHolder[] => people.filter((one) => !one.left);

const holderOf = (appointment: Appointment, person: Person, on: PlainDate): MatrixHolder => ({
  name: person.name,
  external: person.kind === 'external',
  from: appointment.from,
  hoursPerWeek: appointment.hoursPerWeek,
  left: !covers(person, on),
});

function marksOf(
  role: Role,
  everyone: boolean,
  holders: readonly MatrixHolder[],
  deputies: readonly MatrixHolder[],
): readonly RoleMark[] {
  const active = inOffice(holders);
  const marks: RoleMark[] = [];
  if (active.length === 0 && !everyone) marks.push('vacant');
  if (role.needsDeputy && !everyone && inOffice(deputies).length === 0) marks.push('no-deputy');
  if (!everyone && active.some((one) => one.hoursPerWeek === null || one.hoursPerWeek === 0)) marks.push('no-hours');
  if ([...holders, ...deputies].some((one) => one.left)) marks.push('holder-left');
  return marks;
}

/** Every role of the organization, in reading order, with whoever is appointed to it on the day `on`. */
export function staffedRoles(
  snapshot: Snapshot,
  people: ReadonlyMap<PersonId, Person>,
  on: PlainDate,
): readonly StaffedRole[] {
  const current = Map.groupBy(
    snapshot.appointment.filter((one) => covers(one, on)),
    (one) => one.roleId,
  );
  return [...snapshot.role].sort(inReadingOrder).map((role) => {
    const appointed = (capacity: Appointment['capacity']): readonly MatrixHolder[] =>
      (current.get(role.id) ?? [])
        .filter((one) => one.capacity === capacity)
        .flatMap((one) => {
          const person = people.get(one.personId);
          return person === undefined ? [] : [holderOf(one, person, on)];
        })
        .sort((a, b) => byText(a.name, b.name));
    const everyone = holdingOf(role.key) === 'everyone';
    const holders = appointed('holder');
    const deputies = appointed('deputy');
    return { role, everyone, holders, deputies, marks: marksOf(role, everyone, holders, deputies) };
  });
}
