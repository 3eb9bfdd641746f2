import { rolePairRules, type SegregationSeverity } from '../../../domain/segregation-rule.ts';
import { findRoleTemplate } from '../../../domain/role-template.ts';
import type { RoleRow } from '../contract.ts';

/** A role that must not meet this one in one person. */
export interface RoleConflict {
  /** Id of the rule; null where the description of one of the two roles says so. */
  readonly rule: string | null;
  readonly severity: SegregationSeverity | null;
  readonly reason: string;
  readonly otherKey: string;
  readonly otherName: string;
  /** Null when the organization does not have that role. */
  readonly other: RoleRow | null;
}

const byKey = (roles: readonly RoleRow[], key: string): RoleRow | null =>
  roles.find((role) => role.key === key) ?? null;

/**
 * What is kept apart from a role: by the shipped rules, and by the description of either role, where no rule says it.
 * `says` words the latter, of the role that says it.
 */
export function conflictsOf(
  role: RoleRow,
  roles: readonly RoleRow[],
  says: (name: string) => string,
): readonly RoleConflict[] {
  const ruled = rolePairRules
    .filter((rule) => rule.a === role.key || rule.b === role.key)
    .map(({ id, a, b, severity, reason }): RoleConflict => {
      const otherKey = a === role.key ? b : a;
      const other = byKey(roles, otherKey);
      const otherName = other?.name ?? findRoleTemplate(otherKey)?.name ?? otherKey;
      return { rule: id, severity, reason, otherKey, other, otherName };
    });
  const known = new Set(ruled.map(({ otherKey }) => otherKey));
  const own = roles
    .filter(({ key, conflicts }) => role.conflicts.includes(key) || conflicts.includes(role.key))
    .filter(({ key }) => key !== role.key && !known.has(key))
    .map((other): RoleConflict => {
      const source = role.conflicts.includes(other.key) ? role.name : other.name;
      const about = { otherKey: other.key, otherName: other.name, other };
      return { rule: null, severity: null, reason: says(source), ...about };
    });
  return [...ruled, ...own];
}
