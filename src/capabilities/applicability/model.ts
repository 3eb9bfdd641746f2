import { z } from 'zod';
import { requirementIdSchema } from '../../domain/requirement.ts';
import type { Entity } from '../../kernel/entity.ts';
import type { ApplicabilityId } from '../../kernel/id.ts';
import { proseSchema } from '../../kernel/text.ts';

export const implementationStatuses = ['not-started', 'planned', 'partial', 'implemented'] as const;

/** The entry of one control in the statement of applicability (6.1.3 d). Clauses 4 to 10 always apply. */
export const applicabilityFields = z.strictObject({
  requirementId: requirementIdSchema,
  applicable: z.boolean(),
  /** Why it is in or out. Required when it is out: 6.1.3 d asks for the justification of an exclusion. */
  justification: proseSchema(4000),
  status: z.enum(implementationStatuses),
});

export type ApplicabilityFields = z.output<typeof applicabilityFields>;
export type Applicability = Entity<ApplicabilityId, ApplicabilityFields>;
