import type { SourceDocument } from '../../capabilities/intake/sheet.ts';
import { bounds, megabytes, tooLarge, unreadable } from './bounds.ts';
import { readDelimited } from './delimited.ts';
import { readMarkdown } from './markdown.ts';
import { readSpreadsheet } from './spreadsheet.ts';
import { readJson, readYaml } from './structured.ts';
import { decodeText } from './text-encoding.ts';
import { readWord } from './word.ts';
import { zipDirectory } from './zip-directory.ts';

const ACCEPTED = 'Accepted are XLSX, DOCX, CSV, TSV and Markdown.';

const extensionOf = (name: string): string => /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? '';

const holds = (bytes: Uint8Array, text: string): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(text, 0, 'utf16le');

const begins = (bytes: Uint8Array, ...head: readonly number[]): boolean => head.every((byte, at) => bytes[at] === byte);

const readPackage = async (name: string, bytes: Uint8Array): Promise<SourceDocument> => {
  const parts = zipDirectory(name, bytes).map((part) => part.name);
  if (parts.some((part) => /^xl\/workbook\.xml$/iu.test(part))) return readSpreadsheet(name, bytes);
  if (parts.includes('xl/workbook.bin'))
    throw unreadable(name, `binary workbooks (XLSB) are not read; save it as XLSX. ${ACCEPTED}`);
  if (parts.includes('word/document.xml')) return readWord(name, bytes);
  if (parts.includes('content.xml'))
    throw unreadable(name, `OpenDocument files are not read; save it as XLSX. ${ACCEPTED}`);
  throw unreadable(name, `it is an archive without a workbook in it. ${ACCEPTED}`);
};

const readText = (name: string, bytes: Uint8Array): SourceDocument | Promise<SourceDocument> => {
  if (bytes.length > bounds.textBytes)
    throw tooLarge(name, megabytes(bytes.length), `${megabytes(bounds.textBytes)} of text`);
  const text = decodeText(bytes);
  if (text === null) throw unreadable(name, `it is neither text nor a workbook. ${ACCEPTED}`);
  if (text.trim() === '') throw unreadable(name, 'it is empty.');
  const extension = extensionOf(name);
  if (extension === 'md' || extension === 'markdown') return readMarkdown(name, text);
  if (extension === 'csv' || extension === 'tsv' || extension === 'tab') return readDelimited(name, text);
  if (extension === 'json') return readJson(name, text);
  if (extension === 'yaml' || extension === 'yml') return readYaml(name, text);
  if (/^\s*<(?:!doctype|html|\?xml)/iu.test(text)) throw unreadable(name, `it is a web page or XML. ${ACCEPTED}`);
  if (extension === 'txt' || extension === '') {
    const markdown = readMarkdown(name, text);
    return markdown.sheets.length > 0 ? markdown : readDelimited(name, text);
  }
  throw unreadable(name, `files of the type .${extension} are not known. ${ACCEPTED}`);
};

/**
 * Reads a stranger's document into sheets of text. What it is, its bytes say first and its name second.
 * Accepts XLSX, DOCX (its tables), CSV, TSV and Markdown; JSON and YAML are read as data, without sheets.
 * @throws MusterError `too-large` beyond the bounds, `unreadable` for everything else; both name the file and the reason
 */
export const readDocument = async ({
  name,
  bytes,
}: {
  readonly name: string;
  readonly bytes: Uint8Array;
}): Promise<SourceDocument> => {
  if (bytes.length === 0) throw unreadable(name, 'it is empty.');
  if (bytes.length > bounds.fileBytes) throw tooLarge(name, megabytes(bytes.length), megabytes(bounds.fileBytes));
  if (begins(bytes, 0x50, 0x4b, 0x03, 0x04) || begins(bytes, 0x50, 0x4b, 0x05, 0x06)) return readPackage(name, bytes);
  if (begins(bytes, 0xd0, 0xcf, 0x11, 0xe0)) {
    throw unreadable(
      name,
      holds(bytes, 'EncryptedPackage')
        ? 'it is protected with a password. Save it without one.'
        : `it is in the old format of Office (XLS or DOC). Save it as XLSX. ${ACCEPTED}`,
    );
  }
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46))
    throw unreadable(name, `it is a PDF; a table in it has no cells to read. ${ACCEPTED}`);
  if (extensionOf(name) === 'xlsx' || extensionOf(name) === 'xlsm') {
    throw unreadable(name, 'it is called a workbook and is none: the file is incomplete or damaged.');
  }
  return readText(name, bytes);
};
