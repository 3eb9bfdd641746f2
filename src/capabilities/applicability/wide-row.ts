import { controlReference } from './control-reference.ts';
import type { StatementLayout } from './statement-layout.ts';
import { applicabilityWord, statusWord } from './statement-word.ts';

const at = (cells: readonly string[], index: number | undefined): string =>
  index === undefined ? '' : (cells[index] ?? '');

/** What a row says under a layout; null when its cells cannot stand under their headings. */
function reading(cells: readonly string[], { control, columns }: StatementLayout): readonly string[] | null {
  const reference = controlReference(at(cells, control));
  if (reference === null) return null;
  const words = (['applicable', 'excluded'] as const).map((field) => at(cells, columns.get(field)));
  const status = at(cells, columns.get('status'));
  if (words.some((word) => applicabilityWord(word) === undefined) || statusWord(status) === undefined) return null;
  const reasons = (['justification', 'inclusion', 'exclusion'] as const).map((field) => at(cells, columns.get(field)));
  return [at(cells, control), ...words, status, ...reasons];
}

interface Joined {
  readonly cells: readonly string[];
  readonly reading: readonly string[];
  /** A comma in a sentence is followed by a space, one between fields is not. */
  readonly spaced: boolean;
}

const filled = ({ reading: texts }: Joined): number => texts.filter((text) => text.trim() !== '').length;

/**
 * A row of a CSV that has more fields than there are headings: somewhere a comma stands without quotation marks. Joins
 * neighbouring fields where the row then fits its headings.
 * @returns the cells as they were meant, or null when they can be meant in several ways
 */
export function narrowed(cells: readonly string[], layout: StatementLayout): readonly string[] | null {
  const extra = cells.length - layout.header.cells.length;
  if (extra <= 0) return cells;
  if (cells.slice(-extra).every((cell) => cell.trim() === '') && reading(cells, layout) !== null) return cells;
  const ways = Array.from({ length: layout.header.cells.length }, (_, index): Joined | null => {
    const pieces = cells.slice(index, index + extra + 1);
    const joined = [...cells.slice(0, index), pieces.join(','), ...cells.slice(index + extra + 1)];
    const read = reading(joined, layout);
    return read === null
      ? null
      : { cells: joined, reading: read, spaced: pieces.slice(1).every((piece) => /^\s/u.test(piece)) };
  }).filter((way) => way !== null);
  const spaced = ways.filter((way) => way.spaced);
  const likely = spaced.length > 0 ? spaced : ways;
  const most = Math.max(0, ...likely.map(filled));
  const [first, ...rest] = likely.filter((way) => filled(way) === most);
  const texts = JSON.stringify(first?.reading);
  return first !== undefined && rest.every((way) => JSON.stringify(way.reading) === texts) ? first.cells : null;
}
