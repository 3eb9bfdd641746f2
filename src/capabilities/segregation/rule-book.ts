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
  /** The roles, by key, that one person should not hold beside this one, each with a rule that says so. */
  readonly opponentsOf: (roleKey: string) => readonly Opponent[];
  /** The first rule that keeps the two roles apart, a shipped one before an own one. */
  readonly between: (roleKey: string, other: string) => SegregationRule | undefined;
}

export interface Opponent {
  readonly other: string;
  readonly rule: SegregationRule;
}

// Sentences are made around it, as around what the shipped rules say.
const withoutStop = (text: string): string => text.replace(/\.$/, '');

/** A rule of the organization's own as the shipped ones are; what it rests on is A.5.3 where it names nothing. */
export const ownRule = ({ key, references, ...rule }: OwnSegregationRule): SegregationRule => ({
  id: key,
  kind: rule.kind,
  a: rule.a,
  b: rule.b,
  title: rule.title,
  reason: withoutStop(rule.reason),
  severity: rule.severity,
  compensatingControl: rule.compensatingControl === null ? null : withoutStop(rule.compensatingControl),
  references: references.length === 0 ? ['A.5.3'] : references,
  detection: '',
});

/** Why a rule is there, in its own words: its title where it gives no reason. */
export const reasonOf = ({ reason, title }: Pick<SegregationRule, 'reason' | 'title'>): string =>
  reason === '' ? title : reason;

export function ruleBook(own: readonly OwnSegregationRule[]): RuleBook {
  const rules = own.map(ownRule);
  const byId = new Map(rules.map((rule) => [rule.id, rule]));
  const rolePairs = [...rolePairRules, ...rules.filter(({ kind }) => kind === 'role-pair')];
  const opponents = Map.groupBy(
    rolePairs.flatMap((rule) => [
      { role: rule.a, other: rule.b, rule },
      { role: rule.b, other: rule.a, rule },
    ]),
    ({ role }) => role,
  );
  const opponentsOf = (roleKey: string): readonly Opponent[] => opponents.get(roleKey) ?? [];
  return {
    rolePairs,
    activityPairs: [...activityPairRules, ...rules.filter(({ kind }) => kind === 'activity-pair')],
    find: (id) => findSegregationRule(id) ?? byId.get(id),
    opponentsOf,
    between: (roleKey, other) => opponentsOf(roleKey).find((entry) => entry.other === other)?.rule,
  };
}

/** The activity of auditing an area: assigned to requirements, it is held against R and A there (9.2.2). */
export const AUDIT_ACTIVITY = 'internal-audit';

/** Keys of the activities that rules speak of, and of auditing, in the order of the rules. */
export const activitiesOf = (book: RuleBook): readonly string[] => [
  ...new Set([AUDIT_ACTIVITY, ...book.activityPairs.flatMap(({ a, b }) => [a, b])]),
];
