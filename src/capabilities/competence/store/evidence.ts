import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { instant } from '../../../kernel/date.ts';
import { MusterError, notFound } from '../../../kernel/errors.ts';
import type { OrganizationId } from '../../../kernel/id.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Database, Tx } from '../../../platform/db/database.ts';
import type { MalwareScan } from '../../../platform/storage/malware-scan.ts';
import type { Storage } from '../../../platform/storage/storage.ts';
import type { TrailProblem } from '../../trail/contract.ts';
import type { Snapshot } from '../../trail/snapshot.ts';
import { lockHead } from '../../trail/store/entries.ts';
import { keptEvidence } from '../evidence-use.ts';
import type { Evidence } from '../model.ts';

/** What keeping evidence leans on. */
export interface EvidenceMeans {
  readonly storage: Storage;
  readonly scan: MalwareScan;
}

export const hashOfFile = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * In the transaction of the change that adds a row: the file lies there. Another member may have removed the last row with
 * the same content since it was put there.
 */
export const fileThere =
  (storage: Storage, organizationId: OrganizationId, sha256: string, bytes: Uint8Array) => async (): Promise<void> => {
    if (!(await storage.has(organizationId, sha256))) await storage.put(organizationId, sha256, [bytes]);
  };

const lost = (name: string, what: string): MusterError =>
  new MusterError({
    code: 'unusable-data',
    reason: `The stored file "${name}" ${what}. Bring it back from a backup; the trail has its SHA-256.`,
  });

/**
 * The content of a row's file, checked against its hash.
 * @throws MusterError `not-found` when it was deleted with somebody's personal data; `unusable-data` when it is lost or damaged
 */
export async function contentOf(storage: Storage, snapshot: Snapshot, row: Evidence): Promise<Uint8Array> {
  if (!keptEvidence(snapshot).some(({ id }) => id === row.id)) throw notFound('file');
  const found = await storage.get(snapshot.organization.id, row.sha256);
  if (found === null) throw lost(row.name, 'is lost');
  const pieces: Uint8Array[] = [];
  const hash = createHash('sha256');
  for await (const piece of found) {
    hash.update(piece);
    pieces.push(piece);
  }
  if (hash.digest('hex') !== row.sha256) throw lost(row.name, 'is damaged: its content is not what was uploaded');
  return Buffer.concat(pieces);
}

/** Those of the hashes that a row needs: one about nobody, or about somebody whose data were not erased. */
async function needed(tx: Tx, organizationId: OrganizationId, hashes: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ sha256: string }>`select distinct e.sha256 from evidence e
    left join person p on p.organization_id = e.organization_id and p.id = e.person_id
    where e.organization_id = ${organizationId} and p.erased_on is null
    and e.sha256 in (${sql.join([...hashes])})`.execute(tx);
  return new Set(rows.map(({ sha256 }) => sha256));
}

const AT_ONCE = 500;

/**
 * Takes away those of the files that no row needs any more. It waits for changes that are under way, and they for it, so
 * that no file goes for which a row is just being written.
 */
export async function dropUnneeded(
  { db, storage }: { readonly db: Database; readonly storage: Storage },
  organizationId: OrganizationId,
  hashes: readonly string[],
): Promise<number> {
  let dropped = 0;
  for (let start = 0; start < hashes.length; start += AT_ONCE) {
    const some = hashes.slice(start, start + AT_ONCE);
    dropped += await db.inOrganization(organizationId, async (tx) => {
      await lockHead(tx, organizationId);
      const kept = await needed(tx, organizationId, some);
      const unneeded = some.filter((sha256) => !kept.has(sha256));
      for (const sha256 of unneeded) await storage.remove(organizationId, sha256);
      return unneeded.length;
    });
  }
  return dropped;
}

const DAY_MS = 86_400_000;

/** Takes away what a crash left behind: files older than a day that no row names, and what never became whole. */
export async function sweep(
  means: { readonly db: Database; readonly storage: Storage; readonly clock: Clock },
  organizations: readonly { readonly id: OrganizationId }[],
): Promise<number> {
  const yesterday = instant(new Date(Date.parse(means.clock.now()) - DAY_MS));
  await means.storage.dropHalfWritten(yesterday);
  let dropped = 0;
  for (const { id } of organizations)
    dropped += await dropUnneeded(means, id, await means.storage.keptBefore(id, yesterday));
  return dropped;
}

/** Says which files that the facts need are missing or changed. Each content is read once, piece by piece. */
export async function fileProblems(storage: Storage, snapshot: Snapshot): Promise<readonly TrailProblem[]> {
  const rows = Map.groupBy(keptEvidence(snapshot), ({ sha256 }) => sha256);
  const problems: TrailProblem[] = [];
  for (const [sha256, named] of rows) {
    const state = await stateOf(storage, snapshot.organization.id, sha256);
    if (state === 'sound') continue;
    for (const { id } of named)
      problems.push({
        kind: state,
        where: `evidence ${id}`,
        explanation:
          state === 'missing-file'
            ? `The file of evidence ${id} is missing from the storage: SHA-256 ${sha256}.`
            : `The file of evidence ${id} does not give the SHA-256 that the trail has: it was changed or damaged.`,
      });
  }
  return problems;
}

async function stateOf(
  storage: Storage,
  organizationId: OrganizationId,
  sha256: string,
): Promise<'sound' | 'missing-file' | 'changed-file'> {
  const found = await storage.get(organizationId, sha256);
  if (found === null) return 'missing-file';
  const hash = createHash('sha256');
  for await (const piece of found) hash.update(piece);
  return hash.digest('hex') === sha256 ? 'sound' : 'changed-file';
}
