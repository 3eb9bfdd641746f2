import { rolePairRules, type SegregationRule } from '../../../domain/segregation-rule.ts';
import { findRoleTemplate } from '../../../domain/role-template.ts';
import type { RoleRow } from '../contract.ts';

/** A role that must not meet this one in one person. */
export interface RoleConflict {
  readonly rule: SegregationRule;
  readonly otherKey: string;
  readonly otherName: string;
  /** Null when the organization does not have that role. */
  readonly other: RoleRow | null;
}

const byKey = (roles: readonly RoleRow[], key: string): RoleRow | null =>
  roles.find((role) => role.key === key) ?? null;

/** The rules that separate the role with this key from others. */
export const conflictsOf = (key: string, roles: readonly RoleRow[]): readonly RoleConflict[] =>
  rolePairRules
    .filter((rule) => rule.a === key || rule.b === key)
    .map((rule) => {
      const otherKey = rule.a === key ? rule.b : rule.a;
      const other = byKey(roles, otherKey);
      return { rule, otherKey, other, otherName: other?.name ?? findRoleTemplate(otherKey)?.name ?? otherKey };
    });

/** Those of the conflicts that would come about if this person held the role too. */
export const conflictsFor = (personId: string, conflicts: readonly RoleConflict[]): readonly RoleConflict[] =>
  conflicts.filter(({ other }) => other?.holders.some((holder) => holder.personId === personId) ?? false);
