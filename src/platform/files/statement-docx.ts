import type { Paper } from '../../capabilities/documents/model.ts';
import { statementCells, statementHeadings } from '../../capabilities/documents/statement-csv.ts';
import type { StatementOfApplicability } from '../../capabilities/documents/statement-of-applicability.ts';
import { boldText, documentDocx, headCell, textCell } from './document-docx.ts';
import { landscapeWidth, paragraph, runs } from './docx-package.ts';
import { table } from './docx-table.ts';

/** Shares of the page's width, heading by heading. */
const shares = [6, 15, 8, 9, 21, 9, 8, 13, 13, 17] as const;

/** The statement as a DOCX: one table, whose headings stand on every page. The same statement gives the same bytes. */
export function statementDocx(document: StatementOfApplicability, paper: Paper): Uint8Array {
  const total = statementHeadings.reduce((sum, _, at) => sum + (shares[at] ?? 12), 0);
  const widths = statementHeadings.map((_, at) => Math.floor((landscapeWidth[paper] * (shares[at] ?? 12)) / total));
  const rows = statementCells(document).map((cells) =>
    cells.map((text, column) => textCell(text, column === 0 ? boldText : '')),
  );
  const body = [
    paragraph('Heading2', runs('The controls'), '<w:pageBreakBefore/>'),
    table(widths, statementHeadings.map(headCell), rows),
    paragraph('Normal', ''),
  ];
  return documentDocx(document, paper, body.join(''));
}
