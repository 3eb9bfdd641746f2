import { strToU8, zipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { MusterError, type Fault } from '../../kernel/errors.ts';
import { readDocument } from './document.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

const refusal = async (name: string, content: Uint8Array): Promise<Fault> => {
  try {
    await readDocument({ name, bytes: content });
  } catch (error) {
    if (error instanceof MusterError) return error.fault;
    throw error;
  }
  throw new MusterError({ code: 'unusable-data', reason: `${name} was read` });
};

const rowsOf = async (name: string, content: Uint8Array): Promise<readonly (readonly string[])[]> => {
  const document = await readDocument({ name, bytes: content });
  return document.sheets.flatMap((sheet) => sheet.rows.map((row) => row.cells));
};

describe('text in any encoding', () => {
  const wanted = [
    ['Tätigkeit', 'GF'],
    ['Übung', 'A'],
  ];
  const text = 'Tätigkeit;GF\r\nÜbung;A\r\n';

  it.each([
    ['UTF-8', bytes(text)],
    ['UTF-8 with its mark', bytes(`\ufeff${text}`)],
    ['UTF-16', new Uint8Array([0xff, 0xfe, ...Buffer.from(text, 'utf16le')])],
    ['UTF-16, the other way round', new Uint8Array([0xfe, 0xff, ...Buffer.from(text, 'utf16le').swap16()])],
    ['UTF-16 without a mark', new Uint8Array(Buffer.from(text, 'utf16le'))],
    ['Windows-1252', new Uint8Array(Buffer.from(text, 'latin1'))],
  ])('%s', async (_, content) => {
    expect((await rowsOf('a.csv', content)).filter((row) => row.length > 0)).toEqual(wanted);
  });

  it.each([
    // "Příjmení;Oddělení": ř and ě; "Łukasz;Dział;Księgowość": Ł, ł, ę, ś, ć.
    ['Czech', 'P\xf8\xedjmen\xed;Odd\xeclen\xed;Ukon\xe8en\xed', ['Příjmení', 'Oddělení', 'Ukončení']],
    [
      'Polish',
      '\xa3ukasz;Dzia\xb3;Ksi\xeagowo\x9c\xe6;Pe\xb3nomocnik',
      ['Łukasz', 'Dział', 'Księgowość', 'Pełnomocnik'],
    ],
  ])('Windows-1250, %s', async (_, latin, wanted) => {
    expect(await rowsOf('a.csv', new Uint8Array(Buffer.from(latin, 'latin1')))).toEqual([wanted]);
  });

  it.each([
    'Søren;Håkon;Ærø',
    'così;però;città;è',
    'Müller;Größe;m³',
    'année;où;être;garçon',
    'niño;¿qué?;años',
    'São;ações;você',
  ])('Windows-1252 stays what it is: %s', async (text) => {
    expect(await rowsOf('a.csv', new Uint8Array(Buffer.from(text, 'latin1')))).toEqual([text.split(';')]);
  });

  it('Windows-1251', async () => {
    const cyrillic = new Uint8Array([0xcf, 0xf0, 0xee, 0xf6, 0xe5, 0xf1, 0xf1, 0x3b, 0xc0, 0x0a]);
    expect((await rowsOf('a.csv', cyrillic))[0]).toEqual(['Процесс', 'А']);
  });
});

describe('delimited text', () => {
  it('keeps the line numbers that an editor shows, over blank lines and fields of several lines', async () => {
    const document = await readDocument({ name: 'a.csv', bytes: bytes('sep=,\nA,B\n\n"two\nlines",1,ragged\nlast\n') });
    expect(document.sheets[0]?.rows.filter((row) => row.cells.length > 0)).toEqual([
      { number: 2, cells: ['A', 'B'] },
      { number: 4, cells: ['two\nlines', '1', 'ragged'] },
      { number: 6, cells: ['last'] },
    ]);
  });

  it('survives a stray quote', async () => {
    expect(await rowsOf('a.csv', bytes('Item,Size\nscreen,"27" wide\ncable,2 m\n'))).toContainEqual(['cable', '2 m']);
    expect(await rowsOf('a.csv', bytes('Item,Size\n"screen,27\ncable,2 m\n'))).toContainEqual(['cable', '2 m']);
  });

  it('refuses more columns than a table has, but not empty ones', async () => {
    expect(await refusal('wide.csv', bytes(`a${',b'.repeat(600)}\n`))).toMatchObject({
      code: 'too-large',
      limit: '512 columns',
    });
    expect((await rowsOf('empty.csv', bytes(`a,b${','.repeat(16_000)}\n`)))[0]).toEqual(['a', 'b']);
  });
});

describe('Markdown', () => {
  it('reads tables with their headings and is not fooled by an organisation chart', async () => {
    const document = await readDocument({
      name: 'a.md',
      bytes: bytes(
        [
          '---',
          'title: x',
          '---',
          'Setext title',
          '===',
          '```',
          '| not | a table |',
          '|---|---|',
          '```',
          '   Board',
          '     |',
          '  +--+--+',
          '  |     |',
          '<!-- # no heading -->',
          '## **Roles** \\& duties ##',
          '',
          '| a \\| b | `c|d` |',
          '|---| ---|',
          '| 1<br>2 | 3 |',
          '',
          'Prose',
        ].join('\n'),
      ),
    });
    expect(document.sheets).toHaveLength(1);
    expect(document.sheets[0]).toMatchObject({
      heading: 'Roles & duties',
      prose: 'Prose\n',
      rows: [{ number: 17 }, { number: 19, cells: [' 1<br>2 ', ' 3 '] }],
    });
  });
});

describe('workbooks', () => {
  it('gives values as text, cached results of formulas, merged areas, and no phantom columns', async () => {
    const content = await writeXlsx({
      sheets: [
        {
          name: 'RACI',
          rows: [
            [],
            [null, 'Activity', 'CISO', true],
            [null, 'Policy', 5.1, new Date('2026-03-01T00:00:00Z')],
            [null, 'Sum'],
          ],
          cells: new Map([
            ['3,2', { formula: '1+1', formulaResult: 7 }],
            ['3,16000', { value: '', type: 'string' as const }],
          ]),
          merges: [{ startRow: 1, startCol: 1, endRow: 1, endCol: 2 }],
        },
      ],
    });
    const { sheets } = await readDocument({ name: 'a.xlsx', bytes: content });
    expect(sheets).toHaveLength(1);
    expect(sheets[0]?.name).toBe('RACI');
    expect(sheets[0]?.rows.map((row) => [row.number, ...row.cells])).toEqual([
      [1],
      [2, '', 'Activity', 'CISO', 'TRUE'],
      [3, '', 'Policy', '5.1', '2026-03-01'],
      [4, '', 'Sum', '7'],
    ]);
    expect(sheets[0]?.merges).toEqual([{ firstRow: 2, lastRow: 2, firstColumn: 1, lastColumn: 2 }]);
  });

  it('refuses a workbook with text in column 16,000', async () => {
    const cells = new Map([['0,16000', { value: 'x', type: 'string' as const }]]);
    const content = await writeXlsx({ sheets: [{ name: 'S', rows: [['a']], cells }] });
    expect(await refusal('far.xlsx', content)).toMatchObject({ code: 'too-large', limit: '512 columns' });
  });

  it('refuses a workbook with one cell in each far corner, in its own words', async () => {
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
    const relation = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
    const related = (type: string, target: string): Uint8Array =>
      strToU8(
        `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relation}/${type}" Target="${target}"/></Relationships>`,
      );
    const content = zipSync({
      '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      '_rels/.rels': related('officeDocument', 'xl/workbook.xml'),
      'xl/workbook.xml': strToU8(
        `<workbook xmlns="${main}" xmlns:r="${relation}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
      ),
      'xl/_rels/workbook.xml.rels': related('worksheet', 'worksheets/sheet1.xml'),
      'xl/worksheets/sheet1.xml': strToU8(
        `<worksheet xmlns="${main}"><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>`,
      ),
    });
    expect(await refusal('corners.xlsx', content)).toMatchObject({
      code: 'too-large',
      what: '"corners.xlsx" (a sheet with filled cells very far apart)',
    });
  });

  it('refuses a workbook that is cut off, or whose parts are damaged', async () => {
    const content = await writeXlsx({ sheets: [{ name: 'S', rows: [['a', 'b'], ['c']] }] });
    expect(await refusal('half.xlsx', content.subarray(0, content.length / 2))).toMatchObject({
      code: 'unreadable',
      file: 'half.xlsx',
      reason: expect.stringContaining('incomplete or damaged'),
    });
    const empty = zipSync({ 'xl/workbook.xml': strToU8('<nonsense/>') });
    expect(await refusal('hollow.xlsx', empty)).toMatchObject({ code: 'unreadable', file: 'hollow.xlsx' });
  });
});

describe('Word documents', () => {
  it('reads tables with heading, cells over several columns and several paragraphs', async () => {
    const cell = (text: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${text
        .split('|')
        .map((part) => `<w:p><w:r><w:t xml:space="preserve">${part}</w:t></w:r></w:p>`)
        .join('')}</w:tc>`;
    const body =
      '<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>RACI &amp; roles</w:t></w:r></w:p><w:p><w:r><w:t>Prose</w:t></w:r></w:p>' +
      `<w:tbl><w:tr>${cell('Activity')}${cell('CISO', '<w:gridSpan w:val="2"/>')}${cell('IT')}</w:tr>` +
      `<w:tr>${cell('Policy')}${cell('A|R')}${cell('')}${cell('C')}</w:tr></w:tbl>`;
    const content = zipSync({ 'word/document.xml': strToU8(`<w:document><w:body>${body}</w:body></w:document>`) });
    const { sheets } = await readDocument({ name: 'a.docx', bytes: content });
    expect(sheets).toEqual([
      {
        name: null,
        heading: 'RACI & roles',
        rows: [
          { number: 1, cells: ['Activity', 'CISO', '', 'IT'] },
          { number: 2, cells: ['Policy', 'A\nR', '', 'C'] },
        ],
      },
    ]);
  });
});

describe('files that cannot be read say why', () => {
  const ole = new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...Buffer.alloc(512)]);
  const sealed = new Uint8Array([...ole, ...Buffer.from('EncryptedPackage', 'utf16le')]);
  const junk = Uint8Array.from({ length: 4096 }, (_, at) => (at * 7919) % 256);

  it.each([
    ['empty.csv', new Uint8Array(), 'it is empty.'],
    ['blank.csv', bytes(' \r\n\n'), 'it is empty.'],
    ['old.xls', ole, 'old format'],
    ['sealed.xlsx', sealed, 'password'],
    ['report.pdf', bytes('%PDF-1.7\n'), 'PDF'],
    ['renamed.csv', bytes('%PDF-1.7\n'), 'PDF'],
    ['junk.csv', junk, 'neither text nor a workbook'],
    ['junk.xlsx', junk, 'incomplete or damaged'],
    ['page.html', bytes('<!doctype html><table></table>'), 'web page'],
    ['picture.svg', bytes('<?xml version="1.0"?><svg/>'), 'web page or XML'],
    ['archive.zip', zipSync({ 'a.txt': strToU8('a') }), 'archive without a workbook'],
    ['table.ods', zipSync({ 'content.xml': strToU8('<a/>') }), 'OpenDocument'],
    ['broken.json', bytes('{'), 'not valid JSON'],
    ['program.exe.txt2', bytes('MZ'), '.txt2'],
  ])('%s', async (name, content, reason) => {
    expect(await refusal(name, content)).toMatchObject({
      code: 'unreadable',
      file: name,
      reason: expect.stringContaining(reason),
    });
  });
});
