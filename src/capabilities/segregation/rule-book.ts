import {
  activityPairRules,
  findSegregationRule,
  rolePairRules,
  type SegregationRule,
} from '../../domain/segregation-rule.ts';
import type { OwnSegregationRule } from './model.ts';

/** The rules that hold in one organization: the shipped ones and its own. */
export interface RuleBook {
  readonly rolePairs: readonly SegregationRule[];
  readonly activityPairs: readonly SegregationRule[];
  readonly find: (id: string) => SegregationRule | undefined;
}

/** A rule of the organization's own as the shipped ones are; what it rests on is A.5.3 where it names nothing. */
export const ownRule = ({ key, references, ...rule }: OwnSegregationRule): SegregationRule => ({
  id: key,
  kind: rule.kind,
  a: rule.a,
  b: rule.b,
  title: rule.title,
  reason: rule.reason,
  severity: rule.severity,
  compensatingControl: rule.compensatingControl,
  references: references.length === 0 ? ['A.5.3'] : references,
  detection: '',
});

export function ruleBook(own: readonly OwnSegregationRule[]): RuleBook {
  const rules = own.map(ownRule);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  return {
    rolePairs: [...rolePairRules, ...rules.filter(({ kind }) => kind === 'role-pair')],
    activityPairs: [...activityPairRules, ...rules.filter(({ kind }) => kind === 'activity-pair')],
    find: (id) => findSegregationRule(id) ?? byId.get(id),
  };
}

/** The activity of auditing an area: assigned to requirements, it is held against R and A there (9.2.2). */
export const AUDIT_ACTIVITY = 'internal-audit';

/** Keys of the activities that rules speak of, and of auditing, in the order of the rules. */
export const activitiesOf = (book: RuleBook): readonly string[] => [
  ...new Set([AUDIT_ACTIVITY, ...book.activityPairs.flatMap(({ a, b }) => [a, b])]),
];
