import type { Letter, RequirementId } from '../../../domain/requirement.ts';
import { letters } from '../../../domain/requirement.ts';
import type { PersonId, RoleId } from '../../../kernel/id.ts';
import type { CellChange, CellValue } from '../../../web/matrix/model.ts';
import type { CellEdit } from '../contract.ts';
import type { Accountability } from '../model.ts';
import { columnIdOf, ownerOf } from './matrix-columns.ts';

/** The order in which the instrument spells a cell: who answers stands first. */
const order: readonly Letter[] = ['A', 'R', 'S', 'C', 'I'];

export const valueOf = (cell: Pick<Accountability, 'letters'>): string =>
  order.filter((letter) => cell.letters.includes(letter)).join('/');

export const lettersIn = (value: string): Letter[] => letters.filter((letter) => value.split('/').includes(letter));

export const cellValues = (cells: readonly Accountability[]): readonly CellValue[] =>
  cells.map((cell) => ({ rowId: cell.requirementId, columnId: columnIdOf(cell), value: valueOf(cell) }));

export const placeOf = (rowId: string, columnId: string): string => `${rowId} ${columnId}`;

/** Cells by their place. */
export const byPlace = (cells: readonly Accountability[]): Map<string, Accountability> =>
  new Map(cells.map((cell) => [placeOf(cell.requirementId, columnIdOf(cell)), cell]));

/** Changes as the route takes them, each with the version of the cell as it was last seen. */
export const editsOf = (changes: readonly CellChange[], seen: ReadonlyMap<string, Accountability>): CellEdit[] =>
  changes.map((change) => {
    const owner = ownerOf(change.columnId);
    return {
      requirementId: change.rowId as RequirementId,
      roleId: owner.roleId as RoleId | null,
      personId: owner.personId as PersonId | null,
      letters: lettersIn(change.after),
      version: seen.get(placeOf(change.rowId, change.columnId))?.version ?? null,
    };
  });

/** The cells after changes that the server took: its answer holds those that are filled now. */
export function cellsAfter(
  cells: readonly Accountability[],
  changes: readonly CellChange[],
  answered: readonly Accountability[],
): readonly Accountability[] {
  const places = byPlace(cells);
  for (const change of changes) if (change.after === '') places.delete(placeOf(change.rowId, change.columnId));
  for (const cell of answered) places.set(placeOf(cell.requirementId, columnIdOf(cell)), cell);
  return [...places.values()];
}
