import type { Line, Range } from './lines.ts';
import type { CellChange, MatrixColumn } from './model.ts';

/** What edits read of a matrix. */
export interface Editable {
  readonly lines: readonly Line[];
  readonly columns: readonly MatrixColumn[];
  readonly get: (rowId: string, columnId: string) => string;
}

interface Selected {
  readonly rowIds: readonly string[];
  readonly columnIds: readonly string[];
}

/** Rows and columns of a range, without what only heads a group or stands for one; locked rows too unless `writable`. */
const selected = (grid: Editable, range: Range, writable: boolean): Selected => ({
  rowIds: grid.lines
    .slice(range.top, range.bottom + 1)
    .flatMap((line) => (line.kind === 'row' && !(writable && line.row.locked !== undefined) ? [line.id] : [])),
  columnIds: grid.columns
    .slice(range.left, range.right + 1)
    .flatMap((column) => (column.folds === undefined ? [column.id] : [])),
});

const changesTo = (
  grid: Editable,
  cells: Selected,
  value: (rowId: string, columnId: string) => string,
): readonly CellChange[] =>
  cells.rowIds.flatMap((rowId) =>
    cells.columnIds.map((columnId) => ({
      rowId,
      columnId,
      before: grid.get(rowId, columnId),
      after: value(rowId, columnId),
    })),
  );

/** Gives every writable cell of the range the same value; the empty string clears them. */
export const setting = (grid: Editable, range: Range, value: string): readonly CellChange[] =>
  changesTo(grid, selected(grid, range, true), () => value);

/** Copies the range's first row downward; a range of one row takes from the row above it. */
export const fillingDown = (grid: Editable, range: Range): readonly CellChange[] => {
  const all = selected(grid, range, false);
  const above = grid.lines.slice(0, range.top).findLast((line) => line.kind === 'row');
  const source = all.rowIds.length === 1 ? above?.id : all.rowIds[0];
  if (source === undefined) return [];
  return changesTo(grid, selected(grid, range, true), (_, columnId) => grid.get(source, columnId));
};

/** Copies the range's first column to the right; a range of one column takes from the column before it. */
export const fillingRight = (grid: Editable, range: Range): readonly CellChange[] => {
  const source = grid.columns[range.left === range.right ? range.left - 1 : range.left]?.id;
  if (source === undefined) return [];
  return changesTo(grid, selected(grid, range, true), (rowId) => grid.get(rowId, source));
};

/** Repeats what stands in `source` over the rest of `over`, which reaches beyond it to one side. */
export const filling = (grid: Editable, source: Range, over: Range): readonly CellChange[] => {
  const from = selected(grid, source, false);
  const all = selected(grid, over, false);
  const writable = new Set(selected(grid, over, true).rowIds);
  const [height, width] = [from.rowIds.length, from.columnIds.length];
  if (height === 0 || width === 0) return [];
  // A drag upward or to the left repeats backward from the source's far edge.
  const [down, across] = [
    over.top < source.top ? height - (all.rowIds.length % height) : 0,
    over.left < source.left ? width - (all.columnIds.length % width) : 0,
  ];
  return all.rowIds.flatMap((rowId, row) =>
    all.columnIds.flatMap((columnId, column) => {
      const inside = from.rowIds.includes(rowId) && from.columnIds.includes(columnId);
      const like = [from.rowIds[(row + down) % height], from.columnIds[(column + across) % width]] as const;
      if (inside || !writable.has(rowId) || like[0] === undefined || like[1] === undefined) return [];
      return [{ rowId, columnId, before: grid.get(rowId, columnId), after: grid.get(like[0], like[1]) }];
    }),
  );
};

/** The range's values, row by row. */
export const blockOf = (grid: Editable, range: Range): readonly (readonly string[])[] => {
  const { rowIds, columnIds } = selected(grid, range, false);
  return rowIds.map((rowId) => columnIds.map((columnId) => grid.get(rowId, columnId)));
};
