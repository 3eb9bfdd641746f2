import { z } from 'zod';
import type { Entity } from '../../kernel/entity.ts';
import type { ChangeId, ColumnMappingId } from '../../kernel/id.ts';
import { lineSchema } from '../../kernel/text.ts';

/**
 * What an import did, or in a dry run would do. Every row of the file is in exactly one of the lists: nothing is lost in silence.
 * `changed` rows say which fields; `flagged` rows were taken and want a look.
 */
export interface ImportReport {
  readonly file: string;
  readonly kind: 'people' | 'rasci' | 'applicability' | 'catalogue' | 'competence' | 'training';
  readonly dryRun: boolean;
  readonly taken: number;
  readonly changed: number;
  readonly unchanged: number;
  readonly rows: readonly ImportRow[];
  readonly ignored: readonly SourceNote[];
  readonly flagged: readonly SourceNote[];
  /** Columns that were not read on purpose, such as passwords and pay, and why. */
  readonly dropped: readonly { readonly column: string; readonly reason: string }[];
  /** What each column was read as, where that can be changed. */
  readonly columns?: readonly ReadColumn[];
  /** What was remembered of a file with the same headings, and used. */
  readonly remembered?: { readonly id: ColumnMappingId; readonly version: number; readonly name: string } | null;
  /** Rows that wait for an answer, and rows that were answered. Without an answer a row is left out, and says so. */
  readonly questions?: readonly ImportQuestion[];
  /** The change that the import was; null in a dry run and where nothing was to be written. */
  readonly change?: ChangeId | null;
}

/** A column of the file. `field` is what it is read as; null when it is not read. */
export interface ReadColumn {
  readonly sheet?: string | undefined;
  /** 1-based, as A is 1. */
  readonly column: number;
  readonly heading: string;
  readonly field: string | null;
  /** Why it is not read whatever is said of it. */
  readonly dropped?: string | undefined;
  /** Who said so: the headings and values, what was remembered, or the user now. */
  readonly by: 'headings' | 'remembered' | 'you';
}

/** Whether a row means somebody whom the register knows already. */
export interface ImportQuestion {
  readonly sheet?: string | undefined;
  readonly row: number;
  /** The row's person, and what else it says. */
  readonly label: string;
  readonly detail: string;
  readonly reason: string;
  readonly candidates: readonly { readonly id: string; readonly label: string; readonly detail: string }[];
  /** The id of a candidate, `new`, `skip`; null while it is open. */
  readonly answer: string | null;
}

/** How far an import is: `done` of `of` rows of the stage. It may be cancelled until it writes. */
export interface ImportProgress {
  readonly stage: 'reading' | 'comparing' | 'writing' | 'done' | 'cancelled' | 'failed';
  readonly done: number;
  readonly of: number;
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

export const importKinds = ['people', 'rasci', 'applicability', 'competence'] as const;

/** What somebody said of the columns of one kind of file, or of the steps of its scale, kept for the next file with the same headings. */
export const columnMappingFields = z.strictObject({
  kind: z.enum(importKinds),
  /** The headings, folded and joined: the same export next month has the same. */
  source: lineSchema(4000),
  /** Where a file with these headings came from, in the user's words: the file's name at first. */
  name: lineSchema(255),
  columns: z
    .array(z.strictObject({ heading: lineSchema(300), field: lineSchema(60).nullable() }))
    .max(200, 'At most 200 columns.'),
});
export type ColumnMappingFields = z.output<typeof columnMappingFields>;
export type ColumnMapping = Entity<ColumnMappingId, ColumnMappingFields>;
