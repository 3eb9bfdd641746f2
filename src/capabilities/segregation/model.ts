import { z } from 'zod';
import { plainDateSchema } from '../../kernel/date.ts';
import type { Entity } from '../../kernel/entity.ts';
import { idSchema, type CompensatingControlId, type PersonId } from '../../kernel/id.ts';
import { lineSchema, proseSchema } from '../../kernel/text.ts';

/** What an organization does instead where one person holds two duties that a rule separates. Counts until `expires` (that day excluded). */
export const compensatingControlFields = z.strictObject({
  /** Id of the segregation rule, such as SOD-01. */
  rule: z.string().regex(/^[A-Z]+-[0-9]+$/),
  personId: idSchema<PersonId>(),
  control: proseSchema(2000).refine((text) => text !== '', 'Say what is done instead.'),
  /** Who took the risk: somebody else than the person. */
  approvedBy: lineSchema(200),
  expires: plainDateSchema,
});

export type CompensatingControlFields = z.output<typeof compensatingControlFields>;
export type CompensatingControl = Entity<CompensatingControlId, CompensatingControlFields>;
