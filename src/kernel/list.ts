import { z } from 'zod';
import { invalid, type MusterError } from './errors.ts';

/** How lists page: at most `limit` rows after the cursor `after` that the previous page gave. */
export const pageQuery = {
  limit: z.coerce.number().int().min(1).max(500).default(100),
  after: z.string().max(200).optional(),
};

export const unknownCursor = (): MusterError =>
  invalid([{ path: 'after', message: 'The list has changed: begin anew.', accepted: 'the cursor of the page before' }]);

export interface Page<Row> {
  readonly rows: readonly Row[];
  /** How many rows match in all. */
  readonly total: number;
  /** The cursor of the next page; null on the last. */
  readonly next: string | null;
}

/**
 * Cuts one page out of rows that are sorted already; the cursor is the id of the last row seen.
 * @throws MusterError `invalid` when no row has that id: beginning anew would give rows twice, and never end
 */
export function pageOf<Row>(
  rows: readonly Row[],
  id: (row: Row) => string,
  query: { readonly limit: number; readonly after?: string | undefined },
): Page<Row> {
  const start = query.after === undefined ? 0 : rows.findIndex((row) => id(row) === query.after) + 1;
  if (query.after !== undefined && start === 0) throw unknownCursor();
  const cut = rows.slice(start, start + query.limit);
  const last = cut.at(-1);
  return {
    rows: cut,
    total: rows.length,
    next: last !== undefined && start + query.limit < rows.length ? id(last) : null,
  };
}
