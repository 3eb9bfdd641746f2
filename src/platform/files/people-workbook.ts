import { colToLetter, writeXlsx, type WriteSheet } from 'hucre/xlsx';
import { registerColumns, type PeopleRegister } from '../../capabilities/documents/people-register.ts';
import { personKinds } from '../../capabilities/people/model.ts';
import { factsSheet, font, headerFooter, pageSetup, propertiesOf, SheetCells, styles } from './document-sheet.ts';

function peopleSheet(document: PeopleRegister): WriteSheet {
  const columns = registerColumns(document);
  const sheet = new SheetCells();
  sheet.add(...columns.map(({ heading }) => [heading, styles.heading] as const));
  for (const person of document.people) {
    const style = person.state === 'ended' ? styles.quiet : styles.text;
    sheet.add(...columns.map(({ cell }) => [cell(person), style] as const));
  }
  const last = sheet.rows.length;
  const kind = colToLetter(columns.findIndex(({ heading }) => heading === 'Internal/external'));
  return {
    name: 'People',
    rows: sheet.rows,
    cells: sheet.cells,
    columns: columns.map(({ width }) => ({ width })),
    freezePane: { rows: 1, columns: 2 },
    autoFilter: { range: `A1:${colToLetter(columns.length - 1)}${last}` },
    dataValidations: [
      {
        type: 'list',
        values: [...personKinds],
        allowBlank: true,
        showErrorMessage: true,
        errorStyle: 'warning',
        errorTitle: 'Internal or external',
        errorMessage: `The import knows: ${personKinds.join(', ')}.`,
        range: `${kind}2:${kind}${Math.max(2, last)}`,
      },
    ],
    pageSetup: pageSetup('a4', { columns: '$A:$B' }),
    headerFooter: headerFooter(document),
  };
}

/**
 * The register of people as a workbook with the sheets People and Facts. It comes back through the import. Names stay
 * text whatever they begin with. The same document gives the same bytes.
 */
export async function peopleWorkbook(document: PeopleRegister): Promise<Uint8Array> {
  return await writeXlsx({
    sheets: [peopleSheet(document), factsSheet(document)],
    properties: propertiesOf(document),
    defaultFont: font,
  });
}
