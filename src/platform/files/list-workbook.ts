import { colToLetter, writeXlsx, type WriteSheet } from 'hucre/xlsx';
import type { ListRegister } from '../../capabilities/documents/list-register.ts';
import { factsSheet, font, headerFooter, pageSetup, propertiesOf, SheetCells, styles } from './document-sheet.ts';

const sheetNames: { readonly [D in ListRegister['document']]: string } = {
  'competence-register': 'Competence',
  'required-competences': 'Required competences',
  'training-register': 'Trainings',
};

function listSheet(document: ListRegister): WriteSheet {
  const { columns, rows } = document;
  const sheet = new SheetCells();
  sheet.add(...columns.map(({ heading }) => [heading, styles.heading] as const));
  for (const row of rows) sheet.add(...columns.map(({ field }) => [row[field] ?? null, styles.text] as const));
  return {
    name: sheetNames[document.document],
    rows: sheet.rows,
    cells: sheet.cells,
    columns: columns.map(({ width }) => ({ width })),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:${colToLetter(columns.length - 1)}${sheet.rows.length}` },
    pageSetup: pageSetup('a4', { columns: '$A:$A' }),
    headerFooter: headerFooter(document),
  };
}

/**
 * A register as a workbook with the sheets of its rows and of its facts. It comes back through the import. Names stay
 * text whatever they begin with. The same document gives the same bytes.
 */
export const listWorkbook = async (document: ListRegister): Promise<Uint8Array> =>
  await writeXlsx({
    sheets: [listSheet(document), factsSheet(document)],
    properties: propertiesOf(document),
    defaultFont: font,
  });
