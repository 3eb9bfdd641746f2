import type { PlainDate } from '../../kernel/date.ts';
import type { Sheet, SheetRow } from '../intake/sheet.ts';
import { cleanCell, clip, compactText } from './cell-text.ts';
import { finished, STEP_ROWS, type Steps } from '../intake/steps.ts';
import type { ColumnChoices } from './column-choice.ts';
import { columnsOf, mapColumns, type MappedColumn } from './column-mapping.ts';
import { dateColumns } from './date-column.ts';
import type { DateOrder } from './date-text.ts';
import { recogniseSystem } from './export-system.ts';
import { findHeader } from './header-row.ts';
import { FULL_TIME_HOURS } from './hours-text.ts';
import { isTurned } from './name-text.ts';
import type { FlaggedText, IgnoredText, ParsedPerson, PeopleDocument } from './parsed-person.ts';
import { readPersonRow } from './person-row.ts';
import { groupByField, type SheetReading } from './row-reading.ts';
import { unitNames } from './unit-text.ts';

export type { FlaggedText, IgnoredText, ParsedPerson, PeopleColumn, PeopleDocument } from './parsed-person.ts';
export { looksLikePeople } from './header-row.ts';

export interface PeopleOptions {
  /** The day of the import: decides who has ended, and stands in for an end that the file does not date. */
  readonly today: PlainDate;
  /** For dates such as 03/04/2026, where no value of the file proves the order. */
  readonly dateOrder?: DateOrder;
  /** What is said of the columns of a sheet with these headings; what is left out is read from the heading. */
  readonly choicesFor?: (headings: readonly string[]) => ColumnChoices;
}

const notesAbove = (rows: readonly SheetRow[], reason: string): readonly IgnoredText[] =>
  rows.map((row) => {
    const opening = row.cells.map(cleanCell).find((text) => text !== '') ?? '';
    return { row: row.number, text: clip(opening), reason: opening === '' ? 'The row is blank.' : reason };
  });

function readSheet(columns: readonly MappedColumn[], rows: readonly SheetRow[], options: PeopleOptions): SheetReading {
  const cells = rows.map((row) => row.cells);
  const dated = (['from', 'to', 'firstDayAfter'] as const).flatMap((field) => columnsOf(columns, field));
  const dates = dateColumns(
    dated.map(({ index, heading }) => ({ index, label: heading.label })),
    cells,
    options.today,
    options.dateOrder ?? null,
  );
  const [id] = columnsOf(columns, 'externalId');
  const units = columnsOf(columns, 'unit').flatMap(({ index }) =>
    [...unitNames(cells.map((row) => row[index] ?? ''))].map(([text, name]) => [`${index}:${text}`, name] as const),
  );
  return {
    today: options.today,
    columns,
    byField: groupByField(columns),
    dates: new Map(dates.map((column) => [column.index, column])),
    ids: new Set(
      id === undefined ? [] : cells.map((row) => cleanCell(row[id.index] ?? '')).filter((text) => text !== ''),
    ),
    idOfSignIn: signIns(columns, cells),
    units: new Map(units),
    headingKeys: columns.map((column) => compactText(column.heading.label)).join('|'),
    turned: turnedColumns(columnsOf(columns, 'fullName'), cells),
  };
}

/** Columns most of whose names have the last name in front; a name with a comma among others is somebody's own way. */
const turnedColumns = (columns: readonly MappedColumn[], rows: readonly (readonly string[])[]): ReadonlySet<number> =>
  new Set(
    columns.flatMap(({ index }) => {
      const names = rows.map((row) => row[index] ?? '').filter((text) => /\p{L}/u.test(text));
      return names.filter(isTurned).length * 2 >= names.length ? [index] : [];
    }),
  );

/** Other numbers and sign-in names under which the file may name a manager. */
function signIns(columns: readonly MappedColumn[], rows: readonly (readonly string[])[]): ReadonlyMap<string, string> {
  const [id] = columnsOf(columns, 'externalId');
  const names = [...columnsOf(columns, 'userName'), ...columnsOf(columns, 'otherId')];
  if (id === undefined) return new Map();
  return new Map(
    rows
      .flatMap((row) =>
        names.map(({ index }) => [cleanCell(row[index] ?? ''), cleanCell(row[id.index] ?? '')] as const),
      )
      .filter(([name, value]) => name !== '' && value !== ''),
  );
}

/** One external id a person: numbers of two systems in one column would never match again. The others find managers. */
function keepOneId(columns: readonly MappedColumn[], rows: readonly SheetRow[]): readonly MappedColumn[] {
  const ids = columnsOf(columns, 'externalId');
  const kept = ids.find(({ index }) => rows.some((row) => cleanCell(row.cells[index] ?? '') !== '')) ?? ids[0];
  return columns.map((column) =>
    column.field === 'externalId' && column !== kept ? { ...column, field: 'otherId' as const } : column,
  );
}

function shareNote(columns: readonly MappedColumn[], headerRow: number): readonly FlaggedText[] {
  const [share] = columnsOf(columns, 'fullTimeShare');
  if (share === undefined || columnsOf(columns, 'weeklyHours').length > 0) return [];
  const reason = `The file gives shares of a full-time week, no hours: counted at ${FULL_TIME_HOURS} hours a week.`;
  return [{ row: headerRow, column: share.heading.label, text: share.heading.label, reason }];
}

/**
 * People of a sheet as HR systems, directories and other programs export them. Every row below and above the heading
 * is in `people` or, without a column, in `ignored`; never in both. Columns with passwords, pay, ratings, identity or
 * bank numbers, birth, gender, religion, health, private addresses and telephones are not read, and `dropped` says so.
 * Formulas are text. Pure; no error is thrown for any sheet.
 */
export const parsePeople = (sheet: Sheet, options: PeopleOptions): PeopleDocument =>
  finished(parsePeopleSteps(sheet, options));

/** {@link parsePeople} in steps. */
export function* parsePeopleSteps(sheet: Sheet, options: PeopleOptions): Steps<PeopleDocument> {
  const header = findHeader(sheet);
  if (header === null)
    return {
      headerRow: 0,
      headings: [],
      columns: [],
      people: [],
      ignored: notesAbove(sheet.rows, 'No row names the columns: expected headings such as Name, E-mail, Department.'),
      flagged: [],
      dropped: [],
      recognisedAs: null,
    };
  const at = sheet.rows.indexOf(header.row);
  const below = sheet.rows.slice(at + 1);
  const columns = keepOneId(
    mapColumns(
      header.row.cells,
      below.map((row) => row.cells),
      options.choicesFor?.(header.row.cells),
    ),
    below,
  );
  const reading = readSheet(columns, below, options);
  const people: ParsedPerson[] = [];
  const ignored: IgnoredText[] = [...notesAbove(sheet.rows.slice(0, at), 'Stands above the headings.')];
  const flagged: FlaggedText[] = [...shareNote(columns, header.row.number)];
  for (const [index, row] of below.entries()) {
    if (index % STEP_ROWS === 0) yield { stage: 'reading', done: index, of: below.length };
    const read = readPersonRow(row, reading);
    if (read.person !== null) people.push(read.person);
    ignored.push(...read.ignored);
    flagged.push(...read.flagged);
  }
  return {
    headerRow: header.row.number,
    headings: header.row.cells,
    columns: columns.map(({ heading, index, field, dropped, chosen }) => ({
      header: heading.label,
      column: index + 1,
      field,
      ...(chosen === undefined ? {} : { chosen }),
      ...(dropped === null ? {} : { dropped }),
    })),
    people,
    ignored,
    flagged,
    dropped: columns.flatMap(({ heading, dropped }) =>
      dropped === null ? [] : [{ column: heading.label, reason: dropped }],
    ),
    recognisedAs: recogniseSystem(columns),
  };
}
