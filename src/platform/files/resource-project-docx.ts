import type { Paper } from '../../capabilities/documents/model.ts';
import type { ResourceProject } from '../../capabilities/documents/resource-project.ts';
import type {
  ProjectCell,
  ProjectTable,
  ResourceProjectText,
} from '../../capabilities/documents/resource-project-text.ts';
import { boldText, documentDocx, headCell, quietText, textCell } from './document-docx.ts';
import { colour, landscapeWidth, paragraph, runs, tab } from './docx-package.ts';
import { table } from './docx-table.ts';

const looks: { readonly [L in ProjectCell['look']]: string } = {
  plain: '',
  strong: boldText,
  quiet: quietText,
  alarm: boldText + colour('A61B1B'),
};

const fact = ([label, value]: readonly [string, string]): string =>
  paragraph('Fact', runs(label, quietText) + tab + runs(value));

function tableOf({ heading, lead, apart, columns, shares, groups }: ProjectTable, across: number): string {
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

/** The result of a resource project as a DOCX in the words of the PDF. The same document gives the same bytes. */
export function resourceProjectDocx(document: ResourceProject, words: ResourceProjectText, paper: Paper): Uint8Array {
  const { method, signOff } = words;
  const body = [
    paragraph('Normal', runs(words.subtitle)),
    paragraph('Heading2', runs(document.project.name)),
    ...words.facts.map(fact),
    ...words.figures.map(({ figure, label }) => fact([figure, label])),
    paragraph('Heading2', runs(method.heading)),
    ...method.paragraphs.map((text) => paragraph('Normal', runs(text))),
    ...words.tables.map((one) => tableOf(one, landscapeWidth[paper])),
    paragraph('Heading2', runs(signOff.heading)),
    paragraph('Normal', runs(signOff.lead)),
    ...signOff.signatures.flatMap(({ label, name, lines }) => [
      fact([label, name]),
      ...lines.map((line) => fact([line, '_'.repeat(40)])),
    ]),
  ];
  return documentDocx(document, paper, body.join(''));
}
