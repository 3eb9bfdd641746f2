import type { Letter } from '../../../domain/requirement.ts';
import type { MatrixRow } from '../../../web/matrix/model.ts';
import type { Accountability } from '../model.ts';
import { valueOf } from './matrix-cells.ts';

/** One row of a role: its letters, and the other roles that answer or work in the row. */
export interface RoleLetterRow {
  readonly requirement: MatrixRow;
  readonly value: string;
  readonly others: readonly { readonly name: string; readonly value: string }[];
}

/** The rows in which a role has letters, or one letter; beside it those with A or R, who answers first. */
export function roleLetters(
  roleId: string,
  letter: Letter | undefined,
  requirements: readonly MatrixRow[],
  cells: readonly Accountability[],
  roles: readonly { readonly id: string; readonly name: string }[],
): readonly RoleLetterRow[] {
  const names = new Map<string, string>(roles.map(({ id, name }) => [id, name]));
  const byRow = Map.groupBy(cells, (cell): string => cell.requirementId);
  return requirements.flatMap((requirement) => {
    const row = byRow.get(requirement.id) ?? [];
    const own = row.find((cell) => cell.roleId === roleId);
    if (own === undefined || (letter !== undefined && !own.letters.includes(letter))) return [];
    const others = row
      .filter((cell) => cell !== own && (cell.letters.includes('A') || cell.letters.includes('R')))
      .flatMap((cell) => {
        const name = names.get(cell.roleId ?? '');
        return name === undefined ? [] : [{ name, value: valueOf(cell) }];
      })
      .toSorted((a, b) => Number(b.value.includes('A')) - Number(a.value.includes('A')));
    return [{ requirement, value: valueOf(own), others }];
  });
}
