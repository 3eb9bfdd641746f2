import type { Letter } from '../../domain/requirement.ts';
import type { CellFlag } from './letter-cell.ts';

/** What a label says about the requirement that its row is about. */
export interface RequirementReference {
  /** `A.5.1` when the source names Annex A, else the bare number as written: `5.1` may be a clause or a control. */
  readonly id: string;
  /** True when the source says that the number is a clause or control: by its `A.`, or by the column it stands in. */
  readonly explicit: boolean;
}

/** The letters of one role for one activity, with where they stand. */
export interface MatrixEntry {
  readonly role: string;
  /** Letters that count. */
  readonly letters: readonly Letter[];
  /** An A under a condition: kept for the importer to show, never counted. */
  readonly conditional: readonly Letter[];
  /** 1-based row of the source; 0-based column. */
  readonly row: number;
  readonly column: number;
  /** What stands in the cell. */
  readonly text: string;
  readonly flag: CellFlag | null;
}

export interface MatrixRow {
  /** 1-based row of the source. */
  readonly number: number;
  readonly label: string;
  /** The section heading above the row, where the matrix has such rows. */
  readonly section: string | null;
  readonly reference: RequirementReference | null;
  readonly entries: readonly MatrixEntry[];
}

export type IgnoredReason = 'section' | 'legend' | 'not letters' | 'repeated header' | 'no label';

export interface IgnoredRow {
  readonly row: number;
  readonly text: string;
  readonly reason: IgnoredReason;
}

export interface FlaggedCell {
  readonly row: number;
  readonly label: string;
  readonly column: string;
  readonly text: string;
  readonly reason: CellFlag;
}

/** One responsibility matrix as it stood in a document. */
export interface ParsedMatrix {
  readonly orientation: 'letters in cells' | 'roles named in cells' | 'activities as columns' | 'one assignment a row';
  readonly sheet: string | null;
  readonly heading: string | null;
  /** 1-based row of the source. */
  readonly headerRow: number;
  readonly labelColumn: string;
  /** Column headings that are roles; for roles named in cells, the headings of all columns are in `columns`. */
  readonly roleColumns: readonly string[];
  /** 0-based columns of `roleColumns`, in the same order; empty where no column is one role's. */
  readonly roleColumnNumbers: readonly number[];
  readonly columns: readonly string[];
  readonly rows: readonly MatrixRow[];
  readonly ignoredRows: readonly IgnoredRow[];
  readonly flaggedCells: readonly FlaggedCell[];
}

/** Something in the document that looks like a matrix and could not be read as one. */
export interface MatrixProblem {
  readonly sheet: string | null;
  readonly row: number;
  readonly reason: string;
}

/** Rows to whom nobody is accountable without condition. */
export const rowsWithoutAccountable = (matrix: ParsedMatrix): readonly MatrixRow[] =>
  matrix.rows.filter((row) => !row.entries.some((entry) => entry.letters.includes('A')));

/** Rows to whom more than one role is accountable. */
export const rowsWithSeveralAccountable = (matrix: ParsedMatrix): readonly MatrixRow[] =>
  matrix.rows.filter((row) => row.entries.filter((entry) => entry.letters.includes('A')).length > 1);

/** How often each letter stands in the matrix, a combined cell counting once for each of its letters. */
export const letterCounts = (matrix: ParsedMatrix): Readonly<Record<Letter, number>> => {
  const counts: Record<Letter, number> = { A: 0, R: 0, S: 0, C: 0, I: 0 };
  for (const row of matrix.rows) {
    for (const entry of row.entries) for (const letter of entry.letters) counts[letter] += 1;
  }
  return counts;
};
