import { strToU8, zipSync } from 'fflate';
import type { Paper } from '../../capabilities/documents/model.ts';

// WordprocessingML after ECMA-376, the least that Word and LibreOffice take as whole. The order of elements is the
// schema's. Lengths are in twentieths of a point, type sizes in halves of one.

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packaged = 'http://schemas.openxmlformats.org/package/2006';
const media = 'application/vnd.openxmlformats-';
const xml = (body: string): string => `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${body}`;

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escaped = (text: string): string =>
  text
    .toWellFormed()
    .replace(/(?![\t\n\r])\p{Cc}|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"]/g, (sign) => entities[sign] ?? sign);

const rightToLeft = '[\\u0590-\\u08ff\\ufb1d-\\ufdff\\ufe70-\\ufefc]';
const stretches = new RegExp(`(${rightToLeft}+(?:\\s+${rightToLeft}+)*)`, 'u');

/** Text with run properties. A stretch in a right-to-left script becomes a run of its own, as Word wants it. */
export const runs = (text: string, properties = ''): string =>
  text
    .split(stretches)
    .map((part, index) => ({ part, properties: index % 2 === 1 ? `${properties}<w:rtl/>` : properties }))
    .filter(({ part }) => part !== '')
    .map((one) => `<w:r><w:rPr>${one.properties}</w:rPr><w:t xml:space="preserve">${escaped(one.part)}</w:t></w:r>`)
    .join('');
export const paragraph = (style: string, content: string, properties = ''): string =>
  `<w:p><w:pPr><w:pStyle w:val="${style}"/>${properties}</w:pPr>${content}</w:p>`;
export const tab = '<w:r><w:tab/></w:r>';
export const field = (code: 'PAGE' | 'NUMPAGES'): string =>
  `<w:fldSimple w:instr=" ${code} "><w:r><w:t>1</w:t></w:r></w:fldSimple>`;
export const colour = (rgb: string): string => `<w:color w:val="${rgb}"/>`;
export const size = (points: number): string => `<w:sz w:val="${2 * points}"/><w:szCs w:val="${2 * points}"/>`;
export const spacing = (before: number, after: number): string =>
  `<w:spacing w:before="${before}" w:after="${after}"/>`;
/** Tab stops; a place below zero is led to by a line. */
export const tabs = (...places: readonly number[]): string =>
  `<w:tabs>${places.map((place) => `<w:tab w:val="left"${place < 0 ? ' w:leader="underscore"' : ''} w:pos="${Math.abs(place)}"/>`).join('')}</w:tabs>`;
export const hanging = (by: number): string => `<w:ind w:left="${by}" w:hanging="${by}"/>`;
export const bullet = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>';

/** A paragraph style: its name as Word knows it, then properties of paragraph and run. */
export type DocxStyle = readonly [name: string, paragraph: string, run: string];

export interface DocxContent {
  readonly title: string;
  readonly author: string;
  readonly keywords: string;
  /** As `2026-03-03`. */
  readonly created: string;
  readonly paper: Paper;
  /** Pages broader than high, as tables of many columns want them. */
  readonly landscape?: boolean;
  readonly styles: { readonly [id: string]: DocxStyle };
  /** Paragraphs and tables; a paragraph last. */
  readonly body: string;
  readonly header: string;
  readonly footer: string;
}

const styleSheet = (styles: DocxContent['styles']): string => {
  const own = Object.entries(styles).map(
    ([id, [name, ofParagraph, ofRun]]) =>
      `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>${ofParagraph}</w:pPr><w:rPr>${ofRun}</w:rPr></w:style>`,
  );
  return `<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Inter" w:hAnsi="Inter" w:cs="Arial"/>${colour('17212E')}${size(9.5)}<w:lang w:val="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:after="120" w:line="269" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>${own.join('')}</w:styles>`;
};
const numbering = `<w:numbering xmlns:w="${word}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="–"/><w:lvlJc w:val="left"/><w:pPr>${hanging(280)}</w:pPr></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`;

const papers = { a4: [11906, 16838], letter: [12240, 15840] } as const;

/** The room between the margins of a page that lies across. */
export const landscapeWidth = { a4: 14_838, letter: 13_840 } as const satisfies { readonly [P in Paper]: number };

const pageOf = (paper: Paper, landscape: boolean): string => {
  const [narrow, wide] = papers[paper];
  return landscape
    ? `<w:pgSz w:w="${wide}" w:h="${narrow}" w:orient="landscape"/><w:pgMar w:top="1300" w:right="1000" w:bottom="1100" w:left="1000" w:header="620" w:footer="480" w:gutter="0"/>`
    : `<w:pgSz w:w="${narrow}" w:h="${wide}"/><w:pgMar w:top="1750" w:right="1360" w:bottom="1470" w:left="1530" w:header="850" w:footer="570" w:gutter="0"/>`;
};
const section = (paper: Paper, landscape: boolean): string =>
  `<w:sectPr><w:headerReference w:type="default" r:id="r3"/><w:footerReference w:type="default" r:id="r4"/>${pageOf(paper, landscape)}</w:sectPr>`;

const relations = (list: readonly (readonly [type: string, target: string])[]): string =>
  `<Relationships xmlns="${packaged}/relationships">${list.map(([type, target], index) => `<Relationship Id="r${index + 1}" Type="${type}" Target="${target}"/>`).join('')}</Relationships>`;
const parts = ['styles', 'numbering', 'header', 'footer'] as const;
const override = (name: string, type: string): string =>
  `<Override PartName="/${name}.xml" ContentType="${media}${type}+xml"/>`;

/** The file. The same content gives the same bytes. */
export function docxPackage(content: DocxContent): Uint8Array {
  const { title, author, keywords, created, paper, landscape = false, styles, body, header, footer } = content;
  const files: Readonly<Record<string, string>> = {
    '[Content_Types].xml': `<Types xmlns="${packaged}/content-types"><Default Extension="rels" ContentType="${media}package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>${override('word/document', 'officedocument.wordprocessingml.document.main')}${parts.map((name) => override(`word/${name}`, `officedocument.wordprocessingml.${name}`)).join('')}${override('docProps/core', 'package.core-properties')}</Types>`,
    '_rels/.rels': relations([
      [`${office}/officeDocument`, 'word/document.xml'],
      [`${packaged}/relationships/metadata/core-properties`, 'docProps/core.xml'],
    ]),
    'docProps/core.xml': `<cp:coreProperties xmlns:cp="${packaged}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escaped(title)}</dc:title><dc:creator>${escaped(author)}</dc:creator><dc:language>en-GB</dc:language><cp:keywords>${escaped(keywords)}</cp:keywords><dcterms:created xsi:type="dcterms:W3CDTF">${created}T00:00:00Z</dcterms:created></cp:coreProperties>`,
    'word/_rels/document.xml.rels': relations(parts.map((name) => [`${office}/${name}`, `${name}.xml`])),
    'word/document.xml': `<w:document xmlns:w="${word}" xmlns:r="${office}"><w:body>${body}${section(paper, landscape)}</w:body></w:document>`,
    'word/styles.xml': styleSheet(styles),
    'word/numbering.xml': numbering,
    'word/header.xml': `<w:hdr xmlns:w="${word}">${header}</w:hdr>`,
    'word/footer.xml': `<w:ftr xmlns:w="${word}">${footer}</w:ftr>`,
  };
  const zipped = Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(xml(text))]));
  return zipSync(zipped, { mtime: new Date(1980, 0, 1) });
}
