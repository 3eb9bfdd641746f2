import { exportedHeadings } from '../accountability/exported-matrix.ts';
import { csvText } from './csv.ts';
import { cellText, rowMarkTexts, type MatrixDocument, type MatrixRow } from './matrix-document.ts';

const checkText = ({ applicable, marks }: MatrixRow): string =>
  [...(applicable ? [] : ['excluded']), ...marks.map(({ rule }) => rowMarkTexts[rule])].join('; ') || 'in order';

/**
 * The matrix as CSV: one header row, then one row for each requirement, so that any program (and the import) reads it
 * back. The facts' date and place in the trail stand in the last columns of every row: a CSV has no foot.
 */
export function matrixCsv(document: MatrixDocument): string {
  const { number, title, applicable, check } = exportedHeadings;
  const columns = document.columns.map((column) => column.heading);
  const header = [number, title, applicable, ...columns, check, 'Facts of', 'Trail', 'Hash'];
  const foot = [document.on, String(document.trail.sequence), document.trail.hash];
  const rows = document.groups.flatMap((group) =>
    group.rows.map((row) => [
      row.requirement,
      row.title,
      row.applicable ? 'yes' : 'no',
      ...row.cells.map(cellText),
      checkText(row),
      ...foot,
    ]),
  );
  return csvText([header, ...rows]);
}
