import type { Sheet, SheetRow } from '../intake/sheet.ts';
import { looksLikePeople } from './people-document.ts';

const sheetOf = (rows: readonly SheetRow[]): Sheet => ({ name: null, heading: null, rows });

/** As many of them as the lines fill: where everybody is a bare name, that is nothing to ask about. */
const headings = ['Name', 'E-mail', 'Job title', 'Department'];

/** Splits at tabs or semicolons where the line has them, else at commas. */
const fieldsIn = (line: string): readonly string[] =>
  line.split(line.includes('\t') ? '\t' : line.includes(';') ? ';' : ',').map((field) => field.trim());

/** `Weber, Jonas` is a surname first; `Jonas Weber, Network engineer` is a name and a title. */
const isSurnameFirst = ([first, second, ...rest]: readonly string[]): boolean =>
  first !== undefined &&
  second !== undefined &&
  rest.length === 0 &&
  !first.includes(' ') &&
  second !== '' &&
  second.split(' ').length <= 2;

/** One line as name, e-mail, title and unit: the name first, the e-mail wherever an `@` stands, `Name <address>` too. */
function cellsOf(line: string): readonly string[] {
  const bracketed = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>\s*$/.exec(line);
  if (bracketed !== null) return [bracketed[1] ?? '', bracketed[2] ?? '', '', ''];
  const fields = fieldsIn(line);
  const email = fields.find((field) => /^\S+@\S+$/.test(field)) ?? '';
  const words = fields.filter((field) => field !== email);
  if (!line.includes('\t') && !line.includes(';') && isSurnameFirst(words)) return [words.join(', '), email, '', ''];
  const [name = '', title = '', unit = ''] = words;
  return [name, email, title, unit];
}

/** Pasted text as a sheet: as it stands where it has headings (a piece of a spreadsheet), else one person a line. */
export function sheetOfPaste(text: string): Sheet {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  const table = sheetOf(lines.map((line, index) => ({ number: index + 1, cells: fieldsIn(line) })));
  if (looksLikePeople(table)) return table;
  const people = lines.map((line, index) => ({ number: index + 1, cells: line === '' ? [] : cellsOf(line) }));
  const width = Math.max(1, ...people.map(({ cells }) => cells.findLastIndex((cell) => cell !== '') + 1));
  return sheetOf([{ number: 0, cells: headings.slice(0, width) }, ...people]);
}
