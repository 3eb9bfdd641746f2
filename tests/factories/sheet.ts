import { parse } from 'csv-parse/sync';
import type { Sheet } from '../../src/capabilities/intake/sheet.ts';

/** A sheet as the reader of text files would make it: one line a row, blank lines kept. */
export const sheetOf = (text: string, delimiter = ','): Sheet => ({
  name: null,
  heading: null,
  rows: parse(text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false }).map(
    (cells, index) => ({ number: index + 1, cells }),
  ),
});
