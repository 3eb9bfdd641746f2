import { exportedHeadings } from '../../capabilities/accountability/exported-matrix.ts';
import {
  cellText,
  letterMeanings,
  roleMarkTexts,
  rowMarkTexts,
  type MatrixDocument,
  type MatrixHolder,
  type MatrixRow,
} from '../../capabilities/documents/matrix-document.ts';
import type { Paper } from '../../capabilities/documents/model.ts';
import type { Letter } from '../../domain/requirement.ts';
import { boldText, documentDocx, headCell, quietText, textCell } from './document-docx.ts';
import { colour, landscapeWidth, paragraph, runs, tab } from './docx-package.ts';
import { table, type DocxCell } from './docx-table.ts';

/** The more duty, the more ink; the first that a cell has decides. */
const looks: readonly { readonly letter: Letter; readonly run: string; readonly fill?: string }[] = [
  { letter: 'A', run: boldText + colour('FFFFFF'), fill: '12355B' },
  { letter: 'R', run: boldText + colour('12355B'), fill: 'CFE0F2' },
  { letter: 'S', run: boldText, fill: 'EEF2F6' },
  { letter: 'C', run: '' },
  { letter: 'I', run: quietText },
];

const alarm = boldText + colour('A61B1B');
const widths = { number: 850, title: 3600, letters: 400, check: 1500 } as const;
const headingHeight = 2900;

const letterCell = (letters: readonly Letter[]): DocxCell => {
  const look = looks.find(({ letter }) => letters.includes(letter));
  return {
    text: cellText(letters),
    style: 'TableLetter',
    run: look?.run ?? '',
    ...(look?.fill === undefined ? {} : { fill: look.fill }),
  };
};

const checkCell = ({ applicable, marks }: MatrixRow): DocxCell =>
  textCell(
    [...(applicable ? [] : ['excluded']), ...marks.map(({ rule }) => rowMarkTexts[rule])].join(', ') || 'in order',
    marks.length > 0 ? alarm : quietText,
  );

/** One table of so many columns as a page holds; each has number, requirement and check again. */
function partOf(document: MatrixDocument, from: number, to: number, across: number): string {
  const columns = document.columns.slice(from, to);
  const title = Math.min(7000, across - widths.number - widths.check - columns.length * widths.letters);
  const heading: readonly DocxCell[] = [
    headCell(exportedHeadings.number),
    headCell(exportedHeadings.title),
    ...columns.map((column) => ({ text: column.heading, style: 'TableRole', rotated: true })),
    headCell(exportedHeadings.check),
  ];
  const rows = document.groups.flatMap((group) => [
    [{ ...headCell(`${group.id} ${group.title}`.trim()), span: columns.length + 3, fill: 'F4F6F8' }],
    ...group.rows.map((row) => [
      textCell(row.requirement, boldText),
      textCell(row.title, row.applicable ? '' : quietText),
      ...row.cells.slice(from, to).map(letterCell),
      checkCell(row),
    ]),
  ]);
  return table(
    [widths.number, title, ...columns.map(() => widths.letters), widths.check],
    heading,
    rows,
    headingHeight,
  );
}

function partsOf(document: MatrixDocument, across: number): string {
  const room = Math.floor((across - widths.number - widths.title - widths.check) / widths.letters);
  const starts = Array.from({ length: Math.max(1, Math.ceil(document.columns.length / room)) }, (_, at) => at * room);
  return starts
    .map((from, part) => {
      const to = Math.min(from + room, document.columns.length);
      const heading =
        starts.length === 1
          ? 'The matrix'
          : `The matrix, part ${part + 1} of ${starts.length}: columns ${from + 1} to ${to}`;
      return paragraph('Heading2', runs(heading), '<w:pageBreakBefore/>') + partOf(document, from, to, across);
    })
    .join('');
}

const legend = looks
  .map(({ letter, run, fill }) => {
    const { name, meaning } = letterMeanings[letter];
    const shade = fill === undefined ? '' : `<w:shd w:val="clear" w:color="auto" w:fill="${fill}"/>`;
    return paragraph('Fact', runs(` ${letter} `, run + shade) + runs(`  ${name}`, boldText) + tab + runs(meaning));
  })
  .join('');

const mostHolders = 40;
const holders = (list: readonly MatrixHolder[]): string =>
  [
    ...list
      .slice(0, mostHolders)
      .map(({ name, from, left }) => [name, ...(left ? ['has left'] : []), `since ${from}`].join(', ')),
    ...(list.length > mostHolders ? [`and ${list.length - mostHolders} more`] : []),
  ].join('\n');

const rolesOf = (document: MatrixDocument, across: number): string =>
  table(
    [4200, 3900, 3900, across - 12_000],
    ['Role', 'Holder', 'Deputy', 'State'].map(headCell),
    document.roles.map((role) => [
      textCell(role.name, boldText),
      textCell(role.everyone && role.holders.length === 0 ? 'everyone' : holders(role.holders)),
      textCell(holders(role.deputies)),
      textCell(
        role.marks.map((rule) => roleMarkTexts[rule]).join(', ') || 'in order',
        role.marks.length > 0 ? alarm : quietText,
      ),
    ]),
  );

const openPointsOf = (document: MatrixDocument, across: number): string =>
  table(
    [1100, 1000, 3700, across - 5800],
    ['Severity', 'Clause', 'Subject', 'What is open'].map(headCell),
    document.openPoints.map(({ severity, clause, subject, because }) => [
      textCell(severity, boldText),
      textCell(clause),
      textCell(subject),
      textCell(because),
    ]),
  );

/**
 * The matrix as a DOCX whose tables can be edited and come back through the import: a row of headings on every page, and
 * more columns than a page holds in tables side by side.
 */
export function matrixDocx(document: MatrixDocument, paper: Paper): Uint8Array {
  const across = landscapeWidth[paper];
  const { figures } = document;
  const body = [
    paragraph('Heading2', runs('The letters')),
    legend,
    paragraph(
      'Normal',
      runs(
        `${figures.sound} of ${figures.applicable} applicable requirements are in order. Letters may be edited in the tables, and the document imported: only what was changed is proposed.`,
      ),
    ),
    partsOf(document, across),
    paragraph('Heading2', runs('Roles and who holds them'), '<w:pageBreakBefore/>'),
    rolesOf(document, across),
    ...(document.openPoints.length === 0
      ? []
      : [paragraph('Heading2', runs('What is open')), openPointsOf(document, across)]),
    paragraph('Normal', ''),
  ];
  return documentDocx(document, paper, body.join(''));
}
