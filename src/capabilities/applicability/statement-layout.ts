import { plainText } from '../intake/cell-text.ts';
import type { Sheet, SheetRow } from '../intake/sheet.ts';
import { controlReference } from './control-reference.ts';
import { plainHeading, statementHeading, type StatementField } from './statement-column.ts';
import { applicabilityWord, statusWord } from './statement-word.ts';

/** Which column says what. Indexes are 0-based as in `SheetRow.cells`. */
export interface StatementLayout {
  readonly header: SheetRow;
  readonly control: number;
  readonly columns: ReadonlyMap<Exclude<StatementField, 'control'>, number>;
  /** Headings of the columns that are not read, as they stand in the file. */
  readonly others: readonly string[];
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
function fits(field: StatementField, cells: readonly string[]): boolean {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const readable = filled.filter((cell) => {
    if (field === 'applicable' || field === 'excluded') return applicabilityWord(cell) !== undefined;
    return field !== 'status' || statusWord(cell) !== undefined;
  });
  return readable.length * 2 >= filled.length;
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
export function layoutOf(header: SheetRow, rows: readonly SheetRow[], from: number): StatementLayout | null {
  if (header.cells.filter(isPresent).length < 2) return null;
  const named = header.cells.slice(0, MOST_COLUMNS).flatMap((cell, index) => {
    const heading = statementHeading(cell);
    return heading === null ? [] : [{ index, ...heading }];
  });
  if (!named.some(({ field }) => field !== 'control')) return null;
  const sample = rows.slice(from, from + SAMPLE);
  const control = controlColumn(header, sample);
  if (control === null || isReference(header.cells[control] ?? '')) return null;
  const columns = new Map<Exclude<StatementField, 'control'>, number>();
  const references = sample.filter(({ cells }) => isReference(cells[control] ?? ''));
  for (const rank of [3, 2, 1])
    for (const { index, field, rank: own } of named) {
      if (field === 'control' || own !== rank || index === control || columns.has(field)) continue;
      const cells = references.map((row) => row.cells[index] ?? '');
      if (fits(field, cells)) columns.set(field, index);
    }
  if (columns.size === 0) return null;
  const read = new Set([control, ...columns.values()]);
  const others = header.cells.flatMap((cell, index) => (isPresent(cell) && !read.has(index) ? [plainText(cell)] : []));
  return { header, control, columns, others };
}

/** A header is looked for so far down; what stands above it is a title or a note. */
const SEARCH_ROWS = 60;

/** The first row of headings in a sheet. */
export function firstLayout(sheet: Sheet): StatementLayout | null {
  for (const [index, row] of sheet.rows.slice(0, SEARCH_ROWS).entries()) {
    const layout = layoutOf(row, sheet.rows, index + 1);
    if (layout !== null) return layout;
  }
  return null;
}
