/**
 * What every reader (CSV, XLSX, Markdown) makes of a stranger's file: tables of text, with the row numbers that the
 * person sees in their own program, so that a message can name sheet, row and cell.
 */
export interface Sheet {
  /** The worksheet's name; null for CSV and Markdown. */
  readonly name: string | null;
  /** The nearest heading above the table in a text document; null elsewhere. */
  readonly heading: string | null;
  readonly rows: readonly SheetRow[];
  /** Running text between this table's heading and the next one: where a legend of letters usually stands. */
  readonly prose?: string;
  /** Merged areas of a worksheet; their text stands in the first cell only. */
  readonly merges?: readonly MergedArea[];
}

export interface SheetRow {
  /** 1-based row in the worksheet, or line in the text file. */
  readonly number: number;
  /** Trimmed of nothing: what stands in the file. A formula is its cached result, never evaluated. */
  readonly cells: readonly string[];
}

/** Both corners belong to the area. Rows are 1-based as in `SheetRow.number`, columns 0-based as in `SheetRow.cells`. */
export interface MergedArea {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

export interface SourceDocument {
  readonly file: string;
  readonly format: 'csv' | 'xlsx' | 'markdown' | 'docx' | 'data';
  readonly sheets: readonly Sheet[];
  /** For structured data (JSON, YAML): the names of its outermost keys. Such a document has no sheets. */
  readonly keys?: readonly string[];
  /** Its whole content: whatever JSON can hold. */
  readonly value?: unknown;
}
