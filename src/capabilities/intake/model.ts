import { z } from 'zod';
import type { Entity } from '../../kernel/entity.ts';
import type { ColumnMappingId } from '../../kernel/id.ts';
import { lineSchema } from '../../kernel/text.ts';

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

export const importKinds = ['people', 'rasci', 'applicability'] as const;

/** What somebody said of the columns of one kind of file, kept for the next file with the same headings. */
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
