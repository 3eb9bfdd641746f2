import { readXlsx } from 'hucre/xlsx';
import type { MergedArea, Sheet } from '../../capabilities/intake/sheet.ts';
import { bounds, megabytes } from './bounds.ts';

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

/** A number such as 5.1, which may stand for control 5.10: only its format tells. */
const mayHideZero = (value: unknown): value is number =>
  typeof value === 'number' && value >= 4 && value < 19 && /^\d{1,2}\.\d$/u.test(String(value));

/** Sheets beyond this many cells are not read a second time for their formats. */
const FORMATTED_CELLS = 1_000_000;

/**
 * Numbers with one decimal that the workbook shows with two, by sheet name and `row,column` (both 0-based). Formats cost
 * as much to read as the values, so only sheets that hold such numbers are read for them.
 */
const shownWithTwoDecimals = async (
  bytes: Uint8Array,
  sheets: readonly { readonly name: string; readonly rows: readonly (readonly unknown[])[] }[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> => {
  const names = sheets
    .filter(({ rows }) => rows.length * (rows[0]?.length ?? 0) <= FORMATTED_CELLS)
    .filter(({ rows }) => rows.some((row) => row.some(mayHideZero)))
    .map(({ name }) => name);
  if (names.length === 0) return new Map();
  const formatted = await readXlsx(bytes, { readStyles: true, sheets: names });
  return new Map(
    formatted.sheets.map(({ name, cells }) => [
      name,
      new Set(
        [...(cells ?? [])].filter(([, cell]) => /^0+\.00$/u.test(cell.style?.numFmt ?? '')).map(([place]) => place),
      ),
    ]),
  );
};

/**
 * Reads a workbook: values and cached results only, no formula is evaluated, no link followed. Columns and rows that
 * hold nothing but formatting are left out.
 * @throws HucreError for what is no workbook
 */
export const readWorkbook = async (bytes: Uint8Array): Promise<WorkbookAnswer> => {
  const workbook = await readXlsx(bytes, { readStyles: false });
  const twoDecimals = await shownWithTwoDecimals(bytes, workbook.sheets);
  const sheets: Sheet[] = [];
  let rowCount = 0;
  let characters = 0;
  for (const { name, rows, merges } of workbook.sheets) {
    const kept: { number: number; cells: string[] }[] = [];
    for (const [index, values] of rows.entries()) {
      const textAt = (value: (typeof values)[number], column: number): string =>
        mayHideZero(value) && twoDecimals.get(name)?.has(`${index},${column}`) === true
          ? value.toFixed(2)
          : cellText(value);
      const last = values.findLastIndex((value) => cellText(value).trim() !== '');
      if (last >= bounds.columns) {
        return {
          outcome: 'too-large',
          what: `sheet "${name}", row ${index + 1} has ${last + 1} columns`,
          limit: `${bounds.columns} columns`,
        };
      }
      const cells = values.slice(0, last + 1).map(textAt);
      characters += cells.reduce((sum, cell) => sum + cell.length, 0);
      if (characters > bounds.textBytes) {
        return { outcome: 'too-large', what: 'its text', limit: `${megabytes(bounds.textBytes)} of text` };
      }
      kept.push({ number: index + 1, cells });
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
