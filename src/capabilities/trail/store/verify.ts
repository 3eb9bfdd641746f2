import { sql } from 'kysely';
import type { OrganizationId } from '../../../kernel/id.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Verification } from '../contract.ts';
import { replay } from '../replay.ts';
import type { TrailPosition } from '../snapshot.ts';
import { chainCheck, isReadable, rebuildCheck } from '../verification.ts';
import { entriesAfter, sha256 } from './entries.ts';
import { tableRows } from './snapshot.ts';

const BATCH = 2000;

/** Checks the chain from its first entry to the head, and that it rebuilds the tables. One moment: no change comes between. */
export async function verify(db: Database, organizationId: OrganizationId): Promise<Verification> {
  return db.inOrganization(organizationId, async (tx) => {
    const { rows } =
      await sql<TrailPosition>`select sequence, hash from trail_head where organization_id = ${organizationId} for share`.execute(
        tx,
      );
    const [head] = rows;
    if (head === undefined) throw notFound('organization');
    const chain = chainCheck(sha256);
    const told = replay();
    let entries = 0;
    let after = 0;
    for (;;) {
      const batch = await entriesAfter(tx, organizationId, after, BATCH);
      for (const entry of batch) chain.next(entry);
      told.add(batch.filter(isReadable));
      entries += batch.length;
      after = batch.at(-1)?.sequence ?? after;
      if (batch.length < BATCH) break;
    }
    const { problems: ofChain, erasures } = chain.finish(head);
    const problems = [...ofChain, ...rebuildCheck(await tableRows(tx, organizationId), told.rows())];
    return { entries, head, ok: problems.length === 0, problems, erasures };
  });
}
