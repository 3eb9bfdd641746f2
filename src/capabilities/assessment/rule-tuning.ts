import type { Snapshot } from '../trail/snapshot.ts';
import { ruleIds, type AssessmentSettings, type Gap, type RuleId, type RuleTuning } from './model.ts';

/** The figure that a rule judges by. A share is of the applicable requirements, 0 to 1. */
export interface RuleLimit {
  readonly unit: 'share' | 'count' | 'days';
  readonly least: number;
  readonly most: number;
  /** What holds while the organization sets nothing. */
  readonly normal: number;
}

/**
 * Rules that judge by a figure. One person with R in more than 40% of the rows is a common finding under 7.1; answering
 * for much is normal for who leads the ISMS (65% in the default matrix), so the normal limit for A is 75%, and a limit
 * of the organization's own counts for both letters.
 */
export const ruleLimits: { readonly [R in RuleId]?: RuleLimit } = {
  'rasci.several-accountable': { unit: 'count', least: 1, most: 10, normal: 1 },
  'rasci.several-responsible': { unit: 'count', least: 1, most: 20, normal: 1 },
  'rasci.overloaded': { unit: 'share', least: 0.05, most: 1, normal: 0.4 },
  'sod.control-expiring': { unit: 'days', least: 1, most: 365, normal: 30 },
};
const NORMAL_ACCOUNTABLE_SHARE = 0.75;

/** Rules that only some houses want: they judge nothing until an organization switches them on. */
export const offByDefault: ReadonlySet<RuleId> = new Set<RuleId>(['rasci.several-responsible']);

const isRule = (text: string): text is RuleId => (ruleIds as readonly string[]).includes(text);

/** How an organization has its rules judged: the product's defaults, and what it set otherwise. */
export function settingsOf({ ruleSetting }: Pick<Snapshot, 'ruleSetting'>): AssessmentSettings {
  const rules: { [R in RuleId]?: RuleTuning } = {};
  for (const { rule, on, severity, limit, reason } of ruleSetting)
    if (isRule(rule)) rules[rule] = { on, severity, limit, reason };
  const share = rules['rasci.overloaded']?.limit ?? null;
  return {
    responsibleShare: share ?? ruleLimits['rasci.overloaded']?.normal ?? 1,
    accountableShare: share ?? NORMAL_ACCOUNTABLE_SHARE,
    rules,
  };
}

export const isOn = ({ rules }: AssessmentSettings, rule: RuleId): boolean =>
  rules[rule]?.on ?? !offByDefault.has(rule);

/** The figure that a rule judges by; infinite for a rule that is off, so that nothing exceeds it. */
export const limitOf = (settings: AssessmentSettings, rule: RuleId): number =>
  isOn(settings, rule) ? (settings.rules[rule]?.limit ?? ruleLimits[rule]?.normal ?? Infinity) : Infinity;

/**
 * The gaps as the organization weighs them. What a rule calls advice, such as a conflict that is compensated, stays
 * advice: no setting makes a nonconformity of it.
 */
export const tuned = (gaps: readonly Gap[], settings: AssessmentSettings): readonly Gap[] =>
  gaps.flatMap((gap) => {
    if (!isOn(settings, gap.rule)) return [];
    const severity = settings.rules[gap.rule]?.severity ?? null;
    return severity === null || gap.severity === 'advice' ? [gap] : [{ ...gap, severity }];
  });
