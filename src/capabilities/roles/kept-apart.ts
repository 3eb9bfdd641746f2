import type { SegregationRule } from '../../domain/segregation-rule.ts';
import { findRoleTemplate } from '../../domain/role-template.ts';
import type { RuleBook } from '../segregation/rule-book.ts';
import type { Role } from './model.ts';

/** A role that must not meet this one in one person. */
export interface KeptApart {
  readonly rule: SegregationRule;
  readonly otherName: string;
  /** Null when the organization does not have that role. */
  readonly otherId: Role['id'] | null;
}

/** What the rules of a book keep apart from a role: the shipped ones first, then the organization's own. */
export const keptApart = (
  role: Pick<Role, 'key'>,
  roles: readonly Pick<Role, 'id' | 'key' | 'name'>[],
  book: RuleBook,
): readonly KeptApart[] =>
  book.opponentsOf(role.key).map(({ other: key, rule }) => {
    const other = roles.find((one) => one.key === key);
    return { rule, otherName: other?.name ?? findRoleTemplate(key)?.name ?? key, otherId: other?.id ?? null };
  });
