/**
 * What an import did, or in a dry run would do. Every row of the file is in exactly one of the lists: nothing is lost in silence.
 * `changed` rows say which fields; `flagged` rows were taken and want a look.
 */
export interface ImportReport {
  readonly file: string;
  readonly kind: 'people' | 'rasci' | 'applicability';
  readonly dryRun: boolean;
  readonly taken: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rows: readonly ImportRow[];
  readonly ignored: readonly SourceNote[];
  readonly flagged: readonly SourceNote[];
  /** Columns that were not read on purpose, such as passwords and pay, and why. */
  readonly dropped: readonly { readonly column: string; readonly reason: string }[];
}

export interface ImportRow {
  /** Where a document has several. */
  readonly sheet?: string | undefined;
  readonly row: number;
  readonly label: string;
  readonly outcome: 'taken' | 'changed' | 'unchanged';
  readonly changes: readonly { readonly field: string; readonly from: string; readonly to: string }[];
}

/** A place in the source and what is to be said of it. */
export interface SourceNote {
  readonly sheet?: string | undefined;
  readonly row: number;
  readonly column?: string | undefined;
  readonly text: string;
  readonly reason: string;
}
