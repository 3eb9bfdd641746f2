import { writeXlsx, type CellStyle, type CellValue, type WriteSheet } from 'hucre/xlsx';
import { colToLetter } from 'hucre/xlsx';
import {
  cellText,
  letterMeanings,
  roleMarkTexts,
  rowMarkTexts,
  type MatrixDocument,
  type MatrixHolder,
} from '../../capabilities/documents/matrix-document.ts';
import type { Paper } from '../../capabilities/documents/model.ts';
import type { Letter } from '../../domain/requirement.ts';

const ink = { rgb: '17212E' };
const quiet = { rgb: '556170' };
const alarm = { rgb: 'A61B1B' };
const hair = { style: 'thin', color: { rgb: 'D7DDE4' } } as const;
const rule = { style: 'medium', color: ink } as const;
const font = { name: 'Inter', size: 9, color: ink };

const fill = (rgb: string): NonNullable<CellStyle['fill']> => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { rgb },
  // In a conditional format the background colour is the one that is seen.
  bgColor: { rgb },
});

const styles = {
  heading: {
    font: { ...font, bold: true },
    alignment: { vertical: 'bottom', wrapText: true },
    border: { bottom: rule },
  },
  role: {
    font: { ...font, bold: true },
    alignment: { textRotation: 90, horizontal: 'center', vertical: 'bottom' },
    border: { bottom: rule },
  },
  number: { font: { ...font, bold: true }, alignment: { vertical: 'center' }, border: { bottom: hair } },
  text: { font, alignment: { vertical: 'center', wrapText: true }, border: { bottom: hair } },
  quiet: {
    font: { ...font, color: quiet },
    alignment: { vertical: 'center', wrapText: true },
    border: { bottom: hair },
  },
  letter: { font, alignment: { horizontal: 'center', vertical: 'center' }, border: { bottom: hair, left: hair } },
  alarm: {
    font: { ...font, bold: true, color: alarm },
    alignment: { vertical: 'center', wrapText: true },
    border: { bottom: hair },
  },
  title: { font: { ...font, size: 16, bold: true } },
} as const satisfies { readonly [name: string]: CellStyle };

/** Like the printed badges: the more duty, the more ink. The first that fits counts, so `R/A` looks like A. */
const looks: readonly { readonly letter: Letter; readonly style: CellStyle }[] = [
  { letter: 'A', style: { font: { bold: true, color: { rgb: 'FFFFFF' } }, fill: fill('12355B') } },
  { letter: 'R', style: { font: { bold: true, color: { rgb: '12355B' } }, fill: fill('CFE0F2') } },
  { letter: 'S', style: { font: { bold: true, color: ink }, fill: fill('EEF2F6') } },
  { letter: 'C', style: { font: { color: ink } } },
  { letter: 'I', style: { font: { color: quiet } } },
];

/** A sheet filled row by row. Every value is text or a number; hucre writes formulas only where one is asked for. */
class SheetCells {
  readonly rows: CellValue[][] = [];
  readonly cells = new Map<string, { style: CellStyle }>();

  add(...values: readonly (readonly [CellValue, CellStyle])[]): void {
    const row = this.rows.length;
    this.rows.push(values.map(([value]) => value));
    for (const [column, [, style]] of values.entries()) this.cells.set(`${row},${column}`, { style });
  }
}

// In a page's head or foot "&" begins a command.
const plain = (text: string): string => text.replaceAll('&', '&&');

const pageSetup = (paper: Paper, titles: { readonly columns?: string }): NonNullable<WriteSheet['pageSetup']> => ({
  paperSize: paper,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  printTitlesRow: '$1:$1',
  ...(titles.columns === undefined ? {} : { printTitlesColumn: titles.columns }),
  margins: { left: 0.45, right: 0.45, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
});

const headerFooter = ({
  organization,
  title,
  control,
  on,
  trail,
}: MatrixDocument): NonNullable<WriteSheet['headerFooter']> => ({
  // Excel takes at most 255 characters.
  oddHeader: `&L${plain(organization.name.slice(0, 60))} · ${title}&R${plain(`${control.version} · ${control.classification}`.slice(0, 80))}`,
  oddFooter: `&L&7Facts of ${on} · Trail ${trail.sequence} · ${trail.hash}&R&7Page &P of &N`,
});

function matrixSheet(document: MatrixDocument, paper: Paper): WriteSheet {
  const sheet = new SheetCells();
  sheet.add(
    ['Number', styles.heading],
    ['Requirement', styles.heading],
    ...document.columns.map((column) => [column.name, styles.role] as const),
    ['Check', styles.heading],
    ['What is open', styles.heading],
  );
  for (const row of document.groups.flatMap((group) => group.rows)) {
    const text = row.applicable ? styles.text : styles.quiet;
    sheet.add(
      [row.requirement, styles.number],
      [row.title, text],
      ...row.cells.map((cell) => [cell.length === 0 ? null : cellText(cell), styles.letter] as const),
      [
        [...(row.applicable ? [] : ['excluded']), ...row.marks.map(({ rule }) => `▲ ${rowMarkTexts[rule]}`)].join(
          ', ',
        ) || 'in order',
        row.marks.length > 0 ? styles.alarm : styles.quiet,
      ],
      [
        [...(row.applicable ? [] : [row.justification]), ...row.marks.map(({ because }) => because)].join(' ').trim(),
        text,
      ],
    );
  }
  const last = sheet.rows.length;
  const lastColumn = colToLetter(document.columns.length + 3);
  const letterRange = `C2:${colToLetter(document.columns.length + 1)}${last}`;
  const lettered = document.columns.length > 0;
  return {
    name: 'Matrix',
    rows: sheet.rows,
    cells: sheet.cells,
    columns: [
      { width: 9 },
      { width: 46 },
      ...document.columns.map(() => ({ width: 4.6 })),
      { width: 18 },
      { width: 44 },
    ],
    rowDefs: new Map([[0, { height: 190 }]]),
    freezePane: { rows: 1, columns: 2 },
    autoFilter: { range: `A1:${lastColumn}${last}` },
    conditionalRules: lettered
      ? looks.map(({ letter, style }, index) => ({
          type: 'expression',
          priority: index + 1,
          formula: `ISNUMBER(SEARCH("${letter}",C2))`,
          stopIfTrue: true,
          style,
          range: letterRange,
        }))
      : [],
    dataValidations: lettered
      ? [
          {
            type: 'list',
            values: ['R', 'A', 'S', 'C', 'I', 'R/A'],
            allowBlank: true,
            showErrorMessage: true,
            errorStyle: 'warning',
            errorTitle: 'Letters',
            errorMessage: 'A cell takes the letters R, A, S, C and I, several with a slash: R/A.',
            range: letterRange,
          },
        ]
      : [],
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
  return {
    name: 'Legend',
    rows: sheet.rows,
    cells: sheet.cells,
    columns: [{ width: 9 }, { width: 18 }, { width: 60 }],
  };
}

function factsSheet({ title, standard, organization, control, on, recordedAt, trail }: MatrixDocument): WriteSheet {
  const sheet = new SheetCells();
  sheet.add([title, styles.title]);
  const facts: readonly (readonly [string, string | number])[] = [
    ['Organization', organization.name],
    ['Scope', organization.scope],
    ['Standard', standard],
    ['Facts of', on],
    ['As recorded', recordedAt ?? `up to trail entry ${trail.sequence}`],
    ['Version', control.version],
    ['Classification', control.classification],
    ['Trail entry', trail.sequence],
    ['Trail hash', trail.hash],
  ];
  for (const [label, value] of facts)
    sheet.add([label, styles.quiet], [value, { ...styles.text, alignment: { horizontal: 'left', wrapText: true } }]);
  return { name: 'Facts', rows: sheet.rows, cells: sheet.cells, columns: [{ width: 18 }, { width: 76 }] };
}

/**
 * The matrix as a workbook with the sheets Matrix, Roles, Open points, Legend and Facts. Names stay text whatever they begin with.
 * The same document gives the same bytes: the workbook's dates are the day of its facts.
 */
export async function matrixWorkbook(document: MatrixDocument, paper: Paper): Promise<Uint8Array> {
  const day = new Date(document.on);
  return await writeXlsx({
    sheets: [
      matrixSheet(document, paper),
      rolesSheet(document, paper),
      openPointsSheet(document, paper),
      legendSheet(),
      factsSheet(document),
    ],
    properties: {
      title: `${document.title} · ${document.organization.name}`,
      creator: document.organization.name,
      subject: document.standard,
      created: day,
      modified: day,
    },
    defaultFont: font,
  });
}
