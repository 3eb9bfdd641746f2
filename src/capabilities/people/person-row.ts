import type { PlainDate } from '../../kernel/date.ts';
import type { WeeklyHours } from '../../kernel/hours.ts';
import { saysExternal, serviceAccount } from './account-kind.ts';
import { startsLikeFormula } from './cell-text.ts';
import { dateIn } from './date-column.ts';
import { isGuestSignIn, readEmail } from './email-text.ts';
import { type EmploymentStatus, readStatus, readYesNo } from './employment-status.ts';
import { engagement } from './engagement.ts';
import { FULL_TIME_HOURS, readFullTimeShare, readWeeklyHours } from './hours-text.ts';
import { type ManagerReference, readManager } from './manager-reference.ts';
import { nameMark, isTurned } from './name-text.ts';
import type { FlaggedText, IgnoredText, ParsedPerson } from './parsed-person.ts';
import type { PersonField } from './person-headings.ts';
import { rowName } from './row-name.ts';
import { type Found, notAPerson, RowReading, rowText, type SheetReading } from './row-reading.ts';
import { unitOfPath } from './unit-text.ts';
import type { SheetRow } from '../intake/sheet.ts';

export interface PersonRow {
  readonly person: ParsedPerson | null;
  readonly ignored: readonly IgnoredText[];
  readonly flagged: readonly FlaggedText[];
}

const LONGEST_NAME = 200;

/** Reads one row below the heading: a person, or why it is none. */
export function readPersonRow(row: SheetRow, sheet: SheetReading): PersonRow {
  const reading = new RowReading(row, sheet);
  const no = (reason: string): PersonRow => ({
    person: null,
    ignored: [{ row: row.number, text: rowText(reading), reason }],
    flagged: [],
  });
  const reason = notAPerson(reading);
  if (reason !== null) return no(reason);
  const identity = readName(reading);
  if (typeof identity === 'string') return no(identity);
  const email = readAddress(reading);
  const kind = readKind(reading, identity.mark);
  const period = readEngagement(reading, identity.mark);
  const person: ParsedPerson = {
    row: row.number,
    externalId: readExternalId(reading),
    name: identity.name,
    email,
    kind: kind ?? 'internal',
    unit: readUnit(reading),
    site: reading.short('site'),
    jobTitle: reading.short('jobTitle'),
    managerReference: readManagerCells(reading),
    from: period.from,
    to: period.to,
    ended: period.ended,
    weeklyHours: readHours(reading),
    assumed: [...(kind === null ? (['kind'] as const) : []), ...(period.endAssumed ? (['to'] as const) : [])],
  };
  return { person, ignored: reading.ignored, flagged: reading.flagged };
}

function readName(reading: RowReading): { readonly name: string; readonly mark: string | null } | string {
  const full = reading.first('fullName');
  const found = rowName({
    given: reading.text('givenName'),
    family: reading.text('familyName'),
    surnamePrefix: reading.text('surnamePrefix'),
    preferred: reading.text('preferredName'),
    honorific: reading.text('honorific'),
    full: full?.text ?? '',
    fullHeading: full?.column.heading.label ?? '',
    turned: full !== null && reading.sheet.turned.has(full.column.index),
  });
  const addresses = [...reading.all('email'), ...reading.all('userName')].map(({ text }) => text);
  const account = serviceAccount({
    name: found.name,
    bothNames: found.bothNames,
    addresses,
    accountType: reading.text('accountType'),
  });
  if (account?.certain === true) return account.reason;
  if (found.name === '') return 'There is no name in the row.';
  if (!/\p{L}/u.test(found.name)) return 'The name has no letter in it.';
  if (found.name.length > LONGEST_NAME) return `The name is longer than ${LONGEST_NAME} characters.`;
  const named = full ?? reading.first('familyName') ?? reading.first('givenName');
  if (account !== null) reading.flag(reading.first('email') ?? reading.first('userName'), account.reason);
  if (found.flag !== null) reading.flag(named, found.flag);
  if (full !== null && isTurned(found.name) && !reading.sheet.turned.has(full.column.index))
    reading.flag(full, 'Kept as it is written: most names of this column have no comma.');
  if (startsLikeFormula(found.name)) reading.flag(named, 'Begins as a formula would: kept as text, never run.');
  const filled = reading.row.cells.filter((cell) => cell.trim() !== '').length;
  if (filled === 1 && reading.sheet.columns.length > 2)
    reading.flag(named, 'There is only a name in the row: check that it is a person.');
  const legal = reading.first('givenName');
  if (found.replacedGiven && legal !== null) reading.ignoreCell(legal, 'The preferred name is used in its place.');
  return { name: found.name, mark: full === null ? null : nameMark(full.text) };
}

function readExternalId(reading: RowReading): string | null {
  const sign = reading.all('userName').find(({ text }) => !text.includes('@'));
  const id = reading.first('externalId') ?? sign ?? null;
  if (id === null) return null;
  if (/^\d(?:[.,]\d+)?E\+?\d+$/iu.test(id.text))
    reading.flag(id, 'A spreadsheet has shortened this number: two people may have the same one now.');
  return reading.fitting(id);
}

function readAddress(reading: RowReading): string | null {
  for (const found of reading.all('email')) {
    const email = isGuestSignIn(found.text) ? null : readEmail(found.text);
    if (email !== null) return email;
    reading.flag(found, 'This is no e-mail address; left empty.');
  }
  const sign = reading.text('userName');
  return isGuestSignIn(sign) ? null : readEmail(sign);
}

function readKind(reading: RowReading, mark: string | null): 'internal' | 'external' | null {
  const external = reading.first('external');
  const stated = external === null ? null : readYesNo(external.text);
  const types = [...reading.all('kind'), ...reading.all('status')].map(({ text }) => text);
  const guest = [...reading.all('userName'), ...reading.all('email')].some(({ text }) => isGuestSignIn(text));
  if (stated === true || guest || types.some(saysExternal) || (mark !== null && saysExternal(mark))) return 'external';
  return stated === false || reading.first('kind') !== null ? 'internal' : null;
}

function readUnit(reading: RowReading): string | null {
  const path = reading.first('unitPath');
  const found = reading.first('unit');
  if (found === null) return path === null ? null : unitOfPath(reading.short('unitPath') ?? '');
  const unit = reading.short('unit');
  return unit === null ? null : (reading.sheet.units.get(`${found.column.index}:${unit}`) ?? unit);
}

function readManagerCells(reading: RowReading): ManagerReference | null {
  const { ids, idOfSignIn } = reading.sheet;
  const id = readManager(reading.text('managerId'), ids, idOfSignIn);
  // A column of numbers holds numbers, also where they look like names.
  if (id !== null) return id.by === 'name' ? { by: 'externalId', value: reading.text('managerId') } : id;
  const email = readEmail(reading.text('managerEmail'));
  if (email !== null) return { by: 'email', value: email };
  return readManager(reading.text('manager'), ids, idOfSignIn);
}

function readHours(reading: RowReading): WeeklyHours | null {
  const given = reading.first('weeklyHours');
  const hours = given === null ? null : readWeeklyHours(given.text);
  if (given !== null && hours === null) reading.flag(given, 'These are no hours of a week from 0 to 168; left empty.');
  if (given !== null) return hours;
  const share = reading.first('fullTimeShare');
  if (share === null) return null;
  const part = readFullTimeShare(share.text, FULL_TIME_HOURS);
  if (part === null) reading.flag(share, 'This is no share of a full-time week; left empty.');
  return part;
}

function readDay(reading: RowReading, field: PersonField): PlainDate | null {
  for (const found of reading.all(field)) {
    const column = reading.sheet.dates.get(found.column.index);
    const value = column === undefined ? null : dateIn(column, found.text, reading.sheet.today);
    if (typeof value?.flag === 'string') reading.flag(found, value.flag);
    if (value?.date !== null && value !== null) return value.date;
  }
  return null;
}

interface StatusCell {
  readonly found: Found;
  readonly status: EmploymentStatus;
}

function readStatuses(reading: RowReading): readonly StatusCell[] {
  const read = (field: PersonField, status: (text: string) => EmploymentStatus | null): StatusCell[] =>
    reading.all(field).flatMap((found) => {
      const said = status(found.text);
      return said === null ? [] : [{ found, status: said }];
    });
  return [
    ...read('status', readStatus),
    ...read('active', (text) => {
      const yes = readYesNo(text);
      if (yes === null) return readStatus(text);
      return yes ? 'active' : 'ended';
    }),
    // A blocked account is no proof that somebody left, and an open one none that they stayed.
    ...read('accountEnabled', (text) => (readYesNo(text) === false ? 'unsure' : null)),
    ...read('accountBlocked', (text) => (readYesNo(text) === true ? 'unsure' : null)),
  ];
}

function readEngagement(reading: RowReading, mark: string | null): ReturnType<typeof engagement> {
  const cells = readStatuses(reading);
  const marked = mark === null ? null : readStatus(mark);
  const statuses = cells.map(({ status }) => status);
  const period = engagement(
    {
      from: readDay(reading, 'from'),
      lastDay: readDay(reading, 'to'),
      firstDayAfter: readDay(reading, 'firstDayAfter'),
      statuses: marked === null ? statuses : [...statuses, marked],
    },
    reading.sheet.today,
  );
  const telling = cells.find(({ status }) => status === 'ended') ?? cells.find(({ status }) => status !== 'unknown');
  for (const reason of period.flags) {
    // Kinds of leave may tell of health or family: the word itself is not repeated.
    const quiet = telling?.status === 'on-leave' ? { ...telling.found, text: '' } : (telling?.found ?? null);
    reading.flag(quiet, reason);
  }
  return period;
}
