import { rolePairRules, type SegregationSeverity } from '../../domain/segregation-rule.ts';
import { findRoleTemplate } from '../../domain/role-template.ts';
import type { Role } from './model.ts';

/** A role that must not meet this one in one person. */
export interface KeptApart {
  /** Id of the rule; null where the description of one of the two roles says so. */
  readonly rule: string | null;
  readonly severity: SegregationSeverity | null;
  /** Why, in the rule's words; null where there is no rule. */
  readonly reason: string | null;
  /** Name of the role whose description says so; null where a rule does. */
  readonly saidBy: string | null;
  readonly otherKey: string;
  readonly otherName: string;
  /** Null when the organization does not have that role. */
  readonly other: Pick<Role, 'id' | 'key' | 'name' | 'conflicts'> | null;
}

type Described = Pick<Role, 'id' | 'key' | 'name' | 'conflicts'>;
type PairRule = {
  readonly id: string;
  readonly a: string;
  readonly b: string;
  readonly severity: SegregationSeverity;
  readonly reason: string;
};

/**
 * What is kept apart from a role: by the shipped rules and those of the organization's own in `own`, and by the
 * description of either role where no rule says it.
 */
export function keptApart(
  role: Described,
  roles: readonly Described[],
  own: readonly PairRule[] = [],
): readonly KeptApart[] {
  const ruled = [...rolePairRules, ...own]
    .filter((rule) => rule.a === role.key || rule.b === role.key)
    .map(({ id, a, b, severity, reason }): KeptApart => {
      const otherKey = a === role.key ? b : a;
      const other = roles.find(({ key }) => key === otherKey) ?? null;
      const otherName = other?.name ?? findRoleTemplate(otherKey)?.name ?? otherKey;
      return { rule: id, severity, reason, saidBy: null, otherKey, other, otherName };
    });
  const known = new Set([role.key, ...ruled.map(({ otherKey }) => otherKey)]);
  const described = roles
    .filter(({ key, conflicts }) => role.conflicts.includes(key) || conflicts.includes(role.key))
    .filter(({ key }) => !known.has(key))
    .map((other): KeptApart => {
      const saidBy = role.conflicts.includes(other.key) ? role.name : other.name;
      const about = { otherKey: other.key, otherName: other.name, other };
      return { rule: null, severity: null, reason: null, saidBy, ...about };
    });
  return [...ruled, ...described];
}
