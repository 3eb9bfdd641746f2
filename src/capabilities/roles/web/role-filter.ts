import { holdingOf } from '../../../domain/role-template.ts';
import type { RoleRow } from '../contract.ts';

export const roleShows = ['all', 'vacant', 'gaps'] as const;
export type RoleShow = (typeof roleShows)[number];

export const isRoleShow = (text: string | undefined): text is RoleShow => roleShows.some((show) => show === text);

/** True when somebody has to be appointed for the role to be held, and nobody is. */
export const isVacant = (role: RoleRow): boolean =>
  holdingOf(role.key) !== 'everyone' && !role.holders.some((holder) => holder.state === 'active');

const names = (role: RoleRow): string =>
  [role.name, ...role.aliases, ...[...role.holders, ...role.deputies].map((one) => one.personName)]
    .join('\n')
    .toLowerCase();

/** The roles that fit the filter, in the order given. `search` looks into names, aliases and holders. */
export const rolesShown = (roles: readonly RoleRow[], show: RoleShow, search: string): readonly RoleRow[] =>
  roles.filter(
    (role) =>
      (show !== 'vacant' || isVacant(role)) &&
      (show !== 'gaps' || role.gaps > 0) &&
      names(role).includes(search.trim().toLowerCase()),
  );
