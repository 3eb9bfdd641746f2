import type { Sheet, SheetRow, SourceDocument } from '../../capabilities/intake/sheet.ts';
import { bounds, megabytes, tooLarge, unreadable } from './bounds.ts';
import { assertUnpacksWithin, partText, zipDirectory } from './zip-directory.ts';

const MARKUP =
  /<(\/?)w:(tbl|tr|tc|p|t|br|tab|pStyle|gridSpan|delText|noBreakHyphen|softHyphen)(?=[\s/>])([^<>]*?)(\/?)>/gu;
const TITLE_STYLE = /heading|title|berschrift|titre|titulo|título|kop|nadpis|заголовок/iu;
const ENTITY = /&(?:amp|lt|gt|quot|apos|#\d{1,7}|#x[0-9a-f]{1,6});/giu;

const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

const decoded = (text: string): string =>
  text.replace(ENTITY, (entity) => {
    const name = entity.slice(1, -1).toLowerCase();
    if (!name.startsWith('#')) return NAMED.get(name) ?? entity;
    const code = name.startsWith('#x') ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
    return code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });

interface OpenTable {
  readonly rows: SheetRow[];
  cells: string[];
  cell: string;
  span: number;
}

/** The tables of a document's XML in reading order; a table within a cell comes as a table of its own. */
const tablesIn = (file: string, xml: string): readonly Sheet[] => {
  const sheets: Sheet[] = [];
  const open: OpenTable[] = [];
  let heading: string | null = null;
  let paragraph = '';
  let isTitle = false;
  let textFrom: number | null = null;
  for (const match of xml.matchAll(MARKUP)) {
    const [whole, closing, tag, attributes = '', selfClosing] = match;
    const closes = closing === '/';
    const table = open.at(-1);
    const write = (text: string): void => {
      if (table === undefined) paragraph += text;
      else if (table.cell.length < bounds.cellCharacters) table.cell += text;
    };
    switch (tag) {
      case 'tbl':
        if (!closes) open.push({ rows: [], cells: [], cell: '', span: 1 });
        else if (table !== undefined) {
          open.pop();
          if (table.rows.length > 0) sheets.push({ name: null, heading, rows: table.rows });
        }
        break;
      case 'tr':
        if (table === undefined) break;
        if (closes) table.rows.push({ number: table.rows.length + 1, cells: table.cells });
        table.cells = [];
        break;
      case 'tc':
        if (table === undefined) break;
        if (closes) {
          // A cell over several columns keeps those after it in their places.
          table.cells.push(table.cell.trim(), ...Array.from({ length: table.span - 1 }, () => ''));
          if (table.cells.length > bounds.columns) throw tooLarge(file, 'a table', `${bounds.columns} columns`);
        }
        table.cell = '';
        table.span = 1;
        break;
      case 'gridSpan':
        if (table !== undefined)
          table.span = Math.min(bounds.columns, Number(/w:val="(\d{1,4})"/u.exec(attributes)?.[1] ?? 1));
        break;
      case 'p':
        if (closes || selfClosing === '/') {
          if (table !== undefined) write('\n');
          else if (isTitle && paragraph.trim() !== '') heading = paragraph.trim();
        }
        if (table === undefined) paragraph = '';
        isTitle = false;
        break;
      case 'pStyle':
        isTitle = TITLE_STYLE.test(attributes);
        break;
      case 't':
        if (!closes && selfClosing !== '/') textFrom = match.index + whole.length;
        else if (closes && textFrom !== null) {
          write(decoded(xml.slice(textFrom, match.index)));
          textFrom = null;
        }
        break;
      case 'br':
        write('\n');
        break;
      case 'tab':
        write(' ');
        break;
      case 'noBreakHyphen':
        write('-');
        break;
      default:
        break;
    }
  }
  return sheets;
};

/**
 * Reads the tables of a Word document, each with the nearest heading. Row numbers count within the table.
 * @throws MusterError `too-large` or `unreadable`, naming the file
 */
export const readWord = async (file: string, bytes: Uint8Array): Promise<SourceDocument> => {
  const parts = zipDirectory(file, bytes);
  if (parts.some((part) => part.encrypted))
    throw unreadable(file, 'it is protected with a password. Save it without one.');
  await assertUnpacksWithin(file, bytes, parts);
  const body = parts.find((part) => part.name === 'word/document.xml');
  if (body === undefined) throw unreadable(file, 'its text is missing: the file is incomplete or damaged.');
  const xml = await partText(file, bytes, body);
  if (xml.length > bounds.textBytes)
    throw tooLarge(file, megabytes(xml.length), `${megabytes(bounds.textBytes)} of text`);
  return { file, format: 'docx', sheets: tablesIn(file, xml) };
};
