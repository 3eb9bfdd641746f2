import { readXlsx } from 'hucre/xlsx';
import type { MergedArea, Sheet } from '../../capabilities/intake/sheet.ts';
import { bounds } from './bounds.ts';

export type WorkbookAnswer =
  | { readonly outcome: 'read'; readonly sheets: readonly Sheet[] }
  | { readonly outcome: 'unreadable'; readonly reason: string }
  | { readonly outcome: 'too-large'; readonly what: string; readonly limit: string };

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** A date as it was meant: day only, unless it has a time of day. Spreadsheets have no time zone. */
const dateText = (date: Date): string => {
  const day = `${date.getUTCFullYear()}-${twoDigits(date.getUTCMonth() + 1)}-${twoDigits(date.getUTCDate())}`;
  const time = `${twoDigits(date.getUTCHours())}:${twoDigits(date.getUTCMinutes())}`;
  return time === '00:00' ? day : `${day} ${time}`;
};

const cellText = (value: string | number | boolean | Date | null | undefined): string => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dateText(value);
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(value) : value.slice(0, bounds.cellCharacters);
};

/**
 * Reads a workbook: values and cached results only, no formula is evaluated, no link followed. Columns and rows that
 * hold nothing but formatting are left out.
 * @throws HucreError for what is no workbook
 */
export const readWorkbook = async (bytes: Uint8Array): Promise<WorkbookAnswer> => {
  const workbook = await readXlsx(bytes, { readStyles: false });
  const sheets: Sheet[] = [];
  let rowCount = 0;
  for (const { name, rows, merges } of workbook.sheets) {
    const kept: { number: number; cells: string[] }[] = [];
    for (const [index, values] of rows.entries()) {
      const last = values.findLastIndex((value) => cellText(value).trim() !== '');
      if (last >= bounds.columns) {
        return {
          outcome: 'too-large',
          what: `sheet "${name}", row ${index + 1} has ${last + 1} columns`,
          limit: `${bounds.columns} columns`,
        };
      }
      kept.push({ number: index + 1, cells: values.slice(0, last + 1).map(cellText) });
    }
    const used = kept.slice(0, kept.findLastIndex((row) => row.cells.length > 0) + 1);
    rowCount += used.length;
    if (rowCount > bounds.rows) {
      return { outcome: 'too-large', what: `${rowCount} rows`, limit: `${bounds.rows} rows` };
    }
    const areas: MergedArea[] = (merges ?? []).slice(0, 2_000).map((merge) => ({
      firstRow: merge.startRow + 1,
      lastRow: merge.endRow + 1,
      firstColumn: merge.startCol,
      lastColumn: merge.endCol,
    }));
    sheets.push({ name, heading: null, rows: used, ...(areas.length === 0 ? {} : { merges: areas }) });
  }
  return { outcome: 'read', sheets };
};
