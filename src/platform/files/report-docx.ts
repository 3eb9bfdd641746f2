import type { Paper } from '../../capabilities/documents/model.ts';
import type { ReportCell, ReportTable, ReportText } from '../../capabilities/documents/report-text.ts';
import { boldText, documentDocx, headCell, quietText, textCell } from './document-docx.ts';
import type { PrintedFacts } from './document-sheet.ts';
import { colour, landscapeWidth, paragraph, runs, tab } from './docx-package.ts';
import { table } from './docx-table.ts';

const looks: { readonly [L in ReportCell['look']]: string } = {
  plain: '',
  strong: boldText,
  quiet: quietText,
  alarm: boldText + colour('A61B1B'),
};

const fact = ([label, value]: readonly [string, string]): string =>
  paragraph('Fact', runs(label, quietText) + tab + runs(value));

function tableOf({ heading, lead, apart, columns, shares, groups }: ReportTable, across: number): string {
  const total = shares.reduce((sum, share) => sum + share, 0);
  const rows = groups.flatMap((group) => [
    ...(group.heading === '' ? [] : [[{ ...headCell(group.heading), span: columns.length, fill: 'F4F6F8' }]]),
    ...group.rows.map((row) => row.map(({ text, look }) => textCell(text, looks[look]))),
  ]);
  return [
    paragraph('Heading2', runs(heading), apart ? '<w:pageBreakBefore/>' : ''),
    paragraph('Normal', runs(lead)),
    ...(rows.length === 0
      ? []
      : [
          table(
            shares.map((share) => Math.floor((across * share) / total)),
            columns.map(headCell),
            rows,
          ),
        ]),
  ].join('');
}

const signOffOf = ({ heading, lead, signatures }: NonNullable<ReportText['signOff']>): readonly string[] => [
  paragraph('Heading2', runs(heading)),
  paragraph('Normal', runs(lead)),
  ...signatures.flatMap(({ label, name, lines }) => [
    fact([label, name]),
    ...lines.map((line) => fact([line, '_'.repeat(40)])),
  ]),
];

/** A report as a DOCX in the words of the PDF. The same document gives the same bytes. */
export function reportDocx(document: PrintedFacts, words: ReportText, paper: Paper): Uint8Array {
  const { method, about, signOff } = words;
  const body = [
    paragraph('Normal', runs(words.subtitle)),
    paragraph('Heading2', runs(words.heading)),
    ...about.facts.map(fact),
    ...words.figures.map(({ figure, label }) => fact([figure, label])),
    paragraph('Heading2', runs(method.heading)),
    ...method.paragraphs.map((text) => paragraph('Normal', runs(text))),
    ...words.tables.map((one) => tableOf(one, landscapeWidth[paper])),
    ...(signOff === null ? [] : signOffOf(signOff)),
    paragraph('Normal', ''),
  ];
  return documentDocx(document, paper, body.join(''));
}
