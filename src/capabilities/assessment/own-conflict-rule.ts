import type { RoleId } from '../../kernel/id.ts';
import type { Person } from '../people/model.ts';
import type { Appointment, Role } from '../roles/model.ts';
import { explain } from './explanation.ts';
import { appointmentFacts, personFact, personSubject, roleFact, type Rule } from './gap.ts';
import type { Gap } from './model.ts';
import type { Resolution } from './resolution.ts';
import { ruleBetween } from './role-conflict.ts';

/** Two roles that the description of the first keeps apart. */
interface OwnConflict {
  readonly declares: Role;
  readonly other: Role;
}

/**
 * The pairs of roles that the organization's own role descriptions keep apart, under the id of either, each pair once.
 * What a rule of segregation says already is left to that rule, which knows what compensates for it.
 */
function ownConflicts({ roles, rolesByKey, snapshot }: Resolution): ReadonlyMap<RoleId, readonly OwnConflict[]> {
  const told = new Set(
    snapshot.segregationRule
      .filter(({ kind }) => kind === 'role-pair')
      .flatMap(({ a, b }) => [`${a} ${b}`, `${b} ${a}`]),
  );
  const found = new Map<RoleId, OwnConflict[]>();
  for (const { role: declares } of roles.values()) {
    for (const key of declares.conflicts) {
      const other = rolesByKey.get(key)?.role;
      if (other === undefined || other.id === declares.id) continue;
      const mutual = other.conflicts.includes(declares.key);
      if ((mutual && other.key < declares.key) || told.has(`${declares.key} ${key}`)) continue;
      if (ruleBetween(declares.key, key) !== undefined) continue;
      const list = found.get(declares.id) ?? [];
      list.push({ declares, other });
      found.set(declares.id, list);
    }
  }
  return found;
}

/** `sod.conflict` where the organization's own role descriptions say that two roles should not meet in one person. */
export const ownConflict: Rule = ({ resolution }) => {
  const conflicts = ownConflicts(resolution);
  if (conflicts.size === 0) return [];
  const gaps: Gap[] = [];
  for (const { person, active, appointments } of resolution.people.values()) {
    if (!active || appointments.length < 2) continue;
    const held = Map.groupBy(appointments, ({ roleId }) => roleId);
    for (const [roleId, first] of held)
      for (const conflict of conflicts.get(roleId) ?? []) {
        const second = held.get(conflict.other.id);
        if (second !== undefined) gaps.push(gapOf(person, conflict, first, second, resolution));
      }
  }
  return gaps;
};

function gapOf(
  person: Person,
  { declares, other }: OwnConflict,
  first: readonly Appointment[],
  second: readonly Appointment[],
  { on }: Resolution,
): Gap {
  const deputyOnly = [first, second].some((list) => list.every(({ capacity }) => capacity === 'deputy'));
  const appointments = [...first, ...second];
  return {
    id: `sod.conflict:${declares.key}+${other.key}:${person.id}`,
    rule: 'sod.conflict',
    severity: deputyOnly ? 'minor' : 'major',
    subject: personSubject(person),
    requirements: [],
    clause: 'A.5.3',
    explanation: [
      explain.ownConflict(person.name, declares.name, other.name),
      ...(deputyOnly ? [explain.deputyOnly()] : []),
    ].join(' '),
    facts: [...appointmentFacts(appointments), roleFact(declares), roleFact(other), personFact(person)],
    fix: { kind: 'end-appointment', appointmentIds: appointments.map(({ id }) => id), on },
  };
}
