import { sql } from 'kysely';
import type { Instant } from '../../../kernel/date.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { OrganizationId } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/db/database.ts';
import { asRecorded } from '../replay.ts';
import { registerNames, type RegisterName } from '../register.ts';
import { entityOf, layouts } from '../row.ts';
import { snapshotOf, type Snapshot, type SnapshotRows, type TrailPosition } from '../snapshot.ts';
import { entriesAfter, entriesUntil } from './entries.ts';

/** All rows of one register. */
async function rowsOf(tx: Tx, organizationId: OrganizationId, register: RegisterName): Promise<readonly unknown[]> {
  const { table, columns: fields } = layouts[register];
  const { rows } = await sql<Record<string, unknown>>`select ${sql.join(fields.map(({ column }) => sql.ref(column)))}
    from ${sql.table(table)} where organization_id = ${organizationId}`.execute(tx);
  return rows.map((row) => entityOf(register, row));
}

/** All rows of all registers as the tables hold them. */
export async function tableRows(tx: Tx, organizationId: OrganizationId): Promise<SnapshotRows> {
  const facts: Record<string, readonly unknown[]> = {};
  for (const register of registerNames) facts[register] = await rowsOf(tx, organizationId, register);
  return facts as unknown as SnapshotRows;
}

/** First loader of the snapshot: the current tables. One moment: the head is locked for sharing while they are read. */
export async function loadCurrent(tx: Tx, organizationId: OrganizationId): Promise<Snapshot> {
  const { rows } = await sql<TrailPosition>`
    select sequence, hash from trail_head where organization_id = ${organizationId} for share`.execute(tx);
  const [head] = rows;
  if (head === undefined) throw notFound('organization');
  return snapshotOf(await tableRows(tx, organizationId), head, null);
}

/** The facts as they stood after an entry of the trail. */
export async function loadAtSequence(tx: Tx, organizationId: OrganizationId, sequence: number): Promise<Snapshot> {
  return asRecorded(await entriesAfter(tx, organizationId, 0, sequence), null);
}

/** Second loader: what the trail had recorded at a moment. @throws MusterError `not-found` before the first entry */
export async function loadAsRecorded(tx: Tx, organizationId: OrganizationId, at: Instant): Promise<Snapshot> {
  const rows = await entriesUntil(tx, organizationId, at);
  if (rows.length === 0) throw notFound('organization at that moment');
  return asRecorded(rows, at);
}
