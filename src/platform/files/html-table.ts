import type { MergedArea, SheetRow } from '../../capabilities/intake/sheet.ts';
import { bounds, tooLarge } from './bounds.ts';

const TAG = /<(\/?)(table|tr|td|th)(?=[\s/>])([^<>]*)>/giu;
/** What shows a text differently or parts it stays for the reader of the cell; a link, list or heading says nothing. */
const OTHER_TAG = /<\/?(?!(?:br|del|s|strike|b|strong|i|em)[\s/>])[a-z][^<>]*>/giu;

const span = (attributes: string, name: 'colspan' | 'rowspan'): number => {
  const written = new RegExp(`${name}\\s*=\\s*["']?(\\d{1,5})`, 'iu').exec(attributes)?.[1];
  return Math.max(1, Math.min(name === 'colspan' ? bounds.columns : bounds.rows, Number(written ?? 1)));
};

const MOST_MERGES = 2_000;

interface OpenCell {
  readonly from: number;
  readonly attributes: string;
}

export interface HtmlTable {
  readonly rows: readonly SheetRow[];
  readonly merges: readonly MergedArea[];
}

/**
 * Reads one table written in HTML tags. A cell over several columns or rows keeps those beside and below it in their
 * places. A row is numbered by its line, the rows of one line one after the other.
 * @param html the text from `<table` to `</table>`; of a table within a cell only the text is kept
 * @param line 1-based line of the file where it begins
 * @throws MusterError `too-large` beyond the bounds on columns
 */
export const readHtmlTable = (file: string, html: string, line: number): HtmlTable => {
  const rows: { number: number; cells: string[] }[] = [];
  const merged: {
    readonly row: number;
    readonly high: number;
    readonly firstColumn: number;
    readonly lastColumn: number;
  }[] = [];
  /** Columns that a cell of a row above still covers, and in how many more rows. */
  const covered = new Map<number, number>();
  let depth = 0;
  let cell: OpenCell | null = null;
  let at = line;
  let counted = 0;

  const openRow = (index: number): void => {
    at += html.slice(counted, index).split('\n').length - 1;
    counted = index;
    for (const [column, left] of covered) {
      if (left === 0) covered.delete(column);
      else covered.set(column, left - 1);
    }
    rows.push({ number: Math.max(at, (rows.at(-1)?.number ?? 0) + 1), cells: [] });
  };
  const fillCovered = (cells: string[]): void => {
    while (covered.has(cells.length)) cells.push('');
  };
  const closeCell = (to: number): void => {
    const row = rows.at(-1);
    if (cell === null || row === undefined) return;
    fillCovered(row.cells);
    const text = html.slice(cell.from, to).replace(TAG, ' ').replace(OTHER_TAG, ' ').replace(/\s+/gu, ' ').trim();
    const [wide, high] = [span(cell.attributes, 'colspan'), span(cell.attributes, 'rowspan')];
    const firstColumn = row.cells.length;
    const lastColumn = firstColumn + wide - 1;
    if (lastColumn >= bounds.columns) throw tooLarge(file, 'a table', `${bounds.columns} columns`);
    row.cells.push(text.slice(0, bounds.cellCharacters), ...Array.from({ length: wide - 1 }, () => ''));
    if (high > 1) for (let column = firstColumn; column <= lastColumn; column += 1) covered.set(column, high - 1);
    if ((wide > 1 || high > 1) && merged.length < MOST_MERGES)
      merged.push({ row: rows.length - 1, high, firstColumn, lastColumn });
    cell = null;
  };

  for (const match of html.matchAll(TAG)) {
    const [whole, slash, name = '', attributes = ''] = match;
    const tag = name.toLowerCase();
    const closes = slash === '/';
    if (tag === 'table') {
      depth += closes ? -1 : 1;
      if (depth === 0) closeCell(match.index);
    } else if (depth === 1) {
      // People forget to close cells and rows: what opens the next one ends the last.
      closeCell(match.index);
      if (tag === 'tr') {
        if (!closes) openRow(match.index);
      } else if (!closes) {
        if (rows.length === 0) openRow(match.index);
        cell = { from: match.index + whole.length, attributes };
      }
    }
  }
  const numberAt = (index: number): number => rows[Math.min(index, rows.length - 1)]?.number ?? line;
  return {
    rows: rows.filter((row) => row.cells.length > 0),
    merges: merged.map(({ row, high, firstColumn, lastColumn }) => ({
      firstRow: numberAt(row),
      lastRow: numberAt(row + high - 1),
      firstColumn,
      lastColumn,
    })),
  };
};
