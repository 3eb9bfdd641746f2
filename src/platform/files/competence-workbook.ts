import { colToLetter, writeXlsx, type CellStyle, type WriteSheet } from 'hucre/xlsx';
import {
  choiceText,
  competenceStateTexts,
  stateMeanings,
  UNKNOWN,
} from '../../capabilities/documents/competence-matrix-text.ts';
import type { PrintedCompetences } from '../../capabilities/documents/competence-matrix.ts';
import type { Paper } from '../../capabilities/documents/model.ts';
import type { CellFace } from '../../capabilities/competence/matrix-cell.ts';
import type { CompetenceState } from '../../capabilities/competence/standing.ts';
import {
  factsSheet,
  fill,
  headerFooter,
  font,
  ink,
  pageSetup,
  propertiesOf,
  quiet,
  SheetCells,
  styles,
} from './document-sheet.ts';

const look = (rgb: string, background: string | null, underline = false): CellStyle => ({
  ...styles.letter,
  font: { ...font, bold: true, underline, color: { rgb } },
  ...(background === null ? {} : { fill: fill(background) }),
});

/** The more is proven, the more ink; what is open is red, and underlined for those who see no colours. */
const looks: { readonly [S in CompetenceState]: CellStyle } = {
  met: look('FFFFFF', '12355B'),
  expiring: look('12355B', 'CFE0F2'),
  expired: look('A61B1B', 'FBE3E3', true),
  'no-evidence': look('8F4A00', 'FDEFD8', true),
  below: look('A61B1B', 'FBE3E3', true),
  missing: look('A61B1B', null, true),
};
const desirable: CellStyle = { ...styles.letter, font: { ...font, color: ink } };
const beyond: CellStyle = { ...styles.letter, font: { ...font, color: quiet } };

const styleOf = ({ must, required, state }: CellFace): CellStyle =>
  must ? looks[state] : required === null ? beyond : desirable;

/** `4!/3`: the level known, and the one required. */
const cellText = ({ value, required }: CellFace): string =>
  required === null ? value : `${value === '' ? UNKNOWN : value}/${required}`;

function matrixSheet(document: PrintedCompetences, paper: Paper): WriteSheet {
  const { columns, faces } = document;
  const sheet = new SheetCells();
  sheet.add(
    ...['Name', 'Unit', 'Roles'].map((it) => [it, styles.heading] as const),
    ...columns.map(({ name }) => [name, styles.role] as const),
  );
  sheet.add(
    ['Prove it / must prove it', styles.quiet],
    [null, styles.quiet],
    [null, styles.quiet],
    ...columns.map(
      ({ proven, required }) =>
        [
          required === 0 ? UNKNOWN : `${proven}/${required}`,
          required === 0 ? beyond : proven < required ? looks.missing : desirable,
        ] as const,
    ),
  );
  const printed = faces.map((face) => [cellText(face), styleOf(face)] as const);
  const nothing = [null, styles.letter] as const;
  for (const { unit, people } of document.groups)
    for (const { name, roles, cells } of people)
      sheet.add(
        [name, styles.number],
        [unit, styles.text],
        [roles.join(', ').slice(0, 2000), styles.quiet],
        ...cells.map((place) => (place === null ? nothing : (printed[place] ?? nothing))),
      );
  return {
    name: 'Matrix',
    rows: sheet.rows,
    cells: sheet.cells,
    columns: [{ width: 26 }, { width: 18 }, { width: 34 }, ...columns.map(() => ({ width: 6 }))],
    rowDefs: new Map([[0, { height: 200 }]]),
    freezePane: { rows: 2, columns: 1 },
    autoFilter: { range: `A1:${colToLetter(columns.length + 2)}${sheet.rows.length}` },
    pageSetup: pageSetup(paper, { columns: '$A:$A' }),
    headerFooter: headerFooter(document),
  };
}

function competencesSheet(document: PrintedCompetences, paper: Paper): WriteSheet {
  const sheet = new SheetCells();
  const headings = ['Competence', 'Group', 'Must prove it', 'Prove it', 'End soon', 'Desirable for'];
  sheet.add(...headings.map((it) => [it, styles.heading] as const));
  for (const { name, group, required, proven, expiring, desired } of document.columns)
    sheet.add(
      [name, styles.number],
      [group, styles.text],
      [required, styles.text],
      [proven, proven < required ? styles.alarm : styles.text],
      [expiring, styles.text],
      [desired, styles.text],
    );
  for (const name of document.unheld)
    sheet.add(
      [name, styles.number],
      ['required, of nobody in the matrix', styles.quiet],
      [0, styles.text],
      [0, styles.text],
    );
  return {
    name: 'Competences',
    rows: sheet.rows,
    cells: sheet.cells,
    columns: [60, 34, 14, 12, 12, 14].map((width) => ({ width })),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:F${sheet.rows.length}` },
    pageSetup: pageSetup(paper, {}),
    headerFooter: headerFooter(document),
  };
}

/** So many gaps have a row of their own: more are read in the sheet Matrix. */
const mostGaps = 10_000;

function gapsSheet(document: PrintedCompetences, paper: Paper): WriteSheet {
  const sheet = new SheetCells();
  sheet.add(...['Name', 'Unit', 'Competence', 'Required', 'Known', 'State'].map((it) => [it, styles.heading] as const));
  for (const { person, unit, competence, face } of document.gaps.slice(0, mostGaps))
    sheet.add(
      [person, styles.number],
      [unit, styles.text],
      [competence, styles.text],
      [face.required, styles.text],
      [face.value === '' ? UNKNOWN : face.value, styles.text],
      [competenceStateTexts[face.state], styles.alarm],
    );
  const more = document.gaps.length - mostGaps;
  if (more > 0) sheet.add([`and ${more} more, in the sheet Matrix and in the JSON of this document`, styles.alarm]);
  return {
    name: 'Not proven',
    rows: sheet.rows,
    cells: sheet.cells,
    columns: [32, 24, 60, 10, 10, 24].map((width) => ({ width })),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:F${sheet.rows.length}` },
    pageSetup: pageSetup(paper, {}),
    headerFooter: headerFooter(document),
  };
}

function legendSheet(document: PrintedCompetences): WriteSheet {
  const sheet = new SheetCells();
  sheet.add(['Cell', styles.heading], ['Name', styles.heading], ['What it says', styles.heading]);
  for (const { state, sample, meaning } of stateMeanings)
    sheet.add([`${sample}/3`, looks[state]], [competenceStateTexts[state], styles.number], [meaning, styles.text]);
  sheet.add(['2/3', desirable], ['Desirable', styles.number], ['without colour: the level is no must', styles.text]);
  sheet.add(['2', beyond], ['Beyond', styles.number], ['a single number: known, and nothing asks for it', styles.text]);
  const choice = choiceText(document);
  if (choice !== '')
    sheet.add([null, styles.text], ['Narrowed', styles.number], [`Only people ${choice}.`, styles.text]);
  return {
    name: 'Legend',
    rows: sheet.rows,
    cells: sheet.cells,
    columns: [{ width: 9 }, { width: 24 }, { width: 84 }],
  };
}

/**
 * The matrix of people by competence as a workbook with the sheets Matrix, Competences, Not proven, Legend and Facts.
 * Everything is text or a number. The same document gives the same bytes.
 */
export async function competenceWorkbook(document: PrintedCompetences, paper: Paper): Promise<Uint8Array> {
  return await writeXlsx({
    sheets: [
      matrixSheet(document, paper),
      competencesSheet(document, paper),
      gapsSheet(document, paper),
      legendSheet(document),
      factsSheet(document),
    ],
    properties: propertiesOf(document),
    defaultFont: font,
  });
}
