import { z } from 'zod';
import rulesJson from './data/segregation-rules.json' with { type: 'json' };

export const segregationSeverities = ['critical', 'high', 'medium', 'low'] as const;
export type SegregationSeverity = (typeof segregationSeverities)[number];

/**
 * Two duties that should not meet in one person.
 * - `role-pair`: `a` and `b` are keys of roles.
 * - `activity-pair`: `a` and `b` are acts on one record (write and approve a policy), to be judged where such records exist.
 * - `row`: A and R of one requirement whose segregation is required.
 */
export interface SegregationRule {
  /** Stable: compensating controls refer to it. `SOD-..`, `ROLE-..` or `ROW-..`. */
  readonly id: string;
  readonly kind: 'role-pair' | 'activity-pair' | 'row';
  readonly a: string;
  readonly b: string;
  readonly title: string;
  readonly reason: string;
  /** Clauses, controls and other norms that it rests on; the first one is the clause that a conflict offends. */
  readonly references: readonly string[];
  readonly severity: SegregationSeverity;
  /** What may be done instead; null where nothing cures the conflict. */
  readonly compensatingControl: string | null;
  readonly detection: string;
}

const ruleFile: z.ZodType<{ rules: SegregationRule[] }> = z.object({
  rules: z.array(
    z.object({
      id: z.string().regex(/^[A-Z]+-[0-9]+$/),
      kind: z.enum(['role-pair', 'activity-pair', 'row']),
      a: z.string(),
      b: z.string(),
      title: z.string(),
      reason: z.string(),
      references: z.array(z.string()).min(1),
      severity: z.enum(segregationSeverities),
      compensatingControl: z.string().nullable(),
      detection: z.string(),
    }),
  ),
});

export const segregationRules: readonly SegregationRule[] = ruleFile.parse(rulesJson).rules;

export const rolePairRules = segregationRules.filter((rule) => rule.kind === 'role-pair');
export const activityPairRules = segregationRules.filter((rule) => rule.kind === 'activity-pair');
export const rowRules = segregationRules.filter((rule) => rule.kind === 'row');

const byId: ReadonlyMap<string, SegregationRule> = new Map(segregationRules.map((rule) => [rule.id, rule]));

export const findSegregationRule = (id: string): SegregationRule | undefined => byId.get(id);
