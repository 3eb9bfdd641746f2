import { compactText, foldText } from './cell-text.ts';
import type { ColumnChoices } from './column-choice.ts';
import { readHeading, type Heading } from './heading.ts';
import { honorificKind, nameKey } from './name-text.ts';
import { fieldOf, type PersonField } from './person-headings.ts';
import { privateReason } from './private-headings.ts';

export interface MappedColumn {
  readonly heading: Heading;
  /** 0-based place in the row. */
  readonly index: number;
  readonly field: PersonField | null;
  readonly rank: number;
  readonly dropped: string | null;
  /** Said by somebody, not read from the heading. */
  readonly chosen?: true;
}

/** How many rows are looked at to decide what a column with a heading of two meanings holds. */
const SAMPLE = 200;

const NAMES: readonly PersonField[] = ['fullName', 'givenName', 'familyName'];

/** `First name / Vorname`: every part that is known must say the same; of `Name / Nom` the first part counts. */
function bilingual(label: string): ReturnType<typeof fieldOf> {
  const parts = label.split(/[/|]/u);
  const found = parts.map((part) => fieldOf(compactText(part))).filter((part) => part !== null);
  const [one] = found;
  return parts.length > 1 &&
    one !== undefined &&
    (found.every(({ field }) => field === one.field) || found.every(({ field }) => NAMES.includes(field)))
    ? one
    : null;
}

function mapHeading(cell: string, index: number): MappedColumn {
  const heading = readHeading(cell);
  const first = heading.keys.map(fieldOf).find((found) => found !== null) ?? bilingual(heading.label);
  // The whole label names a field, or else nothing private may be in it: "Employee home email" is no "email".
  const exact = heading.keys[0] === undefined ? null : fieldOf(heading.keys[0]);
  const dropped = exact === null ? privateReason(heading) : null;
  if (dropped !== null) return { heading, index, field: null, rank: 0, dropped };
  return { heading, index, field: first?.field ?? null, rank: first?.rank ?? 0, dropped: null };
}

/** Reads the headings alone. */
export const mapHeadings = (cells: readonly string[]): readonly MappedColumn[] =>
  cells.map((cell, index) => mapHeading(cell, index)).filter((column) => column.heading.label !== '');

type Rows = readonly (readonly string[])[];

const values = (rows: Rows, index: number): string[] =>
  rows
    .slice(0, SAMPLE)
    .map((cells) => (cells[index] ?? '').trim())
    .filter((text) => text !== '');

const most = (texts: readonly string[], test: (text: string) => boolean): boolean =>
  texts.length > 0 && texts.filter(test).length * 2 > texts.length;

/** "Title" is a job for some and Mr or Dr for others: the values tell. */
function settleTitle(column: MappedColumn, rows: Rows): MappedColumn {
  const texts = values(rows, column.index);
  const academic = texts.some((text) => honorificKind(text) === 'academic');
  if (most(texts, (text) => honorificKind(text) !== null))
    return academic
      ? { ...column, field: 'honorific', rank: 0 }
      : { ...column, field: null, dropped: 'Forms of address tell the gender, which is never stored.' };
  // Behind "Job title", before "Function".
  return { ...column, field: 'jobTitle', rank: 3 };
}

/**
 * Reads the headings and settles by the values what a heading leaves open: title, name beside a first name, user name,
 * city beside a street.
 */
export function mapColumns(cells: readonly string[], rows: Rows, choices: ColumnChoices = []): readonly MappedColumn[] {
  const said = new Map(choices.map(({ heading, field }) => [compactText(heading), field]));
  const columns = mapHeadings(cells).map((column) => {
    if (said.has(compactText(column.heading.label))) return chosen(column, said);
    if (column.field === 'title') return settleTitle(column, rows);
    if (column.field === 'external' && !most(values(rows, column.index), isYesNo))
      return { ...column, field: 'kind' as const, rank: 50 };
    return column;
  });
  return settleCity(settleNames(columns, rows)).map((column) => chosen(column, said));
}

/** What somebody said of a column counts, before what its heading says; what is private stays unread whatever is said. */
function chosen(column: MappedColumn, said: ReadonlyMap<string, PersonField | null>): MappedColumn {
  const field = said.get(compactText(column.heading.label));
  return field === undefined || column.dropped !== null ? column : { ...column, field, rank: -1, chosen: true };
}

const isYesNo = (text: string): boolean =>
  /^(yes|no|y|n|ja|nein|j|true|false|0|1|x|oui|non|si|sim|nao|nee|tak|nie|ano|ne|да|нет)$/u.test(foldText(text));

function settleCity(columns: readonly MappedColumn[]): readonly MappedColumn[] {
  const postal = columns.some((column) => column.dropped?.startsWith('Postal') === true);
  return columns.map((column) => {
    if (column.field !== 'city') return column;
    if (postal)
      return {
        ...column,
        field: null,
        dropped: 'Part of a postal address, which may be a private one and is never stored.',
      };
    return { ...column, field: 'site' as const, rank: 90 };
  });
}

function settleNames(columns: readonly MappedColumn[], rows: Rows): readonly MappedColumn[] {
  const has = (field: PersonField): boolean => columns.some((column) => column.field === field);
  const given = columns.find((column) => column.field === 'givenName');
  if (!has('fullName') && !has('familyName') && given !== undefined)
    return columns.map((column) => (column === given ? { ...column, field: 'fullName' as const } : column));
  if (!has('fullName') && !has('givenName') && has('familyName'))
    return columns.map((column) =>
      column.field === 'familyName' ? { ...column, field: 'fullName' as const } : column,
    );
  if (given !== undefined && !has('familyName')) return settleFamily(columns, given, rows);
  if (!has('fullName') && !has('givenName'))
    // Jira calls the name of a user "User name".
    return columns.map((column) =>
      column.field === 'userName' && most(values(rows, column.index), (text) => /\p{L}\s+\p{L}/u.test(text))
        ? { ...column, field: 'fullName' as const }
        : column,
    );
  return columns;
}

/** `Name; Vorname`: beside a first name, "Name" is the family name unless it repeats the first name. */
function settleFamily(columns: readonly MappedColumn[], given: MappedColumn, rows: Rows): readonly MappedColumn[] {
  const full = columns.find((column) => column.field === 'fullName');
  if (full === undefined) return columns;
  const both = rows
    .slice(0, SAMPLE)
    .filter((cells) => (cells[full.index] ?? '') !== '' && (cells[given.index] ?? '') !== '');
  const repeats = both.filter((cells) =>
    ` ${nameKey(cells[full.index] ?? '')} `.includes(` ${nameKey(cells[given.index] ?? '')} `),
  );
  if (repeats.length * 2 > both.length) return columns;
  return columns.map((column) => (column === full ? { ...column, field: 'familyName' as const } : column));
}

/** The columns of a field, the most telling first. */
export const columnsOf = (columns: readonly MappedColumn[], field: PersonField): readonly MappedColumn[] =>
  columns.filter((column) => column.field === field).sort((a, b) => a.rank - b.rank || a.index - b.index);
