import { roleTemplates } from '../../domain/role-template.ts';
import type { Gap } from '../assessment/model.ts';
import type { Resolution, Staffing } from '../assessment/resolution.ts';
import type { Appointment, Role } from '../roles/model.ts';
import { roleRules, type MatrixHolder, type MatrixRole, type RoleRule } from './matrix-document.ts';

export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const templateOrder: ReadonlyMap<string, number> = new Map(roleTemplates.map((role, position) => [role.id, position]));
const placeOf = (role: Role): number => templateOrder.get(role.key) ?? roleTemplates.length;

/** Mandatory roles first, then as in the template, then own roles by name: columns keep their place from print to print. */
export const inReadingOrder = (a: Role, b: Role): number =>
  Number(b.mandatory) - Number(a.mandatory) || placeOf(a) - placeOf(b) || byText(a.name, b.name) || byText(a.id, b.id);

function holdersOf(
  appointments: readonly Appointment[],
  resolution: Resolution,
  left: boolean,
): readonly MatrixHolder[] {
  return appointments.flatMap((one) => {
    const person = resolution.people.get(one.personId)?.person;
    if (person === undefined) return [];
    const external = person.kind === 'external';
    return [{ name: person.name, external, from: one.from, hoursPerWeek: one.hoursPerWeek, left }];
  });
}

const touches = (gap: Gap, staffing: Staffing, appointments: ReadonlySet<string>): boolean =>
  gap.subject.id === staffing.role.id ||
  gap.facts.some((fact) => fact.register === 'appointment' && appointments.has(fact.id));

/** One role with those who hold it, leavers included, and what the assessment says of it. Letters are counted by the caller. */
export function matrixRole(
  staffing: Staffing,
  resolution: Resolution,
  gaps: readonly Gap[],
): Omit<MatrixRole, 'accountable' | 'responsible'> {
  const { role, holders, deputies, leavers } = staffing;
  const appointments = new Set([...holders, ...deputies, ...leavers].map((one) => one.id));
  const broken = new Set(gaps.filter((gap) => touches(gap, staffing, appointments)).map((gap) => gap.rule));
  const people = (capacity: Appointment['capacity'], active: readonly Appointment[]): readonly MatrixHolder[] =>
    [
      ...holdersOf(active, resolution, false),
      ...holdersOf(
        leavers.filter((one) => one.capacity === capacity),
        resolution,
        true,
      ),
    ].sort((a, b) => byText(a.name, b.name));
  return {
    name: role.name,
    mandatory: role.mandatory,
    everyone: staffing.holding === 'everyone',
    holders: people('holder', holders),
    deputies: people('deputy', deputies),
    marks: roleRules.filter((rule: RoleRule) => broken.has(rule)),
  };
}
