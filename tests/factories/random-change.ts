import * as fc from 'fast-check';
import { permissions } from '../../src/capabilities/identity/model.ts';
import type { ChangeItem } from '../../src/capabilities/trail/change.ts';
import { registerNames, type RegisterName } from '../../src/capabilities/trail/register.ts';
import type { Snapshot } from '../../src/capabilities/trail/snapshot.ts';
import { letters } from '../../src/domain/requirement.ts';
import { freshId } from './organization.ts';
import { supplyFieldsOf } from './random-supply.ts';
import { trainingFieldsOf } from './random-training.ts';
import {
  day,
  decision,
  hours,
  key,
  moment,
  money,
  optional,
  place,
  requiredCompetence,
  requirement,
  text,
  uuid,
} from './random-value.ts';

/** One thing that somebody does: what, to which row, with which fields; references point at rows by their place. */
export interface Step {
  readonly register: RegisterName;
  readonly operation: 'create' | 'update' | 'remove';
  readonly row: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Fields named `…At` hold the place of the row that is meant. */
const fieldsOf: { readonly [R in RegisterName]: fc.Arbitrary<Record<string, unknown>> } = {
  organization: fc.record({ name: text, scope: text }),
  membership: fc.record({
    userId: uuid,
    name: text,
    email: fc.constant('a@b.example'),
    permission: fc.constantFrom(...permissions),
    personAt: optional(place),
  }),
  invitation: fc.record({
    email: fc.constant('c@d.example'),
    permission: fc.constantFrom(...permissions),
    expires: moment,
    personAt: optional(place),
  }),
  person: fc.record({
    name: text,
    email: fc.constantFrom(null, 'e@f.example'),
    externalId: optional(key),
    kind: fc.constantFrom('internal', 'external'),
    unit: optional(text),
    site: optional(text),
    jobTitle: optional(text),
    managerAt: optional(place),
    from: optional(day),
    to: optional(day),
    weeklyHours: optional(hours),
    costRate: optional(money),
    earlierPeriods: fc
      .uniqueArray(day, { minLength: 0, maxLength: 4 })
      .map((days) => days.toSorted())
      .map((days) =>
        days.flatMap((from, at) => (at % 2 === 0 && days[at + 1] !== undefined ? [{ from, to: days[at + 1] }] : [])),
      ),
    terms: fc
      .uniqueArray(fc.record({ from: day, weeklyHours: optional(hours), costRate: optional(money) }), {
        maxLength: 2,
        selector: ({ from }) => from,
      })
      .map((terms) => terms.toSorted((a, b) => (a.from < b.from ? -1 : 1))),
    erasedOn: optional(day),
    distinctFrom: fc.array(uuid, { maxLength: 2 }),
  }),
  unit: fc.record({
    kind: fc.constantFrom('unit', 'site'),
    name: text,
    parentAt: optional(place),
    headAt: optional(place),
    note: text,
  }),
  absence: fc.record({ personAt: place, kind: fc.constantFrom('leave', 'other'), from: day, to: day, note: text }),
  erasure: fc.record({
    personAt: place,
    on: day,
    reason: text,
    // What an erasure says of the trail must be true; tests of erasures make true ones.
    entries: fc.constant([]),
  }),
  role: fc.record({
    key,
    name: text,
    mandatory: fc.boolean(),
    aliases: fc.array(text, { maxLength: 3 }),
    responsibilities: fc.array(text, { maxLength: 3 }),
    competences: fc.array(requiredCompetence, { maxLength: 2 }),
    competencesRequestedBy: optional(uuid),
    competencesApproval: optional(
      fc.record({
        userId: optional(uuid),
        name: text,
        on: day,
        competences: fc.array(requiredCompetence, { maxLength: 2 }),
      }),
    ),
    external: fc.constantFrom('yes', 'limited', 'no'),
    needsDeputy: fc.boolean(),
    fallbackKey: optional(key),
    minimumHolders: fc.nat(5),
  }),
  appointment: fc.record({
    personAt: place,
    roleAt: place,
    capacity: fc.constantFrom('holder', 'deputy'),
    from: day,
    to: optional(day),
    hoursPerWeek: optional(hours),
    appointedBy: optional(text),
    note: text,
    requestedBy: optional(uuid),
    approval: optional(decision),
  }),
  framework: fc.record({
    key,
    name: text,
    edition: optional(text),
    publisher: optional(text),
    licence: text,
    format: fc.constantFrom('oscal', 'ciso-assistant'),
  }),
  frameworkRequirement: fc.record({
    frameworkAt: place,
    requirementId: key,
    reference: key,
    title: text,
    text,
    parent: optional(key),
    assessable: fc.boolean(),
    position: fc.nat(2000),
  }),
  requirementMapping: fc.record({ requirementId: key, mappedTo: requirement, note: text }),
  accountability: fc
    .tuple(fc.boolean(), requirement, place, fc.uniqueArray(fc.constantFrom(...letters), { minLength: 1 }))
    .map(([byRole, requirementId, at, cell]) => ({
      requirementId,
      letters: cell,
      roleAt: byRole ? at : null,
      personAt: byRole ? null : at,
    })),
  applicability: fc.record({
    requirementId: requirement,
    applicable: fc.boolean(),
    justification: text,
    status: fc.constantFrom('planned', 'implemented'),
    statusOn: optional(day),
    reasons: fc.uniqueArray(fc.constantFrom('risk', 'legal', 'business'), { maxLength: 3 }),
    evidence: fc.array(fc.record({ label: text, link: fc.constantFrom(null, 'https://wiki.example/a') }), {
      maxLength: 2,
    }),
  }),
  segregationRule: fc.record({
    key: fc.integer({ min: 1, max: 9 }).map((number) => `OWN-${number}`),
    kind: fc.constantFrom('role-pair', 'activity-pair'),
    a: key,
    b: key,
    title: text,
    reason: text,
    severity: fc.constantFrom('low', 'critical'),
    references: fc.array(requirement, { maxLength: 2 }),
    compensatingControl: optional(text),
  }),
  duty: fc
    .tuple(
      fc.boolean(),
      place,
      key,
      fc.array(requirement, { maxLength: 2 }),
      optional(text),
      optional(day),
      optional(day),
    )
    .map(([byRole, at, activity, requirementIds, scope, from, to]) => ({
      activity,
      requirementIds,
      scope,
      from,
      to,
      roleAt: byRole ? at : null,
      personAt: byRole ? null : at,
    })),
  project: fc.record({
    name: text,
    purpose: text,
    managerAt: place,
    memberIds: fc.array(uuid, { maxLength: 2 }),
    from: day,
    to: optional(day),
    state: fc.constantFrom('analysis', 'closed'),
  }),
  analysis: fc.record({
    projectAt: place,
    requirementId: requirement,
    callsFor: text,
    atHand: text,
    verdict: fc.constantFrom(null, 'enough', 'missing'),
    gap: text,
  }),
  action: fc.record({
    title: text,
    description: text,
    ownerAt: place,
    due: day,
    state: fc.constantFrom('open', 'done'),
    closedOn: optional(day),
    requirementId: optional(requirement),
    projectAt: optional(place),
  }),
  ruleSetting: fc.record({
    rule: fc.constantFrom('rasci.several-accountable', 'role.no-hours', 'sod.conflict'),
    on: fc.boolean(),
    severity: fc.constantFrom(null, 'minor'),
    limit: optional(fc.double({ min: 0, max: 10_000, noNaN: true })),
    reason: text,
  }),
  columnMapping: fc.record({
    kind: fc.constantFrom('people', 'rasci'),
    source: text,
    name: text,
    columns: fc.array(fc.record({ heading: text, field: optional(key) }), { maxLength: 2 }),
  }),
  documentVersion: fc.record({
    document: fc.constantFrom('statement-of-applicability', 'accountability-matrix'),
    number: fc.integer({ min: 1, max: 9 }),
    note: text,
    requestedBy: optional(uuid),
    requestedByName: text,
    requestedOn: day,
    sequence: fc.integer({ min: 1, max: 99 }),
    hash: fc.constant('b'.repeat(64)),
    recordedAt: moment,
    marks: fc.array(fc.record({ requirementId: requirement, mark: fc.constant('0'.repeat(16)) }), { maxLength: 2 }),
    decision: optional(
      fc.record({
        userId: optional(uuid),
        name: text,
        on: day,
        verdict: fc.constantFrom('approved', 'declined', 'withdrawn'),
        note: text,
      }),
    ),
  }),
  ...trainingFieldsOf,
  ...supplyFieldsOf,
  compensatingControl: fc.record({
    rule: fc.constantFrom('SOD-01', 'SOD-02'),
    personAt: place,
    control: text,
    approvedBy: text,
    expires: day,
    ownerAt: optional(place),
  }),
};

const stepIn = (register: RegisterName): fc.Arbitrary<Step> =>
  fc.record({
    register: fc.constant(register),
    operation: fc.constantFrom('create', 'create', 'update', 'update', 'remove'),
    row: place,
    fields: fieldsOf[register],
  });

/** What a few people do one after the other: each a handful of rows at once. */
export const randomChanges = (most: number): fc.Arbitrary<readonly (readonly Step[])[]> =>
  fc.array(fc.array(fc.oneof(...registerNames.map(stepIn)), { minLength: 1, maxLength: 4 }), {
    minLength: 4,
    maxLength: most,
  });

const at = (rows: readonly { readonly id: string }[], place: unknown): string | null =>
  typeof place !== 'number' || rows.length === 0 ? null : (rows[place % rows.length]?.id ?? null);

/** Which register a place points into. */
const targets: Readonly<Record<string, Exclude<RegisterName, 'organization'>>> = {
  managerAt: 'person',
  personAt: 'person',
  headAt: 'person',
  ownerAt: 'person',
  roleAt: 'role',
  projectAt: 'project',
  frameworkAt: 'framework',
  competenceFrameworkAt: 'competenceFramework',
  assessorAt: 'person',
  measureAt: 'measure',
  sessionAt: 'trainingSession',
  evidenceAt: 'evidence',
  campaignAt: 'campaign',
  ownerRoleAt: 'role',
  supplierAt: 'supplier',
  'unit parentAt': 'unit',
};

/** What a step means where the facts stand; null when there is no row for it. It may still be refused. */
export function itemOf({ register, operation, row, fields }: Step, facts: Snapshot): ChangeItem | null {
  const rows = register === 'organization' ? [facts.organization] : facts[register];
  const full = Object.fromEntries(
    Object.entries(fields).map(([field, value]) => {
      const target = targets[`${register} ${field}`] ?? targets[field];
      return target === undefined ? [field, value] : [field.replace(/At$/, 'Id'), at(facts[target], value)];
    }),
  );
  if (operation === 'create' && register !== 'organization')
    return { register, operation, id: freshId(), fields: full } as unknown as ChangeItem;
  const present = rows[row % Math.max(1, rows.length)];
  if (present === undefined) return null;
  const { id, version } = present;
  if (operation === 'remove' && register !== 'organization')
    return { register, operation, id, version } as unknown as ChangeItem;
  const some = Object.fromEntries(Object.entries(full).filter((_, index) => (index + row) % 2 === 0));
  return { register, operation: 'update', id, version, fields: some } as unknown as ChangeItem;
}
