import { z } from 'zod';
import { plainDateSchema } from '../../kernel/date.ts';
import type { Entity } from '../../kernel/entity.ts';
import { weeklyHoursSchema } from '../../kernel/hours.ts';
import { idSchema, type PersonId } from '../../kernel/id.ts';
import { emailSchema, lineSchema } from '../../kernel/text.ts';
import { moneySchema } from '../../kernel/money.ts';

export const personKinds = ['internal', 'external'] as const;
export type PersonKind = (typeof personKinds)[number];

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
});

export type PersonFields = z.output<typeof personFields>;
export type Person = Entity<PersonId, PersonFields>;
