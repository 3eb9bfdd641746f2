import { sql } from 'kysely';
import { invalid } from '../../../kernel/errors.ts';
import type { Tx } from '../../../platform/db/database.ts';

/**
 * Follows a change of memberships, in its transaction and so after any other: two owners cannot remove each other at once.
 * @throws MusterError `invalid` when no owner is left
 */
export async function keepOwner(tx: Tx): Promise<void> {
  const { rows } = await sql`select 1 from membership where permission = 'owner' limit 1`.execute(tx);
  if (rows.length > 0) return;
  throw invalid([
    { path: 'permission', message: 'An organization keeps at least one owner. Make somebody else an owner first.' },
  ]);
}
