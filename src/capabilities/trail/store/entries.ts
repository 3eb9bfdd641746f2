import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Tx } from '../../../platform/db/database.ts';
import type { Instant } from '../../../kernel/date.ts';
import { notFound } from '../../../kernel/errors.ts';
import type { ChangeId, OrganizationId } from '../../../kernel/id.ts';
import { GENESIS_HASH, hashedText, type TrailEntry } from '../entry.ts';
import type { RegisterName } from '../register.ts';
import type { TrailPosition } from '../snapshot.ts';
import { breathe } from './rows.ts';

const BATCH = 500;

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

export const hashOf = (previousHash: string, entry: Omit<TrailEntry, 'hash'>): string =>
  sha256(hashedText(previousHash, entry));

/** Where the trail stands; the row is locked, so that one change of an organization follows another. */
export async function lockHead(tx: Tx, organizationId: OrganizationId): Promise<TrailPosition> {
  const { rows } = await sql<TrailPosition>`
    select sequence, hash from trail_head where organization_id = ${organizationId} for update`.execute(tx);
  const [head] = rows;
  if (head === undefined) throw notFound('organization');
  return head;
}

/** The head of an organization that is being founded. */
export async function beginTrail(tx: Tx, organizationId: OrganizationId): Promise<TrailPosition> {
  await sql`insert into trail_head (organization_id, sequence, hash) values (${organizationId}, 0, ${GENESIS_HASH})`.execute(
    tx,
  );
  return { sequence: 0, hash: GENESIS_HASH };
}

/** Links the entries to the chain and moves the head. @returns the entries as they stand in the trail. */
export async function append(
  tx: Tx,
  organizationId: OrganizationId,
  head: TrailPosition,
  entries: readonly Omit<TrailEntry, 'sequence' | 'hash'>[],
): Promise<readonly TrailEntry[]> {
  let { sequence, hash } = head;
  const linked: TrailEntry[] = [];
  for (const [index, entry] of entries.entries()) {
    await breathe(index);
    sequence += 1;
    const placed = { ...entry, sequence };
    hash = hashOf(hash, placed);
    linked.push({ ...placed, hash });
  }
  for (let start = 0; start < linked.length; start += BATCH) {
    const rows = linked
      .slice(start, start + BATCH)
      .map(
        (entry) =>
          sql`(${sql.join([
            entry.organizationId,
            entry.sequence,
            entry.recordedAt,
            entry.change,
            entry.actor,
            entry.actorName,
            entry.reason,
            entry.register,
            entry.subject,
            entry.operation,
            entry.before,
            entry.after,
            entry.nonce,
            entry.hash,
          ])})`,
      );
    await sql`insert into trail_entry (organization_id, sequence, recorded_at, change, actor, actor_name, reason,
      register, subject, operation, before, after, nonce, hash) values ${sql.join(rows)}`.execute(tx);
  }
  await sql`update trail_head set sequence = ${sequence}, hash = ${hash} where organization_id = ${organizationId}`.execute(
    tx,
  );
  return linked;
}

const columns = sql.raw(
  'sequence, organization_id as "organizationId", recorded_at as "recordedAt", change, actor, actor_name as "actorName", reason, register, subject, operation, before, after, nonce, erased_by as "erasedBy", hash',
);

/** Entries in order, `limit` at most, after a sequence number. */
export async function entriesAfter(
  tx: Tx,
  organizationId: OrganizationId,
  sequence: number,
  limit: number,
): Promise<readonly TrailEntry[]> {
  const { rows } = await sql<TrailEntry>`select ${columns} from trail_entry
    where organization_id = ${organizationId} and sequence > ${sequence} order by sequence limit ${limit}`.execute(tx);
  return rows;
}

/** Entries of one register or subject, newest first, before a sequence number. */
export async function entriesBefore(
  tx: Tx,
  organizationId: OrganizationId,
  query: {
    readonly before: number | null;
    readonly limit: number;
    readonly register?: RegisterName | undefined;
    readonly subject?: string | undefined;
  },
): Promise<{ readonly rows: readonly TrailEntry[]; readonly total: number }> {
  const matching = sql`organization_id = ${organizationId}
    and (${query.register ?? null}::text is null or register = ${query.register ?? null})
    and (${query.subject ?? null}::text is null or subject = ${query.subject ?? null})`;
  const { rows } = await sql<TrailEntry>`select ${columns} from trail_entry where ${matching}
    and (${query.before}::int is null or sequence < ${query.before}) order by sequence desc limit ${query.limit}`.execute(
    tx,
  );
  const counted = await sql<{ total: string }>`select count(*) as total from trail_entry where ${matching}`.execute(tx);
  return { rows, total: Number(counted.rows[0]?.total ?? 0) };
}

/** Of some changes the entries that may keep one from ever being undone: of `registers`, or erased. */
export async function entriesThatMayBeFinal(
  tx: Tx,
  organizationId: OrganizationId,
  changes: readonly ChangeId[],
  registers: Iterable<RegisterName>,
): Promise<readonly TrailEntry[]> {
  if (changes.length === 0) return [];
  const { rows } = await sql<TrailEntry>`select ${columns} from trail_entry
    where organization_id = ${organizationId} and change in (${sql.join(changes)})
      and (register in (${sql.join([...registers])}) or erased_by is not null)`.execute(tx);
  return rows;
}

/** The entries of one change, in order. */
export async function entriesOf(
  tx: Tx,
  organizationId: OrganizationId,
  change: ChangeId,
): Promise<readonly TrailEntry[]> {
  const { rows } = await sql<TrailEntry>`select ${columns} from trail_entry
    where organization_id = ${organizationId} and change = ${change} order by sequence`.execute(tx);
  return rows;
}

/** Which rows were written after an entry, each as its register and id with a space between. */
export async function writtenAfter(
  tx: Tx,
  organizationId: OrganizationId,
  sequence: number,
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ register: string; subject: string }>`select distinct register, subject from trail_entry
    where organization_id = ${organizationId} and sequence > ${sequence}`.execute(tx);
  return new Set(rows.map(({ register, subject }) => `${register} ${subject}`));
}

/** The latest entries about one requirement: its cells, its applicability, what it calls for, newest first. */
export async function entriesAbout(
  tx: Tx,
  organizationId: OrganizationId,
  requirementId: string,
  limit: number,
): Promise<readonly TrailEntry[]> {
  const { rows } = await sql<TrailEntry>`select ${columns} from trail_entry
    where organization_id = ${organizationId} and register in ('accountability', 'applicability', 'requirementMapping', 'requirementCompetence')
      and coalesce(after, before)::jsonb ->> 'requirementId' = ${requirementId} order by sequence desc limit ${limit}`.execute(
    tx,
  );
  return rows;
}

/** The entries of one register recorded after a moment, or ever, up to a place in the trail, in order. */
export async function entriesOfRegister(
  tx: Tx,
  organizationId: OrganizationId,
  register: RegisterName,
  after: Instant | null,
  sequence: number,
): Promise<readonly TrailEntry[]> {
  const { rows } = await sql<TrailEntry>`select ${columns} from trail_entry
    where organization_id = ${organizationId} and register = ${register} and sequence <= ${sequence}
      and (${after}::timestamptz is null or recorded_at > ${after}) order by sequence`.execute(tx);
  return rows;
}

/** Every entry recorded up to a moment, in order. */
export async function entriesUntil(
  tx: Tx,
  organizationId: OrganizationId,
  at: Instant,
): Promise<readonly TrailEntry[]> {
  const { rows } = await sql<TrailEntry>`select ${columns} from trail_entry
    where organization_id = ${organizationId} and recorded_at <= ${at} order by sequence`.execute(tx);
  return rows;
}

/** What is left of an entry that an erasure made to forget. */
export type Remainder = Pick<TrailEntry, 'sequence' | 'before' | 'after' | 'reason'>;

/** Makes entries forget, in the transaction of the change that records the erasure and lists them. `erasure`: sequence of that entry. */
export async function forget(
  tx: Tx,
  organizationId: OrganizationId,
  erasure: number,
  remainders: readonly Remainder[],
): Promise<void> {
  await sql`select forget_entries(${organizationId}::uuid, ${erasure}::int, ${JSON.stringify(remainders)}::jsonb)`.execute(
    tx,
  );
}

/** Goes through the trail from its first entry up to one, in order, without holding more than a part of it. */
export async function eachEntry(
  tx: Tx,
  organizationId: OrganizationId,
  until: number,
  see: (entry: TrailEntry) => void,
): Promise<void> {
  const part = 2000;
  for (let after = 0; after < until; after += part)
    for (const entry of await entriesAfter(tx, organizationId, after, Math.min(part, until - after))) see(entry);
}
