import { z } from 'zod';
import { plainDateSchema } from '../../kernel/date.ts';
import type { Entity } from '../../kernel/entity.ts';
import { weeklyHoursSchema } from '../../kernel/hours.ts';
import { idSchema, type AbsenceId, type ErasureId, type PersonId, type UnitId } from '../../kernel/id.ts';
import { emailSchema, lineSchema, proseSchema } from '../../kernel/text.ts';
import { moneySchema } from '../../kernel/money.ts';

export const personKinds = ['internal', 'external'] as const;
export type PersonKind = (typeof personKinds)[number];

/** True when each begins where or after the one before it ends, and ends after it begins. */
const apart = (periods: readonly { readonly from: string | null; readonly to: string }[]): boolean =>
  periods.every(({ from, to }, index) => {
    const before = periods[index - 1];
    return (from === null || from < to) && (before === undefined || (from !== null && before.to <= from));
  });

const periodSchema = z.strictObject({ from: plainDateSchema.nullable(), to: plainDateSchema });

const ascending = (terms: readonly { readonly from: string }[]): boolean =>
  terms.every(({ from }, index) => index === 0 || (terms[index - 1]?.from ?? '') < from);

const termsSchema = z.strictObject({
  from: plainDateSchema,
  weeklyHours: weeklyHoursSchema.nullable(),
  costRate: moneySchema.nullable(),
});
export type Terms = z.output<typeof termsSchema>;

/** Somebody who works for the ISMS. The engagement is half-open: `to` is the first day on which it is over. */
export const personFields = z.strictObject({
  name: lineSchema(200),
  email: emailSchema.nullable(),
  externalId: lineSchema(100).nullable(),
  kind: z.enum(personKinds, { error: 'Expected internal or external.' }),
  unit: lineSchema(120).nullable(),
  site: lineSchema(120).nullable(),
  jobTitle: lineSchema(160).nullable(),
  managerId: idSchema<PersonId>().nullable(),
  from: plainDateSchema.nullable(),
  to: plainDateSchema.nullable(),
  weeklyHours: weeklyHoursSchema.nullable(),
  costRate: moneySchema.nullable(),
  /** Engagements before the present one, oldest first; none overlaps another. */
  earlierPeriods: z
    .array(periodSchema)
    .max(50, 'At most 50 earlier engagements.')
    .refine(apart, 'Earlier engagements stand oldest first and do not overlap.'),
  /** Hours and rate from a day on, oldest first. `weeklyHours` and `costRate` above hold until the first of them. */
  terms: z
    .array(termsSchema)
    .max(200, 'At most 200 changes of terms.')
    .refine(ascending, 'Changes of terms stand oldest first, one a day.'),
  /** The day on which the personal data of this row were erased. */
  erasedOn: plainDateSchema.nullable(),
  /** People of the register who look like the same person, and of whom somebody said that they are not. */
  distinctFrom: z.array(idSchema<PersonId>()).max(200, 'At most 200 people.'),
});

/** What somebody is made of by a person, an import or a form: erasure is nobody's to set, and the history may be left out. */
export const writtenPersonFields = personFields
  .omit({ erasedOn: true })
  .partial({ earlierPeriods: true, terms: true, distinctFrom: true });

export type WrittenPersonFields = z.output<typeof writtenPersonFields>;
export type PersonFields = z.output<typeof personFields>;
export type Person = Entity<PersonId, PersonFields>;

export const unitKinds = ['unit', 'site'] as const;
export type UnitKind = (typeof unitKinds)[number];

/** A department, team or site. People name it in `unit` or `site`; what is not described here is known by its name only. */
export const unitFields = z.strictObject({
  kind: z.enum(unitKinds, { error: 'Expected unit or site.' }),
  name: lineSchema(120),
  parentId: idSchema<UnitId>().nullable(),
  headId: idSchema<PersonId>().nullable(),
  note: proseSchema(2000),
});
export type UnitFields = z.output<typeof unitFields>;
export type Unit = Entity<UnitId, UnitFields>;

export const absenceKinds = ['leave', 'parental', 'training', 'long-term', 'other'] as const;
export type AbsenceKind = (typeof absenceKinds)[number];

/** Days on which somebody is engaged and not there, half-open. Of the reason no more is kept than planning needs. */
export const absenceFields = z.strictObject({
  personId: idSchema<PersonId>(),
  kind: z.enum(absenceKinds, { error: `Expected one of ${absenceKinds.join(', ')}.` }),
  from: plainDateSchema,
  to: plainDateSchema,
  note: proseSchema(500),
});
export type AbsenceFields = z.output<typeof absenceFields>;
export type Absence = Entity<AbsenceId, AbsenceFields>;

/**
 * Whose personal data were erased, and which entries of the trail were made to forget them: the digest is the SHA-256 of
 * what is left of an entry, so that nothing else of it can be changed unseen.
 */
export const erasureFields = z.strictObject({
  personId: idSchema<PersonId>(),
  on: plainDateSchema,
  reason: proseSchema(2000),
  entries: z.array(z.strictObject({ sequence: z.int().positive(), digest: z.string().regex(/^[0-9a-f]{64}$/) })),
});
export type ErasureFields = z.output<typeof erasureFields>;
export type Erasure = Entity<ErasureId, ErasureFields>;
