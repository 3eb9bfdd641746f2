import { findRoleTemplate, holdingOf } from '../../../domain/role-template.ts';
import type { RoleRow } from '../../roles/contract.ts';
import type { MatrixColumn } from '../../../web/matrix/model.ts';
import type { Accountability } from '../model.ts';

/** Whose letters a column holds. */
export interface ColumnOwner {
  readonly roleId: string | null;
  readonly personId: string | null;
}

export const columnIdOf = (owner: ColumnOwner): string =>
  owner.roleId === null ? `person:${owner.personId ?? ''}` : `role:${owner.roleId}`;

export function ownerOf(columnId: string): ColumnOwner {
  const at = columnId.indexOf(':');
  const id = columnId.slice(at + 1);
  return columnId.startsWith('role:') ? { roleId: id, personId: null } : { roleId: null, personId: id };
}

export const columnShows = ['used', 'mandatory', 'all'] as const;
export type ColumnShow = (typeof columnShows)[number];

interface Texts {
  readonly bands: { readonly mandatory: string; readonly other: string; readonly own: string; readonly people: string };
  readonly held: (role: string, holders: string) => string;
  readonly deputy: (name: string) => string;
  readonly vacant: string;
  readonly everyone: string;
}

/** The people whom a role means on the day, in words. */
export const holdersOf = (role: RoleRow, texts: Omit<Texts, 'bands' | 'held'>): string => {
  if (holdingOf(role.key) === 'everyone') return texts.everyone;
  const names = [
    ...role.holders.map((holder) => holder.personName),
    ...role.deputies.map((deputy) => texts.deputy(deputy.personName)),
  ];
  return names.length === 0 ? texts.vacant : names.join(', ');
};

const count = (role: RoleRow): number => Object.values(role.letters).reduce((sum, letters) => sum + letters, 0);

/** Roles as columns, mandatory ones first, then those of the template, then the organization's own; at last people who have letters by name. `people`: names by id. */
export function matrixColumns(
  roles: readonly RoleRow[],
  people: ReadonlyMap<string, string>,
  show: ColumnShow,
  texts: Texts,
): readonly MatrixColumn[] {
  const wanted = roles.filter(
    (role) => show === 'all' || role.mandatory || (show === 'used' && (count(role) > 0 || role.holders.length > 0)),
  );
  const bandOf = (role: RoleRow): keyof Texts['bands'] =>
    role.mandatory ? 'mandatory' : findRoleTemplate(role.key) === undefined ? 'own' : 'other';
  const ordered = (['mandatory', 'other', 'own'] as const).flatMap((band) =>
    wanted.filter((role) => bandOf(role) === band),
  );
  return [
    ...ordered.map((role) => ({
      id: columnIdOf({ roleId: role.id, personId: null }),
      label: texts.held(role.name, holdersOf(role, texts)),
      short: role.name,
      group: texts.bands[bandOf(role)],
    })),
    ...[...people].map(([personId, name]) => ({
      id: columnIdOf({ roleId: null, personId }),
      label: name,
      group: texts.bands.people,
    })),
  ];
}

/** People who hold letters by name. */
export const peopleInCells = (cells: readonly Accountability[]): ReadonlySet<string> =>
  new Set(cells.flatMap((cell) => (cell.personId === null ? [] : [cell.personId])));
