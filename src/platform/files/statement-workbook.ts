import { writeXlsx, type WriteSheet } from 'hucre/xlsx';
import type { Paper } from '../../capabilities/documents/model.ts';
import { statementCells, statementHeadings } from '../../capabilities/documents/statement-csv.ts';
import { statusTexts } from '../../capabilities/applicability/statement-text.ts';
import type { StatementOfApplicability } from '../../capabilities/documents/statement-of-applicability.ts';
import { factsSheet, font, headerFooter, pageSetup, propertiesOf, SheetCells, styles } from './document-sheet.ts';

/** Where the headings that are edited stand. */
const columns = { applicable: 'C', reasons: 'D', status: 'F', statusOn: 'G' } as const;

const choice = (values: readonly string[], range: string, title: string): WriteSheet['dataValidations'] => [
  {
    type: 'list',
    values: [...values],
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: 'warning',
    errorTitle: title,
    errorMessage: `The import knows: ${values.join(', ')}.`,
    range,
  },
];

function statementSheet(document: StatementOfApplicability, paper: Paper): WriteSheet {
  const sheet = new SheetCells();
  sheet.add(...statementHeadings.map((heading) => [heading, styles.heading] as const));
  for (const cells of statementCells(document)) {
    const [control = '', title = '', applicable = '', reasons = '', justification = '', status = '', ...others] = cells;
    const text = applicable === 'yes' ? styles.text : styles.quiet;
    const unjustified = applicable === 'no' && justification === '';
    sheet.add(
      [control, styles.number],
      [title, text],
      [applicable, unjustified ? styles.alarm : text],
      [reasons === '' ? null : reasons, text],
      [justification === '' ? null : justification, text],
      [status, text],
      ...others.map((value) => [value === '' ? null : value, text] as const),
    );
  }
  const last = sheet.rows.length;
  return {
    name: 'Statement',
    rows: sheet.rows,
    cells: sheet.cells,
    columns: [9, 40, 11, 22, 50, 18, 12, 32, 32, 40].map((width) => ({ width })),
    freezePane: { rows: 1, columns: 2 },
    autoFilter: { range: `A1:J${last}` },
    dataValidations: [
      ...(choice(['yes', 'no'], `${columns.applicable}2:${columns.applicable}${last}`, 'Applicable') ?? []),
      ...(choice(Object.values(statusTexts), `${columns.status}2:${columns.status}${last}`, 'Status') ?? []),
    ],
    pageSetup: pageSetup(paper, { columns: '$A:$B' }),
    headerFooter: headerFooter(document),
  };
}

/**
 * The statement as a workbook with the sheets Statement and Facts. It comes back through the import: names come from the
 * matrix, everything else is read. The same document gives the same bytes.
 */
export async function statementWorkbook(document: StatementOfApplicability, paper: Paper): Promise<Uint8Array> {
  return await writeXlsx({
    sheets: [statementSheet(document, paper), factsSheet(document)],
    properties: propertiesOf(document),
    defaultFont: font,
  });
}
