import type { Sheet } from '../intake/sheet.ts';
import { letterNamed } from './duty-words.ts';
import { isLegendRow, textAt, type Grid } from './matrix-grid.ts';
import { isLabelHeading } from './matrix-header.ts';
import type { MatrixProblem } from './parsed-matrix.ts';

/**
 * What to say of a sheet that speaks of responsibilities and holds no matrix: only the legend is there, or a header with
 * names over rows without letters.
 * @param said whether what stands around the sheet speaks of responsibilities
 */
export const emptiness = (sheet: Sheet, grid: Grid, said: boolean): MatrixProblem | null => {
  const says = (row: number, reason: string): MatrixProblem => ({ sheet: sheet.name, row, reason });
  const [first] = grid.rows;
  if (first === undefined) return null;
  const legend = grid.rows.filter(isLegendRow);
  const explained = new Set(legend.flatMap((row) => row.texts.map(letterNamed).filter((letter) => letter !== null)));
  if (explained.size >= 3 && legend.length * 2 > grid.rows.length) {
    return says(first.number, 'Only the explanation of the letters is there, and no matrix that uses them.');
  }
  const at = grid.rows.findIndex((row) => row.filled.length >= 3);
  const header = grid.rows[at];
  const body = grid.rows.slice(at + 1).filter((row) => !isLegendRow(row));
  if (header === undefined || body.length === 0 || !(said || isLabelHeading(textAt(header, 0)))) return null;
  const names = header.filled.filter((column) => column > 0);
  return body.every((row) => names.every((column) => textAt(row, column) === ''))
    ? says(header.number, 'The header of a matrix is there, but no cell below it holds a letter or a name.')
    : null;
};
