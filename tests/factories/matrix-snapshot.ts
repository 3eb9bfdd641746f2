import type { Accountability } from '../../src/capabilities/accountability/model.ts';
import type { Applicability } from '../../src/capabilities/applicability/model.ts';
import type { Person } from '../../src/capabilities/people/model.ts';
import type { Appointment, Role } from '../../src/capabilities/roles/model.ts';
import type { Snapshot } from '../../src/capabilities/trail/snapshot.ts';
import { accountabilityDefaults } from '../../src/domain/accountability-default.ts';
import { requirementIdSchema, type Letter } from '../../src/domain/requirement.ts';
import { roleTemplates } from '../../src/domain/role-template.ts';
import { plainDate } from '../../src/kernel/date.ts';
import { weeklyHoursSchema } from '../../src/kernel/hours.ts';
import type { Id } from '../../src/kernel/id.ts';
import { later, noRows } from './rows.ts';

const ident = <T extends Id<string>>(noun: number, count: number): T =>
  `00000000-0000-7000-8${noun.toString(16).padStart(3, '0')}-${count.toString(16).padStart(12, '0')}` as T;

export const person = (count: number, name: string, changes: Partial<Person> = {}): Person => ({
  id: ident(1, count),
  version: 1,
  name,
  email: null,
  externalId: null,
  kind: 'internal',
  unit: null,
  site: null,
  jobTitle: null,
  managerId: null,
  from: null,
  to: null,
  weeklyHours: null,
  costRate: null,
  ...later.person,
  ...changes,
});

export const appointment = (
  count: number,
  holder: Person,
  role: Role,
  changes: Partial<Appointment> = {},
): Appointment => ({
  id: ident(3, count),
  version: 1,
  personId: holder.id,
  roleId: role.id,
  capacity: 'holder',
  from: plainDate('2025-03-01'),
  to: null,
  hoursPerWeek: weeklyHoursSchema.parse(4),
  appointedBy: null,
  note: '',
  ...later.appointment,
  ...changes,
});

/** The cell of one requirement, of a role or of a person. */
export const accountability = (
  count: number,
  requirement: string,
  bearer: { readonly role: Role } | { readonly person: Person },
  cell: readonly Letter[],
): Accountability => ({
  id: ident(4, count),
  version: 1,
  requirementId: requirementIdSchema.parse(requirement),
  roleId: 'role' in bearer ? bearer.role.id : null,
  personId: 'person' in bearer ? bearer.person.id : null,
  letters: [...cell],
});

export const excluded = (count: number, requirement: string, justification: string): Applicability => ({
  id: ident(5, count),
  version: 1,
  requirementId: requirementIdSchema.parse(requirement),
  applicable: false,
  justification,
  status: 'not-started',
  ...later.applicability,
});

const templateRoles: readonly Role[] = roleTemplates.map((template, count) => ({
  id: ident(2, count),
  version: 1,
  key: template.id,
  name: template.name,
  mandatory: template.mandatory,
  aliases: [],
  responsibilities: [],
  competences: [],
  external: template.external,
  needsDeputy: template.needsDeputy,
  fallbackKey: template.fallbackRole,
  ...later.role,
}));

const names = [
  'Ana Silva',
  'Jürgen Groß-Müller',
  'محمد الأحمد',
  'Zoë Côté',
  'Łukasz Żółć',
  'Priya Raghunathan',
  'Ingrid Sørensen',
  'Nadia Haddad',
  'Kenji Tanaka',
  'Alexander von Humboldt-Steinhäuser',
];

const cells = accountabilityDefaults.flatMap((row) =>
  row.cells.flatMap(({ roleKey, letters }) => {
    const role = templateRoles.find((one) => one.key === roleKey);
    return role === undefined ? [] : [{ requirement: row.requirementId, role, letters }];
  }),
);

const people = names.map((name, count) => person(count, name));

/**
 * A measuring instrument maker on the template: 33 roles, each with a holder and a deputy from among ten people, and the
 * default letters of all 123 requirements. Everything is in order.
 */
export const nordlicht: Snapshot = {
  organization: {
    id: ident(0, 0),
    version: 1,
    name: 'Nordlicht Präzisionstechnik GmbH',
    slug: 'nordlicht',
    scope: 'Development and support of measuring instruments in Kiel and Gdańsk',
  },
  ...noRows,
  person: people,
  role: templateRoles,
  appointment: templateRoles.flatMap((role, count) =>
    (['holder', 'deputy'] as const).flatMap((capacity, second) => {
      const holder = people[(count + second) % people.length];
      return holder === undefined ? [] : [appointment(2 * count + second, holder, role, { capacity })];
    }),
  ),
  accountability: cells.map(({ requirement, role, letters }, count) =>
    accountability(count, requirement, { role }, letters),
  ),
  applicability: [],
  compensatingControl: [],
  trail: { sequence: 482, hash: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08' },
  recordedAt: null,
};
