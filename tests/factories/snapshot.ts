import * as fc from 'fast-check';
import { organizationTemplate } from '../../src/capabilities/accountability/template.ts';
import type { Accountability } from '../../src/capabilities/accountability/model.ts';
import type { Applicability } from '../../src/capabilities/applicability/model.ts';
import type { Person } from '../../src/capabilities/people/model.ts';
import type { Appointment, Role } from '../../src/capabilities/roles/model.ts';
import type { CompensatingControl, Duty, OwnSegregationRule } from '../../src/capabilities/segregation/model.ts';
import { AUDIT_ACTIVITY } from '../../src/capabilities/segregation/rule-book.ts';
import type { Snapshot } from '../../src/capabilities/trail/snapshot.ts';
import { requirements } from '../../src/domain/catalogue.ts';
import { letters, requirementIdSchema } from '../../src/domain/requirement.ts';
import { plainDate, type PlainDate } from '../../src/kernel/date.ts';
import type { WeeklyHours } from '../../src/kernel/hours.ts';
import type {
  AccountabilityId,
  ApplicabilityId,
  AppointmentId,
  CompensatingControlId,
  DutyId,
  Id,
  NewId,
  OrganizationId,
  PersonId,
  SegregationRuleId,
} from '../../src/kernel/id.ts';
import { later, noRows } from './rows.ts';

/** Ids that count up: the same calls give the same ids. */
export function countingIds(): NewId {
  let next = 0;
  return () => `00000000-0000-7000-8000-${(next++).toString(16).padStart(12, '0')}`;
}

export const hours = (value: number): WeeklyHours => value as WeeklyHours;

export const personOf = (id: PersonId, name: string, changes: Partial<Person> = {}): Person => ({
  id,
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

/** The shipped roles and default letters as an organization keeps them. */
export function templateRows(newId: NewId): Pick<Snapshot, 'role' | 'accountability'> {
  const template = organizationTemplate(newId);
  return {
    role: template.roles.map((role) => ({ ...role, version: 1 })),
    accountability: template.accountability.map((cell) => ({ ...cell, version: 1 })),
  };
}

/** A rule of an organization's own that keeps two roles apart, OWN-1. */
export const ownRuleOf = (a: string, b: string, changes: Partial<OwnSegregationRule> = {}): OwnSegregationRule => ({
  id: ruleId(0),
  version: 1,
  key: 'OWN-1',
  kind: 'role-pair',
  a,
  b,
  title: 'Apart in this house',
  reason: 'It went wrong once.',
  severity: 'medium',
  references: [],
  compensatingControl: 'A second person signs.',
  ...changes,
});

/** A snapshot of these rows; what is not named is empty. */
export const snapshotWith = (rows: Partial<Snapshot>): Snapshot => ({
  organization: {
    id: '00000000-0000-7000-8000-ffffffffffff' as OrganizationId,
    version: 1,
    name: 'Adler Optics',
    slug: 'adler-optics',
    scope: 'Design and making of lenses',
  },
  ...noRows,
  trail: { sequence: 7, hash: '0'.repeat(64) },
  recordedAt: null,
  ...rows,
});

const identOf =
  <T extends Id<string>>(noun: number) =>
  (index: number): T =>
    `00000000-0000-7000-8${noun.toString(16).padStart(3, '0')}-${index.toString(16).padStart(12, '0')}` as T;
const personId = identOf<PersonId>(1);
const appointmentId = identOf<AppointmentId>(3);
const cellId = identOf<AccountabilityId>(4);
const applicabilityId = identOf<ApplicabilityId>(5);
const compensationId = identOf<CompensatingControlId>(6);
const dutyId = identOf<DutyId>(7);
const ruleId = identOf<SegregationRuleId>(8);

const days = ['2025-01-01', '2025-07-01', '2026-01-01', '2026-07-01', '2027-01-01'].map(plainDate);
const day = fc.constantFrom(...days);
const maybeDay = fc.option(day, { freq: 3 });
/** Few enough that letters meet in one row; some of them with required segregation. */
const someRequirements = ['5.3', '7.1', '9.2.2', 'A.5.2', 'A.5.3', 'A.5.18', 'A.6.8', 'A.8.2', 'A.8.8', 'A.8.32'].map(
  (id) => requirementIdSchema.parse(id),
);
/** Few enough that they meet in one person; several conflict with one another, and every way of holding is there. */
const someRoleKeys = [
  'ceo',
  'leadership-team',
  'isms-leadership',
  'information-security-manager',
  'internal-auditor',
  'it-operations',
  'dpo',
  'ciso',
  'asset-owner',
  'all-staff',
];

/** A day on which random snapshots have people who came, left and are still to come. */
export const someDay: PlainDate = plainDate('2026-03-01');

/**
 * Random small organizations on the shipped roles: up to 6 people with and without engagement dates, up to 16
 * appointments, up to 40 cells on ten requirements, exclusions and compensating controls.
 */
export function randomSnapshots(): fc.Arbitrary<Snapshot> {
  const roles = templateRows(countingIds()).role;
  const some = roles.filter((role) => someRoleKeys.includes(role.key));
  return fc.integer({ min: 1, max: 6 }).chain((people) => {
    const anyone = fc.integer({ min: 0, max: people - 1 }).map(personId);
    return fc
      .record({
        person: fc.array(fc.record({ from: maybeDay, to: maybeDay }), { minLength: people, maxLength: people }),
        appointment: fc.array(
          fc.record({
            personId: anyone,
            role: fc.constantFrom(...some),
            capacity: fc.constantFrom('holder' as const, 'holder' as const, 'deputy' as const),
            from: day,
            to: maybeDay,
            hoursPerWeek: fc.option(fc.constantFrom(0, 2, 8).map(hours)),
          }),
          { maxLength: 16 },
        ),
        accountability: fc.uniqueArray(
          fc.record({
            requirementId: fc.constantFrom(...someRequirements),
            bearer: fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...some) }, { weight: 1, arbitrary: anyone }),
            letters: fc.subarray([...letters], { minLength: 1 }),
          }),
          {
            maxLength: 40,
            selector: ({ requirementId, bearer }) =>
              `${requirementId} ${typeof bearer === 'string' ? bearer : bearer.id}`,
          },
        ),
        applicability: fc.uniqueArray(
          fc.record({
            requirementId: fc.constantFrom(...someRequirements),
            applicable: fc.boolean(),
            justification: fc.constantFrom('', 'No such sites.'),
          }),
          { maxLength: 8, selector: (entry) => entry.requirementId },
        ),
        compensatingControl: fc.array(
          fc.record({
            personId: anyone,
            rule: fc.constantFrom('SOD-01', 'SOD-02', 'SOD-09', 'SOD-19', 'OWN-1', 'ROLE-01', 'ROLE-02', 'ROW-01'),
            expires: day,
          }),
          { maxLength: 3 },
        ),
        duty: fc.array(
          fc.record({
            activity: fc.constantFrom('access-requester', 'access-approver', 'access-granter', AUDIT_ACTIVITY),
            bearer: fc.oneof(fc.constantFrom(...some), anyone),
            requirementIds: fc.subarray([...someRequirements].slice(0, 4)),
            scope: fc.constantFrom(null, 'Directory', 'Payroll'),
            from: maybeDay,
            to: maybeDay,
          }),
          { maxLength: 6 },
        ),
        segregationRule: fc.uniqueArray(fc.constantFrom(...someRoleKeys), { minLength: 2, maxLength: 2 }),
      })
      .map((rows) => assemble(rows, roles));
  });
}

interface RandomRows {
  readonly person: readonly { readonly from: PlainDate | null; readonly to: PlainDate | null }[];
  readonly appointment: readonly (Pick<Appointment, 'personId' | 'capacity' | 'from' | 'to' | 'hoursPerWeek'> & {
    readonly role: Role;
  })[];
  readonly accountability: readonly (Pick<Accountability, 'requirementId' | 'letters'> & {
    readonly bearer: Role | PersonId;
  })[];
  readonly applicability: readonly Pick<Applicability, 'requirementId' | 'applicable' | 'justification'>[];
  readonly compensatingControl: readonly Pick<CompensatingControl, 'personId' | 'rule' | 'expires'>[];
  readonly duty: readonly (Pick<Duty, 'activity' | 'requirementIds' | 'scope' | 'from' | 'to'> & {
    readonly bearer: Role | PersonId;
  })[];
  /** The two roles that a rule of the organization's own separates. */
  readonly segregationRule: readonly string[];
}

const assemble = (rows: RandomRows, roles: readonly Role[]): Snapshot =>
  snapshotWith({
    role: roles,
    person: rows.person.map((dates, index) => personOf(personId(index), `Person ${index}`, dates)),
    appointment: rows.appointment.map(({ role, ...entry }, index) => ({
      ...entry,
      id: appointmentId(index),
      version: 1,
      roleId: role.id,
      appointedBy: null,
      note: '',
      ...later.appointment,
    })),
    accountability: rows.accountability.map(({ bearer, ...cell }, index) => ({
      ...cell,
      id: cellId(index),
      version: 1,
      roleId: typeof bearer === 'string' ? null : bearer.id,
      personId: typeof bearer === 'string' ? bearer : null,
    })),
    applicability: rows.applicability.map((entry, index) => ({
      ...entry,
      id: applicabilityId(index),
      version: 1,
      status: 'planned',
      ...later.applicability,
    })),
    compensatingControl: rows.compensatingControl.map((entry, index) => ({
      ...entry,
      id: compensationId(index),
      version: 1,
      control: 'A second person signs.',
      approvedBy: 'Ingrid',
      ...later.compensatingControl,
    })),
    duty: rows.duty.map(({ bearer, ...entry }, index) => ({
      ...entry,
      id: dutyId(index),
      version: 1,
      roleId: typeof bearer === 'string' ? null : bearer.id,
      personId: typeof bearer === 'string' ? bearer : null,
    })),
    segregationRule: [ownRuleOf(rows.segregationRule[0] ?? 'ceo', rows.segregationRule[1] ?? 'ciso')],
  });

/** Roles that many people hold in a large organization and that no rule separates from one another. */
const commonRoles = [
  'asset-owner',
  'control-owner',
  'line-manager',
  'service-desk',
  'facilities',
  'project-manager',
  'risk-owner',
  'incident-response-lead',
];

/**
 * A large organization for benchmarks, the same for the same arguments: each person brings `factsPerPerson` rows, of
 * which one is the person, one a letter by name, and the rest appointments, a third of them over. The template's roles
 * and letters come on top. One person in 50 has left, one in 40 holds some role of the other 24 (and so, at times,
 * one that conflicts), one appointment in 20 has no hours.
 */
export function syntheticSnapshot(people: number, factsPerPerson: number): Snapshot {
  const { role, accountability } = templateRows(countingIds());
  const common = role.filter((entry) => commonRoles.includes(entry.key));
  const special = role.filter((entry) => !commonRoles.includes(entry.key) && entry.key !== 'all-staff');
  const [began, over, left] = [plainDate('2025-01-01'), plainDate('2025-12-01'), plainDate('2026-02-01')];
  const persons: Person[] = [];
  const appointments: Appointment[] = [];
  const cells: Accountability[] = [...accountability];
  for (let index = 0; index < people; index++) {
    const id = personId(index);
    persons.push(
      personOf(id, `Person ${index}`, {
        unit: `Unit ${index % 200}`,
        managerId: index === 0 ? null : personId(Math.floor(index / 10)),
        to: index % 50 === 49 ? left : null,
      }),
    );
    const requirement = requirements[(index * 7) % requirements.length];
    if (factsPerPerson > 1 && requirement !== undefined)
      cells.push({
        id: cellId(index),
        version: 1,
        requirementId: requirement.id,
        roleId: null,
        personId: id,
        letters: [index % 3 === 0 ? 'R' : 'S'],
      });
    for (let turn = 0; turn < factsPerPerson - 2; turn++) {
      const pool = index % 40 === 0 && turn < 2 ? special : common;
      const entry = pool[(Math.floor(index / 40) * 5 + index + turn * 11) % pool.length];
      if (entry === undefined) continue;
      appointments.push({
        id: appointmentId(index * 32 + turn),
        version: 1,
        personId: id,
        roleId: entry.id,
        capacity: turn % 4 === 3 ? 'deputy' : 'holder',
        from: began,
        to: turn % 3 === 2 ? over : null,
        hoursPerWeek: (index + turn) % 20 === 0 ? null : hours(2),
        appointedBy: 'Ingrid',
        note: '',
        ...later.appointment,
      });
    }
  }
  return snapshotWith({ person: persons, role, appointment: appointments, accountability: cells });
}
