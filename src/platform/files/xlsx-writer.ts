import {
  colToLetter,
  writeXlsx,
  type CellStyle,
  type ColumnDef,
  type ConditionalRule,
  type WriteSheet,
} from 'hucre/xlsx';
import { exportedHeadings } from '../../capabilities/accountability/exported-matrix.ts';
import {
  cellText,
  letterMeanings,
  roleMarkTexts,
  rowMarkTexts,
  type AskedLetters,
  type MatrixDocument,
  type MatrixHolder,
  type MatrixRow,
} from '../../capabilities/documents/matrix-document.ts';
import type { Paper } from '../../capabilities/documents/model.ts';
import type { Letter } from '../../domain/requirement.ts';
import {
  factsSheet,
  fill,
  font,
  headerFooter,
  ink,
  pageSetup,
  propertiesOf,
  quiet,
  SheetCells,
  styles,
} from './document-sheet.ts';

/** Like the printed badges: the more duty, the more ink. The first that fits counts, so `R/A` looks like A. */
const looks: readonly { readonly letter: Letter; readonly style: CellStyle }[] = [
  { letter: 'A', style: { font: { bold: true, color: { rgb: 'FFFFFF' } }, fill: fill('12355B') } },
  { letter: 'R', style: { font: { bold: true, color: { rgb: '12355B' } }, fill: fill('CFE0F2') } },
  { letter: 'S', style: { font: { bold: true, color: ink }, fill: fill('EEF2F6') } },
  { letter: 'C', style: { font: { color: ink } } },
  { letter: 'I', style: { font: { color: quiet } } },
];

const excludedText = 'excluded';

const marked = (rgb: string, background: string): CellStyle => ({
  font: { bold: true, underline: true, color: { rgb } },
  fill: fill(background),
});

/** How a row looks that is not in order, and what that says. */
const lints = [
  { style: marked('A61B1B', 'FBE3E3'), sign: 'A?', meaning: 'not exactly one A in the row' },
  { style: marked('8F4A00', 'FDEFD8'), sign: 'R?', meaning: 'no R in the row' },
] as const;

/** What a cell may be chosen from: each letter, and the pairs that houses use; any other combination may be typed. */
const offered = ['R', 'A', 'S', 'C', 'I', 'R/A', 'R/S', 'R/C', 'A/C', 'A/I', 'S/C', 'C/I'];

interface Letters {
  /** Such as `C2:Z124`. */
  readonly range: string;
  /** The letters of the first row, as `$C2:$Z2`: relative to the row. */
  readonly row: string;
  readonly check: string;
  readonly last: number;
  readonly asked: MatrixDocument['asked'];
}

/**
 * Colours that follow the letters while somebody edits: how a cell's letters look and, over number and title, that a
 * row has fewer or more of A or R than the organization asks for. Bold and underlined too, for those who see no colours.
 */
function lintRules({ range, row, check, last, asked }: Letters): ConditionalRule[] {
  const looking = looks.map(({ letter, style }): Omit<ConditionalRule, 'priority'> => ({
    type: 'expression',
    formula: `ISNUMBER(SEARCH("${letter}",C2))`,
    stopIfTrue: true,
    style,
    range,
  }));
  const applies = `ISERROR(SEARCH("${excludedText}",$${check}2))`;
  const lint = (formula: string, { style }: (typeof lints)[number]): Omit<ConditionalRule, 'priority'> => ({
    type: 'expression',
    formula: `AND(${applies},${formula})`,
    stopIfTrue: true,
    style,
    range: `A2:B${last}`,
  });
  const [accountable, responsible] = lints;
  const outside = (letter: string, { least, most }: AskedLetters): readonly string[] => {
    const count = `COUNTIF(${row},"*${letter}*")`;
    return [...(least === 0 ? [] : [`${count}<${least}`]), ...(most === null ? [] : [`${count}>${most}`])];
  };
  return [
    ...looking,
    ...outside('A', asked.accountable).map((formula) => lint(formula, accountable)),
    ...outside('R', asked.responsible).map((formula) => lint(formula, responsible)),
  ].map((rule, index) => ({ ...rule, priority: index + 1 }));
}

/** Roles that must be staffed stand free; other roles fold, and within them the people. */
const columnOf = ({ kind, mandatory }: MatrixDocument['columns'][number]): ColumnDef => ({
  width: 4.6,
  ...(kind === 'person' ? { outlineLevel: 2 } : mandatory ? {} : { outlineLevel: 1 }),
});

const checkText = ({ applicable, marks }: MatrixRow): string =>
  [...(applicable ? [] : [excludedText]), ...marks.map(({ rule }) => `▲ ${rowMarkTexts[rule]}`)].join(', ') ||
  'in order';

function matrixSheet(document: MatrixDocument, paper: Paper): WriteSheet {
  const sheet = new SheetCells();
  sheet.add(
    [exportedHeadings.number, styles.heading],
    [exportedHeadings.title, styles.heading],
    ...document.columns.map((column) => [column.heading, styles.role] as const),
    [exportedHeadings.check, styles.heading],
    ['What is open', styles.heading],
  );
  for (const row of document.groups.flatMap((group) => group.rows)) {
    const text = row.applicable ? styles.text : styles.quiet;
    sheet.add(
      [row.requirement, styles.number],
      [row.title, text],
      ...row.cells.map((cell) => [cell.length === 0 ? null : cellText(cell), styles.letter] as const),
      [checkText(row), row.marks.length > 0 ? styles.alarm : styles.quiet],
      [
        [...(row.applicable ? [] : [row.justification]), ...row.marks.map(({ because }) => because)].join(' ').trim(),
        text,
      ],
    );
  }
  const last = sheet.rows.length;
  const count = document.columns.length;
  const [lastLetter, check, lastColumn] = [count + 1, count + 2, count + 3].map(colToLetter);
  const range = `C2:${lastLetter}${last}`;
  return {
    name: 'Matrix',
    rows: sheet.rows,
    cells: sheet.cells,
    columns: [{ width: 9 }, { width: 46 }, ...document.columns.map(columnOf), { width: 18 }, { width: 44 }],
    outlineProperties: { summaryRight: false },
    rowDefs: new Map([[0, { height: 190 }]]),
    freezePane: { rows: 1, columns: 2 },
    autoFilter: { range: `A1:${lastColumn}${last}` },
    conditionalRules:
      count === 0
        ? []
        : lintRules({ range, row: `$C2:$${lastLetter}2`, check: check ?? '', last, asked: document.asked }),
    dataValidations:
      count === 0
        ? []
        : [
            {
              type: 'list',
              values: offered,
              allowBlank: true,
              showErrorMessage: true,
              errorStyle: 'warning',
              errorTitle: 'Letters',
              errorMessage: 'A cell takes the letters R, A, S, C and I, several with a slash: R/A.',
              range,
            },
          ],
    pageSetup: pageSetup(paper, { columns: '$A:$B' }),
    headerFooter: headerFooter(document),
  };
}

const holderText = (holder: MatrixHolder): string =>
  [
    holder.name,
    ...(holder.left ? ['has left'] : []),
    `since ${holder.from}`,
    ...(holder.external ? ['external'] : []),
    ...(holder.hoursPerWeek === null ? [] : [`${holder.hoursPerWeek} h/week`]),
  ].join(', ');

// A cell holds 32,767 characters at most; a role that hundreds hold is told by its first holders and their number.
const mostHolders = 40;
const holdersText = (holders: readonly MatrixHolder[]): string =>
  [
    ...holders.slice(0, mostHolders).map(holderText),
    ...(holders.length > mostHolders ? [`and ${holders.length - mostHolders} more`] : []),
  ].join('\n');

function rolesSheet(document: MatrixDocument, paper: Paper): WriteSheet {
  const sheet = new SheetCells();
  const headings = ['Role', 'Must be staffed', 'Holder', 'Deputy', 'Rows with A', 'Rows with R', 'Check'];
  sheet.add(...headings.map((heading) => [heading, styles.heading] as const));
  for (const role of document.roles)
    sheet.add(
      [role.name, styles.number],
      [role.mandatory ? 'yes' : 'no', styles.text],
      [role.everyone && role.holders.length === 0 ? 'everyone' : holdersText(role.holders), styles.text],
      [holdersText(role.deputies), styles.text],
      [role.accountable, styles.text],
      [role.responsible, styles.text],
      [
        role.marks.map((rule) => `▲ ${roleMarkTexts[rule]}`).join(', ') || 'in order',
        role.marks.length > 0 ? styles.alarm : styles.quiet,
      ],
    );
  return {
    name: 'Roles',
    rows: sheet.rows,
    cells: sheet.cells,
    columns: [40, 14, 48, 48, 12, 12, 36].map((width) => ({ width })),
    freezePane: { rows: 1, columns: 1 },
    autoFilter: { range: `A1:G${sheet.rows.length}` },
    pageSetup: pageSetup(paper, {}),
    headerFooter: headerFooter(document),
  };
}

function openPointsSheet(document: MatrixDocument, paper: Paper): WriteSheet {
  const sheet = new SheetCells();
  sheet.add(...['Severity', 'Clause', 'Subject', 'What is open', 'Rule'].map((it) => [it, styles.heading] as const));
  for (const { severity, clause, subject, because, rule } of document.openPoints)
    sheet.add(
      [severity, styles.number],
      [clause, styles.text],
      [subject, styles.text],
      [because, styles.text],
      [rule, styles.quiet],
    );
  return {
    name: 'Open points',
    rows: sheet.rows,
    cells: sheet.cells,
    columns: [10, 9, 40, 90, 26].map((width) => ({ width })),
    freezePane: { rows: 1, columns: 0 },
    autoFilter: { range: `A1:E${sheet.rows.length}` },
    pageSetup: pageSetup(paper, {}),
    headerFooter: headerFooter(document),
  };
}

function legendSheet(): WriteSheet {
  const sheet = new SheetCells();
  sheet.add(['Letter', styles.heading], ['Name', styles.heading], ['The role', styles.heading]);
  for (const { letter, style } of looks) {
    const { name, meaning } = letterMeanings[letter];
    sheet.add([letter, { ...styles.letter, ...style }], [name, styles.number], [meaning, styles.text]);
  }
  for (const { sign, style, meaning } of lints)
    sheet.add(
      [sign, { ...styles.letter, ...style }],
      ['Number and requirement', styles.number],
      [meaning, styles.text],
    );
  sheet.add(
    ['', styles.text],
    ['Import', styles.number],
    ['Edit letters in the sheet Matrix and import the workbook: only what you changed is proposed.', styles.text],
  );
  return {
    name: 'Legend',
    rows: sheet.rows,
    cells: sheet.cells,
    columns: [{ width: 9 }, { width: 24 }, { width: 84 }],
  };
}

/**
 * The matrix as a workbook with the sheets Matrix, Roles, Open points, Legend and Facts. Names stay text whatever they begin with.
 * The same document gives the same bytes: the workbook's dates are the day of its facts.
 */
export async function matrixWorkbook(document: MatrixDocument, paper: Paper): Promise<Uint8Array> {
  return await writeXlsx({
    sheets: [
      matrixSheet(document, paper),
      rolesSheet(document, paper),
      openPointsSheet(document, paper),
      legendSheet(),
      factsSheet(document),
    ],
    properties: propertiesOf(document),
    defaultFont: font,
  });
}
