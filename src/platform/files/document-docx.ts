import type { Paper } from '../../capabilities/documents/model.ts';
import {
  colour,
  docxPackage,
  field,
  landscapeWidth,
  paragraph,
  runs,
  size,
  spacing,
  tab,
  tabs,
  type DocxStyle,
} from './docx-package.ts';
import type { DocxCell } from './docx-table.ts';
import type { PrintedFacts } from './document-sheet.ts';

export const quietText = colour('556170');
const navy = colour('12355B');
export const boldText = '<w:b/><w:bCs/>';

const centred = '<w:jc w:val="center"/>';
const rightEdge = (width: number): string => `<w:tabs><w:tab w:val="right" w:pos="${width}"/></w:tabs>`;

const stylesOf = (width: number): { readonly [id: string]: DocxStyle } => ({
  Heading1: ['heading 1', `<w:keepNext/>${spacing(0, 200)}<w:outlineLvl w:val="0"/>`, boldText + size(20)],
  Heading2: ['heading 2', `<w:keepNext/>${spacing(320, 120)}<w:outlineLvl w:val="1"/>`, boldText + navy + size(11)],
  Fact: ['Fact', `${tabs(2150)}${spacing(0, 40)}<w:ind w:left="2150" w:hanging="2150"/>`, ''],
  TableHead: ['Table Head', spacing(0, 0), boldText + size(7.5)],
  // Two lines of a rotated name fit a narrow column.
  TableRole: [
    'Table Role',
    '<w:spacing w:before="0" w:after="0" w:line="145" w:lineRule="exact"/>',
    boldText + size(6.5),
  ],
  TableText: ['Table Text', spacing(0, 0), size(7.5)],
  TableLetter: ['Table Letter', spacing(0, 0) + centred, size(7.5)],
  Header: ['header', rightEdge(width), quietText + size(8)],
  Footer: ['footer', rightEdge(width) + spacing(0, 0), quietText + size(6.5)],
});

export const headCell = (text: string): DocxCell => ({ text, style: 'TableHead' });
export const textCell = (text: string, run = ''): DocxCell => ({ text, style: 'TableText', run });

const factsOf = ({ organization, standard, on, recordedAt, control, trail }: PrintedFacts): string =>
  (
    [
      ['Organization', organization.name],
      ['Scope', organization.scope],
      ['Standard', standard],
      ['Facts of', on],
      ['As recorded', recordedAt ?? `up to trail entry ${trail.sequence}`],
      ['Version', control.version],
      ['Classification', control.classification],
      ['Approval', control.approval ?? ''],
      ['Trail', `entry ${trail.sequence}, hash ${trail.hash}`],
    ] as const
  )
    .filter(([, value]) => value !== '')
    .map(([label, value]) => paragraph('Fact', runs(label, quietText) + tab + runs(value)))
    .join('');

/**
 * A document of wide tables as a DOCX across the page, with what it says of itself before `body`, and on every page. The
 * same document gives the same bytes.
 */
export function documentDocx(document: PrintedFacts, paper: Paper, body: string): Uint8Array {
  const { title, organization, control, on, trail } = document;
  return docxPackage({
    title: `${title} · ${organization.name}`,
    author: organization.name,
    keywords: `trail ${trail.sequence} ${trail.hash}`,
    created: on,
    paper,
    landscape: true,
    styles: stylesOf(landscapeWidth[paper]),
    body: paragraph('Heading1', runs(title)) + factsOf(document) + body,
    header: paragraph(
      'Header',
      runs(organization.name, boldText + navy + size(10)) +
        runs(`  ${title}`) +
        tab +
        runs(`${control.version} · ${control.classification}`),
    ),
    footer: paragraph(
      'Footer',
      runs(`Facts of ${on} · Trail ${trail.sequence} · ${trail.hash}`) +
        tab +
        runs('Page ') +
        field('PAGE') +
        runs(' of ') +
        field('NUMPAGES'),
    ),
  });
}
