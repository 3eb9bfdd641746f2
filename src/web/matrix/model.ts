import type { ComponentType, ReactNode } from 'react';

/** A line of the matrix: a requirement, a person. `code` is the short name that stands first, as "A.5.1". */
export interface MatrixRow {
  readonly id: string;
  readonly code?: string;
  readonly label: string;
  readonly group?: string;
  /** Why nobody may edit this row, as "Not applicable since 1 March". Absent when it may be edited. */
  readonly locked?: string;
}

export interface MatrixColumn {
  readonly id: string;
  readonly label: string;
  /** A shorter name for the rotated heading. */
  readonly short?: string;
  readonly group?: string;
  /** Ids of the columns that this one stands for while their group is folded. Such a column cannot be written. */
  readonly folds?: readonly string[];
}

export interface MatrixGroup {
  readonly id: string;
  readonly label: string;
}

/** The value of one filled cell, in the kind's canonical spelling. Empty cells are absent. */
export interface CellValue {
  readonly rowId: string;
  readonly columnId: string;
  readonly value: string;
  /**
   * What stands in the cell whatever value it holds, such as what is required of it: the kind knows its spelling. It is
   * shown with the value, and without one; nobody edits it here.
   */
  readonly ground?: string;
}

/** An edit of one cell. The empty string stands for an empty cell on both sides. */
export interface CellChange {
  readonly rowId: string;
  readonly columnId: string;
  readonly before: string;
  readonly after: string;
}

export type Severity = 'error' | 'warning' | 'notice';

/** What became of a cell since some moment. */
export type Turn = 'added' | 'changed' | 'removed';

/** A remark on a cell (both ids), on a row (only `rowId`) or on a column (only `columnId`). */
export interface LintMark {
  readonly rowId?: string;
  readonly columnId?: string;
  readonly severity: Severity;
  readonly reason: string;
  readonly turn?: Turn;
}

/** What stands at the end of a row or at the foot of a column. */
export interface Total {
  readonly text: string;
  readonly severity?: Severity;
  readonly reason?: string;
}

/** Filled cells of one row by column id, or of one column by row id: their values, or their grounds. */
export type FilledCells = ReadonlyMap<string, string>;

export interface RowTotal {
  readonly label: string;
  readonly of: (row: MatrixRow, cells: FilledCells, grounds?: FilledCells) => Total;
}

export interface ColumnTotal {
  readonly label: string;
  readonly of: (column: MatrixColumn, cells: FilledCells, grounds?: FilledCells) => Total;
}

/** Works out the marks of one row from its filled cells. Must be pure and quick: it runs after every edit of the row. */
export type RowRule = (row: MatrixRow, cells: FilledCells) => readonly LintMark[];

/** What stands behind the value of a cell, in a sentence; undefined where there is nothing to say. */
export type Explain = (rowId: string, columnId: string) => string | undefined;

/** Shows what stands behind a cell, as the bar does for the active one. */
export type CellDetail = ComponentType<{ readonly rowId: string; readonly columnId: string }>;

export type Parsed = { readonly ok: true; readonly value: string } | { readonly ok: false; readonly reason: string };

/** What a typed character does to the active cell. */
export type Typed =
  | { readonly does: 'set'; readonly value: string }
  | { readonly does: 'combine' }
  | { readonly does: 'refuse'; readonly reason: string }
  | { readonly does: 'edit' };

/** What the cells of a matrix mean. The matrix itself knows only strings, of which the empty one is an empty cell. */
export interface CellKind {
  /** Brings what somebody typed or pasted into canonical spelling, or says in a sentence why it does not fit. */
  readonly parse: (text: string) => Parsed;
  /** The canonical value as text for the editor and the clipboard. */
  readonly format: (value: string) => string;
  /** The meaning in words: "Accountable: answers for the result". */
  readonly describe: (value: string, ground?: string) => string;
  /** The effect of one typed character; `combining` is true after a character that answered `combine`. */
  readonly type: (character: string, value: string, combining: boolean) => Typed;
  readonly badge: (value: string, ground?: string) => ReactNode;
  /** Values with a short name each, shown in the free corner above the row headings. */
  readonly legend?: readonly { readonly value: string; readonly ground?: string; readonly name: string }[];
}

const severities: readonly Severity[] = ['error', 'warning', 'notice'];

/** The gravest severity among marks, or undefined without marks. */
export const worstOf = (marks: readonly { readonly severity: Severity }[]): Severity | undefined =>
  severities.find((severity) => marks.some((mark) => mark.severity === severity));
