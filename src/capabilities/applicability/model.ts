import { z } from 'zod';
import { requirementIdSchema } from '../../domain/requirement.ts';
import { plainDateSchema } from '../../kernel/date.ts';
import type { Entity } from '../../kernel/entity.ts';
import type { ApplicabilityId } from '../../kernel/id.ts';
import { lineSchema, proseSchema } from '../../kernel/text.ts';

export const implementationStatuses = ['not-started', 'planned', 'partial', 'implemented'] as const;

/** What may call for a control (6.1.3 b and c): a risk, law, a contract, the business itself, or good practice. */
export const inclusionReasons = ['risk', 'legal', 'contractual', 'business', 'good-practice'] as const;
export type InclusionReason = (typeof inclusionReasons)[number];

const evidenceLink = z
  .url({ protocol: /^https?$/, error: 'Expected an address that begins with https:// or http://.' })
  .regex(/^[^\s<>"]*$/, 'No blanks, quotation marks or angle brackets: write them as %20, %22, %3C and %3E.')
  .max(1000, 'At most 1000 characters.');

/** The entry of one control in the statement of applicability (6.1.3 d). Clauses 4 to 10 always apply. */
export const applicabilityFields = z.strictObject({
  requirementId: requirementIdSchema,
  applicable: z.boolean(),
  /** Why it is in or out. Required when it is out: 6.1.3 d asks for the justification of an exclusion. */
  justification: proseSchema(4000),
  status: z.enum(implementationStatuses),
  /** The day on which the status was judged. */
  statusOn: plainDateSchema.nullable(),
  /** Why it is in, beside the justification: what calls for the control. */
  reasons: z
    .array(z.enum(inclusionReasons, { error: `Expected some of ${inclusionReasons.join(', ')}.` }))
    .refine((given) => new Set(given).size === given.length, 'A reason stands once.')
    .transform((given) => inclusionReasons.filter((reason) => given.includes(reason))),
  /** Where it can be seen that the control works: a document, ticket or page. */
  evidence: z.array(z.strictObject({ label: lineSchema(200), link: evidenceLink.nullable() })).max(50),
});

export type ApplicabilityFields = z.output<typeof applicabilityFields>;
export type Applicability = Entity<ApplicabilityId, ApplicabilityFields>;
