import { z } from 'zod';
import { rowAnswer } from '../../kernel/entity.ts';
import { plainDateSchema, type PlainDate } from '../../kernel/date.ts';
import type { WeeklyHours } from '../../kernel/hours.ts';
import type { AppointmentId, ChangeId, PersonId } from '../../kernel/id.ts';
import { idSchema } from '../../kernel/id.ts';
import { pageQuery, type Page } from '../../kernel/list.ts';
import type { Period } from '../../kernel/period.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import type { Consequences } from '../assessment/consequence.ts';
import type { EngagementState } from './engaged.ts';
import { personFields, personKinds, writtenPersonFields, type Person } from './model.ts';
import { move } from './moving.ts';
import { peopleEdit } from './people-edit.ts';

/** A line of the register, with what a reader wants to know at once. */
export interface PersonRow extends Person {
  readonly managerName: string | null;
  readonly state: EngagementState;
  /** The engagement that the day lies in, else the present one. */
  readonly engagement: Period;
  /** Hours a week that hold on the day. */
  readonly hoursNow: WeeklyHours | null;
  /** The first day back of an absence that the day lies in. */
  readonly awayUntil: PlainDate | null;
  /** Names of the roles held on the date, deputies marked. */
  readonly roles: readonly { readonly id: string; readonly name: string; readonly capacity: 'holder' | 'deputy' }[];
  readonly gaps: number;
}

export const personStates = ['active', 'future', 'ended'] as const;

export const peopleRoutes = {
  people: defineRoute({
    id: 'people',
    method: 'GET',
    path: `${inOrganization}/people`,
    asOf: true,
    summary: 'The register of people.',
    access: 'organization',
    query: z.strictObject({
      ...pageQuery,
      search: z.string().max(200).optional(),
      kind: z.enum(personKinds).optional(),
      state: z.enum(personStates).optional(),
      unit: z.string().max(120).optional(),
      site: z.string().max(120).optional(),
      /** Only those who report to this person. */
      reportsTo: z.string().max(40).optional(),
      sort: z.enum(['name', 'unit', 'from', 'to', '-name', '-unit', '-from', '-to']).default('name'),
    }),
    answer: answers<Page<PersonRow> & { readonly units: readonly string[] }>(),
    errors: ['invalid', 'not-found'],
  }),
  person: defineRoute({
    id: 'person',
    method: 'GET',
    path: `${inOrganization}/people/{personId}`,
    asOf: true,
    summary: 'One person.',
    access: 'organization',
    answer: answers<PersonRow>(),
    errors: ['invalid', 'not-found'],
  }),
  createPerson: defineRoute({
    id: 'createPerson',
    method: 'POST',
    path: `${inOrganization}/people`,
    summary: 'Adds a person.',
    access: 'organization',
    body: writtenPersonFields,
    answer: rowAnswer<Person>(personFields),
    errors: ['invalid', 'forbidden', 'not-found', 'already-exists'],
  }),
  updatePerson: defineRoute({
    id: 'updatePerson',
    method: 'PATCH',
    path: `${inOrganization}/people/{personId}`,
    summary: 'Changes a person.',
    versioned: true,
    access: 'organization',
    body: writtenPersonFields.partial(),
    answer: rowAnswer<Person>(personFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
  endEngagement: defineRoute({
    id: 'endEngagement',
    method: 'POST',
    path: `${inOrganization}/people/{personId}/end`,
    versioned: true,
    summary: 'Ends an engagement, ends or hands over its appointments, letters and reports: one change.',
    access: 'organization',
    body: z.strictObject({
      /** The first day on which the person is no longer there. */
      to: plainDateSchema,
      /** Who takes over each appointment; an appointment that is not named just ends. */
      handOver: z
        .array(z.strictObject({ appointmentId: idSchema<AppointmentId>(), personId: idSchema<PersonId>() }))
        .max(500),
      /** Who takes over personal letters and the people who reported to the leaver. */
      lettersTo: idSchema<PersonId>().nullable(),
      reportsTo: idSchema<PersonId>().nullable(),
      /** Who takes over open actions and the projects that the leaver manages. */
      workTo: idSchema<PersonId>().nullable().default(null),
    }),
    answer: answers<{ readonly person: Person; readonly change: ChangeId }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
  engageAgain: defineRoute({
    id: 'engageAgain',
    method: 'POST',
    path: `${inOrganization}/people/{personId}/engagements`,
    versioned: true,
    summary:
      'Engages somebody again whose engagement has an end; what was the present engagement joins the earlier ones.',
    access: 'organization',
    body: z.strictObject({ from: plainDateSchema, to: plainDateSchema.nullable() }),
    answer: rowAnswer<Person>(personFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  editPeople: defineRoute({
    id: 'editPeople',
    method: 'PATCH',
    path: `${inOrganization}/people`,
    summary:
      'Sets the same fields of many people: one change, or none where somebody else was quicker with one of them.',
    access: 'organization',
    body: peopleEdit,
    answer: answers<{ readonly changed: number }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  movePerson: defineRoute({
    id: 'movePerson',
    method: 'POST',
    path: `${inOrganization}/people/{personId}/move`,
    versioned: true,
    summary:
      'Moves somebody to another unit, site or manager, and ends or hands over what they held: one change. With dryRun shows which gaps it would make and mend, and writes nothing.',
    access: 'organization',
    body: move.extend({ dryRun: z.boolean() }),
    answer: answers<Consequences>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
} as const;
