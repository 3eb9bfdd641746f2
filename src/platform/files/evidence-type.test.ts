import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { MusterError } from '../../kernel/errors.ts';
import { evidenceTypeOf } from './evidence-type.ts';

const typesPart = (main: string): string =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/main.xml" ContentType="${main}"/></Types>`;
const office = 'application/vnd.openxmlformats-officedocument.';
const packed = (main: string, ...others: readonly string[]): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8(typesPart(main)),
    ...Object.fromEntries(others.map((name) => [name, strToU8('x')])),
  });
const word = packed(`${office}wordprocessingml.document.main+xml`, 'word/document.xml');

/** The first part of an OpenDocument is its type, not packed. */
const openDocument = (...others: readonly string[]): Uint8Array =>
  zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    ...Object.fromEntries(others.map((name) => [name, strToU8('x')])),
  });

const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAQAAAC1HAwCAAAAC0lEQVR42mNk+A8AAQUBAScY42YAAAAASUVORK5CYII=',
  'base64',
);

describe('what a file of evidence is', () => {
  it.each([
    ['paper.pdf', strToU8('%PDF-1.7\n%âãÏÓ\n'), 'application/pdf'],
    ['photo.PNG', picture, 'image/png'],
    ['photo.jpeg', Uint8Array.of(0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46, 0, 1), 'image/jpeg'],
    ['photo.webp', strToU8('RIFF\u0000\u0000\u0000\u0000WEBPVP8 '), 'image/webp'],
    ['BMW training.txt', strToU8('BMW training, passed\r\n\tبنجاح'), 'text/plain'],
    ['list.csv', strToU8('\ufeffName;Level\nJosé;3\n'), 'text/csv'],
    ['paper.docx', word, `${office}wordprocessingml.document`],
    ['table.xlsx', packed(`${office}spreadsheetml.sheet.main+xml`), `${office}spreadsheetml.sheet`],
    ['slides.pptx', packed(`${office}presentationml.presentation.main+xml`), `${office}presentationml.presentation`],
    ['paper.odt', openDocument('content.xml'), 'application/vnd.oasis.opendocument.text'],
  ])('%s is what its name says', async (name, bytes, type) => {
    expect(await evidenceTypeOf(name, bytes)).toBe(type);
  });

  const macros = packed('application/vnd.ms-word.document.macroEnabled.main+xml', 'word/vbaProject.bin');
  it.each([
    ['empty.pdf', new Uint8Array(), 'empty'],
    ['program.pdf', Buffer.from('MZ\u0090\u0000\u0003', 'latin1'), 'the content says application/x-msdownload'],
    ['picture.pdf', picture, 'The name says pdf, the content says image/png'],
    ['paper.png', strToU8('%PDF-1.7\n'), 'The name says png, the content says application/pdf'],
    ['page.pdf', strToU8('<html><script>1</script></html>'), 'says that it is something else'],
    ['paper.txt', strToU8('%PDF-1.7\n'), 'it is not'],
    ['picture.txt', picture, 'it is not'],
    ['latin.csv', Buffer.from('José;3', 'latin1'), 'not in UTF-8'],
    ['wide.txt', Buffer.from('wide', 'utf16le'), 'not in UTF-8'],
    ['archive.docx', zipSync({ 'a.txt': strToU8('x') }), 'the content says application/zip'],
    ['table.docx', packed(`${office}spreadsheetml.sheet.main+xml`), 'the content says'],
    ['cut.docx', word.subarray(0, word.length - 30), 'its table of contents is missing'],
    ['text.xlsx', strToU8('Name;Level'), 'its table of contents is missing'],
    ['macros.docx', macros, 'It carries a program (macros)'],
    ['sheet.xlsx', packed(`${office}spreadsheetml.sheet.main+xml`, 'xl/macrosheets/sheet1.xml'), 'carries a program'],
    ['basic.odt', openDocument('Basic/Standard/Module1.xml'), 'carries a program'],
    ['bomb.docx', lying(word, 200 * 1024 * 1024), 'unpacks to more than 120 MB'],
    ['locked.docx', locked(word), 'protected with a password'],
  ])('%s is refused', async (name, bytes, why) => {
    const refusal: unknown = await evidenceTypeOf(name, bytes).catch((error: unknown) => error);
    expect((refusal as MusterError).fault).toMatchObject({
      code: 'invalid',
      errors: [{ path: 'file', message: expect.stringContaining(why) }],
    });
  });
});

/** Where the table of contents begins: after it, `at` bytes into its first entry. */
function patched(zip: Uint8Array, at: number, value: number): Uint8Array {
  const copy = Uint8Array.from(zip);
  const view = new DataView(copy.buffer);
  const entry = view.getUint32(copy.length - 22 + 16, true);
  view.setUint32(entry + at, value, true);
  return copy;
}
/** The archive declares another unpacked size for its first part. */
function lying(zip: Uint8Array, size: number): Uint8Array {
  return patched(zip, 24, size);
}
/** The archive says of its first part that a password is needed. */
function locked(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset);
  const entry = view.getUint32(zip.length - 22 + 16, true);
  return patched(zip, 8, view.getUint32(entry + 8, true) | 1);
}
