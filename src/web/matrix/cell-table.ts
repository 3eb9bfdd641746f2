import type { FilledCells } from './model.ts';

const nothing: FilledCells = new Map();

const put = (index: Map<string, Map<string, string>>, first: string, second: string, value: string): void => {
  const inner = index.get(first);
  if (value === '') inner?.delete(second);
  else if (inner === undefined) index.set(first, new Map([[second, value]]));
  else inner.set(second, value);
};

/** Filled cells, found by row and by column. The empty string is an empty cell and takes no room. */
export class CellTable {
  readonly #byRow = new Map<string, Map<string, string>>();
  readonly #byColumn = new Map<string, Map<string, string>>();

  get(rowId: string, columnId: string): string {
    return this.#byRow.get(rowId)?.get(columnId) ?? '';
  }

  set(rowId: string, columnId: string, value: string): void {
    put(this.#byRow, rowId, columnId, value);
    put(this.#byColumn, columnId, rowId, value);
  }

  row(rowId: string): FilledCells {
    return this.#byRow.get(rowId) ?? nothing;
  }

  column(columnId: string): FilledCells {
    return this.#byColumn.get(columnId) ?? nothing;
  }

  *entries(): Generator<readonly [rowId: string, columnId: string, value: string]> {
    for (const [rowId, row] of this.#byRow) for (const [columnId, value] of row) yield [rowId, columnId, value];
  }
}
