import type { PlainDate } from '../../kernel/date.ts';
import type { SheetRow } from '../intake/sheet.ts';
import { cleanCell, clip, compactText, unguarded } from './cell-text.ts';
import { columnsOf, type MappedColumn } from './column-mapping.ts';
import type { DateColumn } from './date-column.ts';
import { readHeading } from './heading.ts';
import type { FlaggedText, IgnoredText } from './parsed-person.ts';
import { fieldOf, type PersonField } from './person-headings.ts';

/** Everything that reading one row needs to know about the whole sheet. */
export interface SheetReading {
  readonly today: PlainDate;
  readonly columns: readonly MappedColumn[];
  readonly byField: ReadonlyMap<PersonField, readonly MappedColumn[]>;
  readonly dates: ReadonlyMap<number, DateColumn>;
  /** External ids of the file, to tell a manager's number from a name. */
  readonly ids: ReadonlySet<string>;
  /** The external id by the name under which its person signs in: directories name managers so. */
  readonly idOfSignIn: ReadonlyMap<string, string>;
  /** The unit's name by what stands in the cell. */
  readonly units: ReadonlyMap<string, string>;
  readonly headingKeys: string;
  /** Columns of names that are made of names such as `Ruiz, Ana`. */
  readonly turned: ReadonlySet<number>;
}

/** A cell with the column it stands in. */
export interface Found {
  readonly text: string;
  readonly column: MappedColumn;
}

/** As long as the register keeps them (`model.ts`). */
const LONGEST: Partial<Record<PersonField, number>> = { externalId: 100, userName: 100, jobTitle: 160 };

/** One row under reading: looks cells up by field and gathers what is to be said about them. */
export class RowReading {
  readonly row: SheetRow;
  readonly sheet: SheetReading;
  readonly flagged: FlaggedText[] = [];
  readonly ignored: IgnoredText[] = [];

  constructor(row: SheetRow, sheet: SheetReading) {
    this.row = row;
    this.sheet = sheet;
  }

  cell(column: MappedColumn): string {
    return unguarded(cleanCell(this.row.cells[column.index] ?? ''));
  }

  /** The filled cells of a field, the most telling column first. */
  all(field: PersonField): readonly Found[] {
    return (this.sheet.byField.get(field) ?? [])
      .map((column) => ({ column, text: this.cell(column) }))
      .filter((found) => found.text !== '');
  }

  first(field: PersonField): Found | null {
    return this.all(field)[0] ?? null;
  }

  text(field: PersonField): string {
    return this.first(field)?.text ?? '';
  }

  short(field: PersonField): string | null {
    return this.fitting(this.first(field));
  }

  /** A text that the register can hold; a longer one is flagged and left empty. */
  fitting(found: Found | null): string | null {
    if (found === null) return null;
    const longest = (found.column.field === null ? undefined : LONGEST[found.column.field]) ?? 120;
    if (found.text.length <= longest) return found.text;
    this.flag(found, `Longer than ${longest} characters; left empty.`);
    return null;
  }

  flag(found: Found | null, reason: string): void {
    const column = found?.column.heading.label ?? '';
    this.flagged.push({ row: this.row.number, column, text: clip(found?.text ?? ''), reason });
  }

  ignoreCell(found: Found, reason: string): void {
    const column = found.column.heading.label;
    this.ignored.push({ row: this.row.number, column, text: clip(found.text), reason });
  }
}

const IDENTITY: readonly PersonField[] = ['externalId', 'fullName', 'givenName', 'familyName', 'email', 'userName'];
const TOTAL =
  /^(grand )?(total|totals|subtotal|summe|gesamt|gesamtsumme|gesamtergebnis|anzahl|count|headcount|somme|suma|totaal|totale|razem|celkem|итого|всего)\b/iu;
const REMARK =
  /^(report |generated |created on|exported |confidential|vertraulich|confidentiel|page \d|seite \d|end of |ende der |run (date|by)|printed |erstellt am|stand[: ]|as of |quelle|source:|note:|hinweis|\*+ ?|#|\(\d+ (rows|records))/iu;
const EXAMPLE =
  /^\W?(example|sample|beispiel|muster|exemple|ejemplo|voorbeeld|esempio|exemplo|przyklad|priklad|пример)\s?[:：]/iu;

/** Identifying cells only: a row that gives nobody must not carry its other cells into a message. */
export const rowText = (reading: RowReading): string =>
  clip([...new Set(IDENTITY.map((field) => reading.text(field)).filter((text) => text !== ''))].join(', '));

/** A second line of headings, in other words: most cells name a field, and the name is one of them. */
function isHeadings(reading: RowReading, filled: readonly string[]): boolean {
  const names = (text: string): boolean => readHeading(text).keys.some((key) => fieldOf(key) !== null);
  const named = [reading.text('fullName'), reading.text('givenName')].filter((text) => text !== '');
  return named.some(names) && filled.length > 2 && filled.filter(names).length * 2 > filled.length;
}

/** Why a row is no person's, whatever its cells say; null when it may be one. */
export function notAPerson(reading: RowReading): string | null {
  const filled = reading.row.cells.map(cleanCell).filter((text) => text !== '');
  if (filled.length === 0) return 'The row is blank.';
  const opening = filled[0] ?? '';
  if (filled.map(compactText).join('|') === reading.sheet.headingKeys || isHeadings(reading, filled))
    return 'The headings again.';
  const sparse = filled.length <= 2 && reading.sheet.columns.length >= 3;
  const nameless = !['fullName', 'givenName', 'familyName'].some((field) => reading.text(field as PersonField) !== '');
  if (TOTAL.test(opening) && (sparse || nameless)) return 'A total, not a person.';
  if (sparse && REMARK.test(opening)) return 'A remark, not a person.';
  const named = [reading.text('fullName'), reading.text('givenName'), opening];
  if (named.some((text) => EXAMPLE.test(text))) return 'An example that came with the template, not a person.';
  return null;
}

/** The columns of every field, sorted once for the sheet. */
export function groupByField(columns: readonly MappedColumn[]): ReadonlyMap<PersonField, readonly MappedColumn[]> {
  const fields = new Set(columns.flatMap((column) => (column.field === null ? [] : [column.field])));
  return new Map([...fields].map((field) => [field, columnsOf(columns, field)]));
}
