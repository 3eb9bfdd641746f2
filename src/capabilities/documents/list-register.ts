import type { Instant, PlainDate } from '../../kernel/date.ts';
import type { Snapshot, TrailPosition } from '../trail/snapshot.ts';
import { csvText } from './csv.ts';
import type { DocumentControl } from './model.ts';

/** A column of a register, and the field of its rows that it shows. The import knows the headings of those that it reads. */
export interface ListColumn {
  readonly heading: string;
  readonly field: string;
  /** Characters, for a sheet. */
  readonly width: number;
}

export type ListRow = Readonly<Record<string, string | number | null>>;

/** A register in long form, one row for each record: plain data. Its JSON is the JSON export. */
export interface ListRegister {
  readonly document: 'competence-register' | 'required-competences' | 'training-register';
  /** Grows when a field changes its meaning. */
  readonly schema: 1;
  readonly title: string;
  readonly standard: string;
  readonly organization: { readonly name: string; readonly scope: string };
  readonly control: DocumentControl;
  readonly on: PlainDate;
  readonly recordedAt: Instant | null;
  readonly trail: TrailPosition;
  readonly columns: readonly ListColumn[];
  readonly rows: readonly ListRow[];
}

/** A register of the facts of `snapshot` on a day; rows in the order given. */
export const listRegister = (
  snapshot: Snapshot,
  on: PlainDate,
  { document, title, columns, rows }: Pick<ListRegister, 'document' | 'title' | 'columns' | 'rows'>,
): ListRegister => ({
  document,
  schema: 1,
  title,
  standard: 'ISO/IEC 27001:2022',
  organization: { name: snapshot.organization.name, scope: snapshot.organization.scope },
  control: { classification: 'Confidential', version: `Revision ${snapshot.trail.sequence}` },
  on,
  recordedAt: snapshot.recordedAt,
  trail: snapshot.trail,
  columns,
  rows,
});

/**
 * The register as CSV: one header row, then one row a record, which the import reads back. The facts' date and place in
 * the trail stand in the last columns of every row: a CSV has no foot.
 */
export function listCsv({ columns, rows, on, trail }: ListRegister): string {
  const foot = [on, String(trail.sequence), trail.hash];
  return csvText([
    [...columns.map(({ heading }) => heading), 'Facts of', 'Trail', 'Hash'],
    ...rows.map((row) => [...columns.map(({ field }) => String(row[field] ?? '')), ...foot]),
  ]);
}
