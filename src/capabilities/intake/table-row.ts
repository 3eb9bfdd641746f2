import { unguarded } from '../people/cell-text.ts';
import { plainText } from './cell-text.ts';
import type { Sheet, SheetRow } from './sheet.ts';

/** A row with its merged cells filled downwards, its texts without marks of emphasis. */
export interface TableRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** The cells with something in them. */
export const filled = (cells: readonly string[]): readonly string[] => cells.filter((text) => text !== '');

/** The rows of a sheet; what is merged over several rows stands in each of them. */
export function tableRows(sheet: Sheet): readonly TableRow[] {
  const downwards = new Map<number, { readonly column: number; readonly from: number }[]>();
  for (const { firstRow, lastRow, firstColumn } of sheet.merges ?? []) {
    for (let row = firstRow + 1; row <= Math.min(lastRow, firstRow + 2000); row += 1) {
      const there = downwards.get(row);
      if (there === undefined) downwards.set(row, [{ column: firstColumn, from: firstRow }]);
      else there.push({ column: firstColumn, from: firstRow });
    }
  }
  const byNumber = new Map<number, SheetRow>(sheet.rows.map((row) => [row.number, row]));
  return sheet.rows.map((row) => {
    const cells = row.cells.map((text) => unguarded(plainText(text)));
    for (const { column, from } of downwards.get(row.number) ?? []) {
      while (cells.length < column) cells.push('');
      if ((cells[column] ?? '') === '') cells[column] = plainText(byNumber.get(from)?.cells[column] ?? '');
    }
    return { number: row.number, cells };
  });
}
