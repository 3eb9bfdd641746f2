import { CsvError, parse } from 'csv-parse/sync';
import type { SheetRow, SourceDocument } from '../../capabilities/intake/sheet.ts';
import { bounds, tooLarge, unreadable } from './bounds.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;

/** How often a delimiter stands in a line outside quotes. */
const occurrences = (line: string, delimiter: string): number => {
  let count = 0;
  let quoted = false;
  for (const character of line) {
    if (character === '"') quoted = !quoted;
    else if (character === delimiter && !quoted) count += 1;
  }
  return count;
};

/**
 * The delimiter of a text: the one that cuts most lines into the same number of fields, more fields counting more.
 * A first line `sep=;`, as spreadsheets write it, decides at once.
 */
export const delimiterOf = (text: string): string => {
  const lines = text.slice(0, 200_000).split(/\r\n|\n|\r/u, 60);
  const declared = /^sep=(.)$/u.exec(lines[0] ?? '')?.[1];
  if (declared !== undefined) return declared;
  const filled = lines.filter((line) => line.trim() !== '');
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of DELIMITERS) {
    const counts = new Map<number, number>();
    for (const line of filled) {
      const count = occurrences(line, delimiter);
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    for (const [count, times] of counts) {
      const score = (times / filled.length) * Math.sqrt(count + 1);
      if (score > best.score) best = { delimiter, score };
    }
  }
  return best.delimiter;
};

const parsed = (text: string, delimiter: string, quoted: boolean): readonly SheetRow[] => {
  const rows: SheetRow[] = [];
  let before = 0;
  parse(text, {
    delimiter,
    quote: quoted ? '"' : null,
    bom: true,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    to: bounds.rows + 1,
    max_record_size: 1024 * 1024,
    on_record: (record: string[], { lines }) => {
      // A quoted field may span lines: the row begins on the line after the one where the last row ended.
      rows.push({ number: before + 1, cells: record });
      before = lines;
      return null;
    },
  });
  return rows;
};

/**
 * Reads a delimited text (CSV, TSV): any of comma, semicolon, tab or bar; ragged rows stay ragged.
 * @throws MusterError `too-large` beyond the bounds on rows or columns; `unreadable` when the quoting makes no sense
 */
export const readDelimited = (file: string, text: string): SourceDocument => {
  const delimiter = delimiterOf(text);
  let rows: readonly SheetRow[];
  try {
    rows = parsed(text, delimiter, true);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    // A stray quote swallows the rest of the file; without quoting every line still stands for itself.
    try {
      rows = parsed(text, delimiter, false);
    } catch (second) {
      throw unreadable(file, 'its rows cannot be told apart (a field is larger than 1 MB).', second);
    }
  }
  if (rows.length > bounds.rows) throw tooLarge(file, `more than ${bounds.rows} rows`, `${bounds.rows} rows`);
  const filledWidth = (row: SheetRow): number => row.cells.findLastIndex((cell) => cell.trim() !== '') + 1;
  const widest = rows.reduce((width, row) => Math.max(width, filledWidth(row)), 0);
  if (widest > bounds.columns) throw tooLarge(file, `${widest} columns`, `${bounds.columns} columns`);
  const trimmed = rows
    .filter((row) => !(row.number === 1 && /^sep=.?$/u.test(row.cells.join(''))))
    .map((row) => ({ number: row.number, cells: row.cells.slice(0, filledWidth(row)) }));
  return { file, format: 'csv', sheets: [{ name: null, heading: null, rows: trimmed }] };
};
