import { fold, plainText } from '../intake/cell-text.ts';
import type { MergedArea, Sheet } from '../intake/sheet.ts';
import { letterNamed } from './duty-words.ts';
import { readLetterCell, type CellReading } from './letter-cell.ts';
import type { LetterScheme } from './letter-scheme.ts';

/** One row of a sheet with each cell read once, as text and as letters. */
export interface GridRow {
  readonly number: number;
  readonly texts: readonly string[];
  readonly readings: readonly CellReading[];
  /** Columns whose cell is not empty. */
  readonly filled: readonly number[];
}

/** The rows of a sheet that hold anything. `gapBefore` tells where blank rows stood in between. */
export interface Grid {
  readonly rows: readonly (GridRow & { readonly gapBefore: boolean })[];
  readonly merges: readonly MergedArea[];
}

const EMPTY: CellReading = { kind: 'empty' };

interface Read {
  readonly text: string;
  readonly reading: CellReading;
}

/** Reads each different cell once: a matrix says the same few things ten thousand times. */
const reader = (scheme: LetterScheme): ((cell: string) => Read) => {
  const known = new Map<string, Read>();
  return (cell) => {
    const before = known.get(cell);
    if (before !== undefined) return before;
    const read = { text: plainText(cell), reading: cell === '' ? EMPTY : readLetterCell(cell, scheme) };
    if (cell.length <= 40 && known.size < 10_000) known.set(cell, read);
    return read;
  };
};

/** Readings without the legend beside the matrix: a letter with the word for it in the next cell is no duty of anybody. */
const withoutLegend = (cells: readonly Read[]): readonly CellReading[] => {
  const first = cells.findIndex(({ text }) => text !== '');
  const explained = cells.map(({ text, reading }, column) => {
    const [letter] = reading.kind === 'letters' ? reading.letters : [];
    return (
      column > first &&
      text.length === 1 &&
      letter !== undefined &&
      letterNamed(cells[column + 1]?.text ?? '') === letter
    );
  });
  if (!explained.includes(true)) return cells.map(({ reading }) => reading);
  return cells.map(({ reading }, column) => (explained[column] || explained[column - 1] ? EMPTY : reading));
};

/** The filled rows of a sheet, each cell read once. */
export const gridOf = (sheet: Sheet, scheme: LetterScheme): Grid => {
  const read = reader(scheme);
  const rows: (GridRow & { gapBefore: boolean })[] = [];
  let gapBefore = false;
  for (const row of sheet.rows) {
    const cells = row.cells.map(read);
    const filled = cells.flatMap(({ text }, column) => (text === '' ? [] : [column]));
    if (filled.length === 0) {
      gapBefore = rows.length > 0;
      continue;
    }
    const texts = cells.map(({ text }) => text);
    rows.push({ number: row.number, texts, readings: withoutLegend(cells), filled, gapBefore });
    gapBefore = false;
  }
  return { rows, merges: sheet.merges ?? [] };
};

export const readingAt = (row: GridRow, column: number): CellReading => row.readings[column] ?? EMPTY;
export const textAt = (row: GridRow, column: number): string => row.texts[column] ?? '';

export const isCertainLetter = (reading: CellReading): boolean => reading.kind === 'letters' && reading.certain;

/** Columns of a row that can only be letters. */
export const letterColumns = (row: GridRow): readonly number[] =>
  row.filled.filter((column) => isCertainLetter(readingAt(row, column)));

const LEGEND_LABEL =
  /^(?:raci |rasci )?(?:legend|key|legende|legenda|leyenda|zeichenerklarung|abkurzung(?:en)?|symbol(?:e|s)?|simbolo|letter|buchstabe|code|условные обозначения|легенда|vysvetlivky)(?: raci| rasci)?(?:\s*[:=(].*)?$/u;
const EXPLAINED = /^\S{1,3}\s*[=:–—-]\s*\p{L}{3,}/u;

/** Whether a row explains the letters rather than using them: `Legend, R = Responsible, …` or `R, Responsible (does it)`. */
export const isLegendRow = (row: GridRow): boolean => {
  const [first] = row.filled;
  if (first === undefined) return false;
  const label = textAt(row, first);
  if (LEGEND_LABEL.test(fold(label))) return true;
  const explained = row.filled.filter(
    (column) =>
      EXPLAINED.test(textAt(row, column)) &&
      letterNamed(textAt(row, column).replace(/^\S{1,3}\s*[=:–—-]\s*/u, '')) !== null,
  );
  if (explained.length * 2 > row.filled.length) return true;
  // "R | Responsible | does the work": a letter in place of the label, and no further letter in the row.
  return (
    isCertainLetter(readingAt(row, first)) &&
    !row.filled.slice(1).some((column) => isCertainLetter(readingAt(row, column)) && textAt(row, column).length <= 5)
  );
};

const areaAt = (grid: Grid, row: GridRow, column: number): MergedArea | undefined =>
  grid.merges.find(
    (merge) =>
      merge.firstRow <= row.number &&
      row.number <= merge.lastRow &&
      merge.firstColumn <= column &&
      column <= merge.lastColumn,
  );

/** The text of the merged area that covers a cell, or the cell's own. */
export const mergedText = (grid: Grid, row: GridRow, column: number): string => {
  const own = textAt(row, column);
  if (own !== '') return own;
  const area = areaAt(grid, row, column);
  const anchor = area === undefined ? undefined : grid.rows.find((candidate) => candidate.number === area.firstRow);
  return anchor === undefined || area === undefined ? '' : textAt(anchor, area.firstColumn);
};

/** The first column of the cell that covers a place: its merged area's, or its own. */
export const mergedFrom = (grid: Grid, row: GridRow, column: number): number =>
  textAt(row, column) === '' ? (areaAt(grid, row, column)?.firstColumn ?? column) : column;

/** How many different cells, merged ones counting once, cover the given columns. */
export const cellsOver = (grid: Grid, row: GridRow, columns: readonly number[]): number =>
  new Set(columns.map((column) => mergedFrom(grid, row, column))).size;
