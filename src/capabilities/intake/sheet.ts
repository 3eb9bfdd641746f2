/**
 * What every reader (CSV, XLSX, Markdown) makes of a stranger's file: tables of text, with the row numbers that the
 * person sees in their own program, so that a message can name sheet, row and cell.
 */
export interface Sheet {
  /** The worksheet's name; null for CSV and Markdown. */
  readonly name: string | null;
  /** The nearest heading above the table in a Markdown document; null elsewhere. */
  readonly heading: string | null;
  readonly rows: readonly SheetRow[];
}

export interface SheetRow {
  /** 1-based row in the worksheet, or line in the text file. */
  readonly number: number;
  /** Trimmed of nothing: what stands in the file. A formula is its cached result, never evaluated. */
  readonly cells: readonly string[];
}

export interface SourceDocument {
  readonly file: string;
  readonly format: 'csv' | 'xlsx' | 'markdown';
  readonly sheets: readonly Sheet[];
}
