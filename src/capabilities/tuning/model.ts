import { z } from 'zod';
import type { Entity } from '../../kernel/entity.ts';
import type { RuleSettingId } from '../../kernel/id.ts';
import { proseSchema } from '../../kernel/text.ts';

/** How one organization has a rule of the assessment judged, and why: houses differ, and an auditor asks for the reason. */
export const ruleSettingFields = z.strictObject({
  /** Id of the rule, such as rasci.several-accountable. At most one setting a rule. */
  rule: z.string().regex(/^[a-z]+\.[a-z-]+$/, 'Expected a rule such as rasci.several-accountable.'),
  on: z.boolean(),
  /** Another severity than the rule's own; null leaves it as it is. */
  severity: z.enum(['critical', 'major', 'minor', 'advice']).nullable(),
  /** The figure that the rule judges by, where it has one: a share from 0 to 1, a count or days, as docs/RULES.md says. */
  limit: z.number().min(0).max(10_000).nullable(),
  reason: proseSchema(2000).refine((text) => text !== '', 'Say why: an auditor will ask.'),
});
export type RuleSettingFields = z.output<typeof ruleSettingFields>;
export type RuleSetting = Entity<RuleSettingId, RuleSettingFields>;
