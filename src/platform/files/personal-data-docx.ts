import type { PersonalData } from '../../capabilities/people/personal-data.ts';
import { personalDataText } from '../../capabilities/people/personal-data-text.ts';
import {
  colour,
  docxPackage,
  field,
  hanging,
  paragraph,
  runs,
  size,
  spacing,
  tab,
  tabs,
  type DocxStyle,
} from './docx-package.ts';

const quiet = colour('556170');
const navy = colour('12355B');
const bold = '<w:b/><w:bCs/>';
const rightEdge = '<w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs>';

const heading = (level: number, before: number, look: string): DocxStyle => [
  `heading ${level}`,
  `<w:keepNext/>${spacing(before, 80)}<w:outlineLvl w:val="${level - 1}"/>`,
  bold + look,
];

const styles: { readonly [id: string]: DocxStyle } = {
  Heading1: heading(1, 240, size(18)),
  Heading2: heading(2, 320, navy + size(12)),
  Heading3: heading(3, 160, size(9.5)),
  Part: ['Part', spacing(0, 60), size(4)],
  Fact: ['Fact', tabs(2400) + spacing(0, 40) + hanging(2400), size(9)],
  Header: ['header', rightEdge, quiet + size(8)],
  Footer: ['footer', rightEdge + spacing(0, 0), quiet + size(6.5)],
};

/** What is held on somebody as a DOCX to read. The same data give the same bytes. */
export function personalDataDocx(data: PersonalData): Uint8Array {
  const text = personalDataText(data);
  const { organization, trail, on } = data;
  return docxPackage({
    title: text.title,
    author: organization,
    keywords: `trail ${trail.sequence} ${trail.hash}`,
    created: on,
    paper: 'a4',
    styles,
    body: [
      paragraph('Heading1', runs(text.title)),
      ...text.lead.map((line) => paragraph('Normal', runs(line))),
      ...text.chapters.flatMap((chapter) => [
        paragraph('Heading2', runs(chapter.heading)),
        chapter.lead === '' ? '' : paragraph('Normal', runs(chapter.lead, quiet)),
        ...chapter.parts.flatMap((part) => [
          paragraph(part.heading === '' ? 'Part' : 'Heading3', runs(part.heading)),
          ...part.facts.map(([label, value]) => paragraph('Fact', runs(label, quiet) + tab + runs(value))),
        ]),
      ]),
    ].join(''),
    header: paragraph('Header', runs(organization, bold + navy + size(10)) + tab + runs('Personal · Confidential')),
    footer:
      paragraph(
        'Footer',
        runs(`As of ${on}, trail entry ${trail.sequence}`) +
          tab +
          runs('Page ') +
          field('PAGE') +
          runs(' of ') +
          field('NUMPAGES'),
      ) + paragraph('Footer', runs(trail.hash)),
  });
}
