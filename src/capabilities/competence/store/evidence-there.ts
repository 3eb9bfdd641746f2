import { sql } from 'kysely';
import { notFound } from '../../../kernel/errors.ts';
import type { OrganizationId } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/db/database.ts';

type Row = Readonly<Record<string, unknown>>;

/** The files that a row names: in its own list, and in what a person said of their training. */
function filesIn(row: Row | null): readonly string[] {
  if (row === null) return [];
  const { evidenceIds, reported } = row;
  const own = Array.isArray(evidenceIds) ? evidenceIds.map(String) : [];
  return typeof reported === 'object' && reported !== null ? [...own, ...filesIn(reported as Row)] : own;
}

/**
 * Refuses rows that newly name files of evidence which the organization does not have. No constraint watches over a list
 * of ids, so it is checked while the organization's head is locked: no file goes in the same moment.
 * @throws MusterError `not-found`
 */
export async function requireNamedEvidence(
  tx: Tx,
  organizationId: OrganizationId,
  changes: readonly { readonly before: Row | null; readonly after: Row | null }[],
): Promise<void> {
  const added = new Set(
    changes.flatMap(({ before, after }) => {
      const known = filesIn(before);
      return filesIn(after).filter((id) => !known.includes(id));
    }),
  );
  if (added.size === 0) return;
  const ids = sql.join([...added].map((id) => sql`${id}::uuid`));
  const { rows } = await sql<{ id: string }>`select id from evidence
    where organization_id = ${organizationId} and id in (${ids})`.execute(tx);
  if (rows.length < added.size) throw notFound('file of evidence');
}
