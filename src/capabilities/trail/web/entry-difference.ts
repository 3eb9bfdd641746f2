import type { TrailEntry } from '../entry.ts';

export type Row = Readonly<Record<string, unknown>>;

/** One field of a row before and after a change; undefined where the row did not exist. */
export interface FieldDifference {
  readonly field: string;
  readonly before: unknown;
  readonly after: unknown;
}

/** Fields that say nothing to a reader. */
const silent = new Set(['id', 'version', 'organizationId', 'userId']);

const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

export const rowOf = (json: string | null): Row | null => (json === null ? null : (JSON.parse(json) as Row));

/** The fields that an entry changed; of a row that came or went those that hold something. */
export function differencesOf(entry: TrailEntry): readonly FieldDifference[] {
  const before = rowOf(entry.before);
  const after = rowOf(entry.after);
  const fields = Object.keys({ ...before, ...after }).filter((field) => !silent.has(field));
  return fields
    .map((field) => ({ field, before: before?.[field], after: after?.[field] }))
    .filter(
      ({ before: was, after: is }) => JSON.stringify(was) !== JSON.stringify(is) && !(isEmpty(was) && isEmpty(is)),
    );
}
