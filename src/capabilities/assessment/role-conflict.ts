import { rolePairRules, type SegregationRule } from '../../domain/segregation-rule.ts';

const opponents = new Map<string, { readonly other: string; readonly rule: SegregationRule }[]>();
for (const rule of rolePairRules) {
  for (const [one, other] of [
    [rule.a, rule.b],
    [rule.b, rule.a],
  ] as const) {
    const list = opponents.get(one) ?? [];
    list.push({ other, rule });
    opponents.set(one, list);
  }
}

/** The roles, by key, that one person should not hold beside this one, with the rule that says so. */
export const opponentsOf = (roleKey: string): readonly { readonly other: string; readonly rule: SegregationRule }[] =>
  opponents.get(roleKey) ?? [];

/** The rule that keeps the two roles apart, or undefined. */
export const ruleBetween = (a: string, b: string): SegregationRule | undefined =>
  opponentsOf(a).find((entry) => entry.other === b)?.rule;
