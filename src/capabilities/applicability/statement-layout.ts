import type { PlainDate } from '../../kernel/date.ts';
import { plainText } from '../intake/cell-text.ts';
import type { Sheet, SheetRow } from '../intake/sheet.ts';
import { controlReference } from './control-reference.ts';
import { dateColumns, type DateColumn } from '../people/date-column.ts';
import { readDate } from '../people/date-text.ts';
import type { InclusionReason } from './model.ts';
import { reasonHeading, reasonsIn } from './reason-word.ts';
import { isDocumentHeading, plainHeading, statementHeading, type StatementHeading } from './statement-column.ts';
import type { StatementField } from './statement-dictionary.ts';
import { applicabilityWord, statusWord } from './statement-word.ts';
import { statusScale, type StatusScale } from './status-scale.ts';

/** Which column says what. Indexes are 0-based as in `SheetRow.cells`. */
export interface StatementLayout {
  readonly header: SheetRow;
  readonly control: number;
  readonly columns: ReadonlyMap<Exclude<StatementField, 'control'>, number>;
  /** A column of ticks for each reason, as many templates have them. */
  readonly reasons: ReadonlyMap<InclusionReason, number>;
  /** Where the status is counted and not named. */
  readonly scale: StatusScale | null;
  /** How the dates of the status are to be read. */
  readonly dates: DateColumn | null;
  /** The rows of headings: the first one, and where columns share a heading the one below it. */
  readonly headings: readonly number[];
  /** Headings of the columns that are not read, as they stand in the file. */
  readonly others: readonly string[];
}

/** The day on which the file is read decides what a year of two digits means. */
export interface LayoutContext {
  readonly today: PlainDate;
}

/** What a statement says stands in its first columns. */
const MOST_COLUMNS = 60;

/** So many rows below a header show what its columns hold. */
const SAMPLE = 200;

const isReference = (cell: string): boolean => {
  const kind = controlReference(cell)?.kind;
  return kind === 'control' || kind === 'edition-2013' || kind === 'unknown';
};

/** Whether most of the cells that are filled are what the field asks for. */
function fits(field: StatementField, cells: readonly string[], today: PlainDate): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const readable = filled.filter((cell) => {
    if (field === 'applicable' || field === 'excluded') return applicabilityWord(cell) !== undefined;
    if (field === 'reasons') return namesReasons(cell);
    if (field === 'statusOn') return readDate(cell, today).kind !== 'none';
    return field !== 'status' || statusWord(cell) !== undefined;
  });
  if (field === 'status' && statusScale(filled) !== null) return true;
  return readable.length * 2 >= filled.length;
}

const namesReasons = (cell: string): boolean => {
  const { reasons, unknown } = reasonsIn(plainText(cell));
  return reasons.length > 0 && unknown.length === 0;
};

/** Such as `R, L` or `BR/BP`: nobody justifies in so few letters. */
const isCode = (cell: string): boolean => /^\p{Lu}{1,3}(?:[\s,;/+&]+\p{Lu}{1,3})*$/u.test(plainText(cell).trim());

/** Prose, or codes: a column of reasons for inclusion whose cells all but name reasons is one of those. */
const meant = (heading: StatementHeading, cells: readonly string[]): StatementHeading => {
  if (heading.field !== 'inclusion' && heading.field !== 'justification') return heading;
  const filled = cells.filter((cell) => cell.trim() !== '' && !/^[-–—]$/u.test(cell.trim()));
  const codes = filled.filter((cell) => namesReasons(cell) && (heading.field === 'inclusion' || isCode(cell))).length;
  return codes > 0 && codes * 2 > filled.length ? { field: 'reasons', rank: 3 } : heading;
};

const isTick = (cell: string): boolean => applicabilityWord(plainText(cell)) !== undefined;

/** Two rows of headings as one: below a heading that several columns share, each has its own. */
function joined(header: SheetRow, next: SheetRow | undefined, control: number): SheetRow | null {
  if (next === undefined || isReference(next.cells[control] ?? '')) return null;
  const own = next.cells.filter((cell) => reasonHeading(cell) !== null);
  if (own.length < 2 || header.cells.filter((cell) => reasonHeading(cell) !== null).length >= own.length) return null;
  const width = Math.max(header.cells.length, next.cells.length);
  return {
    number: header.number,
    cells: Array.from({ length: width }, (_, index) => {
      const [above, below] = [header.cells[index] ?? '', next.cells[index] ?? ''];
      return isPresent(below) &&
        (!isPresent(above) || reasonHeading(below) !== null || statementHeading(below) !== null)
        ? below
        : above;
    }),
  };
}

/** The column with most references to controls; of equals the one whose heading says so, then the first. */
function controlColumn(header: SheetRow, below: readonly SheetRow[]): number | null {
  const width = Math.min(header.cells.length, MOST_COLUMNS);
  let best: { readonly index: number; readonly score: number } | null = null;
  for (let index = 0; index < width; index += 1) {
    const named = statementHeading(header.cells[index] ?? '')?.field === 'control';
    if (!named && index > 3) continue;
    const count = below.filter(({ cells }) => isReference(cells[index] ?? '')).length;
    const score = count * 2 + (named ? 1 : 0);
    if (count > 0 && score > (best?.score ?? 0)) best = { index, score };
  }
  return best?.index ?? null;
}

const isPresent = (cell: string): boolean => plainText(cell) !== '';

/** Whether a row below the first headings is one of headings again: two of them in plain words at least. */
export const isHeadings = ({ cells }: SheetRow): boolean =>
  new Set(cells.slice(0, MOST_COLUMNS).flatMap((cell) => plainHeading(cell) ?? [])).size >= 2;

/** The layout that a row of headings gives to the rows below it, those `from` an index on; null when it is no such row. */
export function layoutOf(
  first: SheetRow,
  rows: readonly SheetRow[],
  from: number,
  { today }: LayoutContext,
): StatementLayout | null {
  if (first.cells.filter(isPresent).length < 2) return null;
  if (!first.cells.some((cell) => saysSomething(cell)) && !first.cells.some((cell) => reasonHeading(cell) !== null))
    return null;
  const sample = rows.slice(from, from + SAMPLE);
  const control = controlColumn(first, sample);
  if (control === null || isReference(first.cells[control] ?? '')) return null;
  const [next] = sample;
  const both = joined(first, next, control);
  const header = both ?? first;
  const references = sample.filter(({ cells }) => isReference(cells[control] ?? ''));
  const below = (index: number): readonly string[] => references.map(({ cells }) => cells[index] ?? '');
  const reasons = tickColumns(header, control, below);
  const named = namedColumns(header, control, below).filter(({ index }) => ![...reasons.values()].includes(index));
  const columns = new Map<Exclude<StatementField, 'control'>, number>();
  for (const rank of [3, 2, 1])
    for (const { index, field, rank: own } of named)
      if (field !== 'control' && own === rank && !columns.has(field) && fits(field, below(index), today))
        columns.set(field, index);
  const others = header.cells.flatMap((cell, index) =>
    isPresent(cell) && index !== control && ![...columns.values(), ...reasons.values()].includes(index)
      ? [plainText(cell)]
      : [],
  );
  if (columns.size === 0 && reasons.size === 0) return null;
  const status = columns.get('status');
  const date = columns.get('statusOn');
  const [dates = null] =
    date === undefined
      ? []
      : dateColumns(
          [{ index: date, label: header.cells[date] ?? '' }],
          references.map(({ cells }) => cells),
          today,
          null,
        );
  return {
    header,
    control,
    columns,
    reasons,
    scale: status === undefined ? null : statusScale(below(status)),
    dates,
    headings: both === null || next === undefined ? [first.number] : [first.number, next.number],
    others,
  };
}

const saysSomething = (cell: string): boolean => {
  const field = statementHeading(cell)?.field;
  return field !== undefined && field !== 'control';
};

type Below = (index: number) => readonly string[];

/** Columns of ticks under the name or code of a reason; a lone one may mean anything. */
function tickColumns(header: SheetRow, control: number, below: Below): ReadonlyMap<InclusionReason, number> {
  const found = new Map<InclusionReason, number>();
  for (const [index, cell] of header.cells.slice(0, MOST_COLUMNS).entries()) {
    const reason = index === control ? null : reasonHeading(cell);
    if (reason !== null && !found.has(reason) && below(index).every(isTick)) found.set(reason, index);
  }
  return found.size < 2 ? new Map() : found;
}

function namedColumns(
  header: SheetRow,
  control: number,
  below: Below,
): readonly (StatementHeading & { readonly index: number })[] {
  const hasLink = header.cells.some((cell) => statementHeading(cell)?.field === 'link');
  return header.cells.slice(0, MOST_COLUMNS).flatMap((cell, index) => {
    if (index === control) return [];
    const heading =
      statementHeading(cell) ?? (hasLink && isDocumentHeading(cell) ? ({ field: 'evidence', rank: 1 } as const) : null);
    return heading === null ? [] : [{ index, ...meant(heading, below(index)) }];
  });
}

/** A header is looked for so far down; what stands above it is a title or a note. */
const SEARCH_ROWS = 60;

/** The first row of headings in a sheet. */
export function firstLayout(sheet: Sheet, context: LayoutContext): StatementLayout | null {
  for (const [index, row] of sheet.rows.slice(0, SEARCH_ROWS).entries()) {
    const layout = layoutOf(row, sheet.rows, index + 1, context);
    if (layout !== null) return layout;
  }
  return null;
}
