import type { LetterOfAppointment } from '../../capabilities/documents/letter-of-appointment.ts';
import type { LetterText } from '../../capabilities/documents/letter-text.ts';
import type { Paper } from '../../capabilities/documents/model.ts';
import {
  bullet,
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

const heading = (level: number, before: number, look: string): DocxStyle => [
  `heading ${level}`,
  `<w:keepNext/>${spacing(before, 100)}<w:outlineLvl w:val="${level - 1}"/>`,
  bold + look,
];
const rightEdge = '<w:tabs><w:tab w:val="right" w:pos="9000"/></w:tabs>';
const styles: { readonly [id: string]: DocxStyle } = {
  Heading1: heading(1, 480, size(21)),
  Heading2: heading(2, 320, navy + size(11)),
  Heading3: heading(3, 240, size(9.5)),
  Heading4: heading(4, 120, quiet + size(8.5)),
  Addressee: ['Addressee', spacing(0, 0), ''],
  Opening: ['Opening', spacing(0, 240), size(11)],
  Fact: ['Fact', tabs(2150) + spacing(0, 60) + hanging(2150), ''],
  ListBullet: ['List Bullet', bullet + spacing(0, 40), ''],
  Requirement: ['Requirement', tabs(900) + spacing(0, 20) + hanging(900), size(8.5)],
  Closing: ['Closing', `<w:keepNext/>${spacing(480, 240)}`, ''],
  Signature: ['Signature', `<w:keepNext/>${tabs(4700)}${spacing(0, 0)}`, ''],
  SignatureLine: ['Signature Line', `<w:keepNext/>${tabs(-4300, 4700, -9000)}${spacing(560, 0)}`, quiet],
  Header: ['header', rightEdge, quiet + size(8)],
  Footer: ['footer', rightEdge + spacing(0, 0), quiet + size(6.5)],
};

const fact = ([label, value]: readonly [string, string]): string =>
  paragraph('Fact', runs(label, quiet) + tab + runs(value));

/** Two stand beside each other, a third one below. */
const inPairs = (signatures: LetterText['signatures']): readonly LetterText['signatures'][] =>
  signatures.flatMap((_, index) => (index % 2 === 0 ? [signatures.slice(index, index + 2)] : []));

function signaturesOf(signatures: LetterText['signatures']): string {
  const across = (values: readonly string[], look: string): string =>
    paragraph('Signature', values.map((text) => runs(text, look)).join(tab));
  const lines = signatures[0]?.lines ?? [];
  return [
    across(
      signatures.map((one) => one.label),
      quiet,
    ),
    across(
      signatures.map((one) => one.name),
      bold,
    ),
    ...lines.flatMap((line) => [
      paragraph('SignatureLine', tab + tab + tab),
      across(
        signatures.map(() => line),
        quiet + size(7.5),
      ),
    ]),
  ].join('');
}

function annexOf(annex: NonNullable<LetterText['annex']>): string {
  const groups = (part: (typeof annex.parts)[number]): string =>
    part.groups
      .map(
        ({ id, title, requirements }) =>
          paragraph('Heading4', runs(`${id} ${title}`.trim())) +
          requirements.map((one) => paragraph('Requirement', runs(one.id, bold) + tab + runs(one.title))).join(''),
      )
      .join('');
  return [
    paragraph('Heading2', runs(annex.heading), '<w:pageBreakBefore/>'),
    paragraph('Normal', runs(annex.lead)),
    ...annex.parts.map(
      (part) => paragraph('Heading3', runs(part.heading)) + paragraph('Normal', runs(part.lead, quiet)) + groups(part),
    ),
  ].join('');
}

const bodyOf = (words: LetterText): string =>
  [
    ...words.addressee.map((line, index) => paragraph('Addressee', runs(line, index === 0 ? bold : quiet))),
    paragraph('Heading1', runs(words.heading)),
    paragraph('Opening', runs(words.opening)),
    ...words.facts.map(fact),
    ...words.chapters.flatMap((chapter) => [
      paragraph('Heading2', runs(chapter.heading)),
      ...chapter.paragraphs.map((text) => paragraph('Normal', runs(text))),
      ...chapter.items.map((text) => paragraph('ListBullet', runs(text))),
      ...chapter.rows.map(fact),
    ]),
    words.closing === '' ? '' : paragraph('Closing', runs(words.closing)),
    ...inPairs(words.signatures).map(signaturesOf),
    words.annex === null ? '' : annexOf(words.annex),
  ].join('');

/** Letters and profiles, as the file tells of itself and what stands at the head and foot of each page. */
export type Handed = Pick<LetterOfAppointment, 'title' | 'organization' | 'control' | 'trail' | 'on'>;

/** The letter as a DOCX with real headings, lists and page numbers. The same letter gives the same bytes. */
export function letterDocx(letter: Handed, words: LetterText, paper: Paper): Uint8Array {
  const { organization, control, trail } = letter;
  return docxPackage({
    title: `${letter.title}: ${words.subject}`,
    author: organization.name,
    keywords: `trail ${trail.sequence} ${trail.hash}`,
    created: letter.on,
    paper,
    styles,
    body: bodyOf(words),
    header: paragraph(
      'Header',
      runs(organization.name, bold + navy + size(10)) + tab + runs(`${control.version} · ${control.classification}`),
    ),
    footer:
      paragraph(
        'Footer',
        runs(words.provenance) + tab + runs('Page ') + field('PAGE') + runs(' of ') + field('NUMPAGES'),
      ) + paragraph('Footer', runs(trail.hash)),
  });
}
