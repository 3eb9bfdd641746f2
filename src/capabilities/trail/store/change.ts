import { sql } from 'kysely';
import { instant, type Instant } from '../../../kernel/date.ts';
import { invalid, MusterError, notFound } from '../../../kernel/errors.ts';
import type { ChangeId, NewId, OrganizationId } from '../../../kernel/id.ts';
import { cleanText } from '../../../kernel/text.ts';
import type { Database, Tx } from '../../../platform/db/database.ts';
import type { Actor } from '../../identity/model.ts';
import { requireNamedEvidence } from '../../competence/store/evidence-there.ts';
import { refuseOverlap, refuseOwnWord } from '../../roles/store.ts';
import { refuseOverfull } from '../../training/store.ts';
import { authorize, entryOf, rowChange, type ChangeItem, type RowChange } from '../change.ts';
import type { TrailEntry } from '../entry.ts';
import type { RegisterName } from '../register.ts';
import { entityOf, layouts } from '../row.ts';
import type { TrailPosition } from '../snapshot.ts';
import { append, beginTrail, entriesOf, lockHead } from './entries.ts';
import { batches, breathe, expectManyRows, write } from './rows.ts';

const BATCH = 500;

/** For so long a repeated request is recognised. */
const KEY_DAYS = 2;

export interface ChangeRequest {
  readonly actor: Actor;
  readonly organizationId: OrganizationId;
  /** In words, for the trail: why, or from where. */
  readonly reason: string;
  readonly items: readonly ChangeItem[];
  /** Where the trail stood when this was planned. Where it has moved since, nothing is written: plan anew. */
  readonly expected?: TrailPosition | undefined;
  /** Told how many of the rows are written, as they are. */
  readonly written?: ((done: number, of: number) => void) | undefined;
  /** The client's `Idempotency-Key`: the same request twice is done once, and answered alike. */
  readonly key?: RequestKey | undefined;
  /** Set when the organization itself is made by this change. */
  readonly founding?: true;
  /** What must be kept or done with the change, in its transaction. */
  readonly followUps?: readonly ((tx: Tx) => Promise<void>)[];
  /** What the trail is told of a row as it was before: an erasure tells nothing of what it makes to forget. */
  readonly remembered?: Remembered;
}

export type Remembered = (
  register: RegisterName,
  row: Readonly<Record<string, unknown>>,
) => Readonly<Record<string, unknown>>;

/** `fingerprint` tells the same request from another that came with a key already used. */
export interface RequestKey {
  readonly key: string;
  readonly fingerprint: string;
}

export interface ChangeResult {
  /** Null when nothing would have changed: then nothing was written. */
  readonly change: ChangeId | null;
  readonly position: TrailPosition;
  readonly entries: readonly TrailEntry[];
  /** True when it is the answer to the same request that was done before: nothing was written now. */
  readonly repeated: boolean;
}

/** Clock, ids and random text that changes are stamped with. */
export interface Stamp {
  readonly now: () => Instant;
  readonly newId: NewId;
  /** 16 random bytes or more, in hexadecimal. */
  readonly newNonce: () => string;
}

/**
 * The only way to write. One transaction: permission, expected versions, rows, trail, follow-ups; all of it or nothing.
 * @throws MusterError `forbidden`, `invalid`, `not-found`, `conflict`, `already-exists`, `still-used`, `unavailable`
 */
export async function change(db: Database, stamp: Stamp, request: ChangeRequest): Promise<ChangeResult> {
  authorize(request.actor, request.items);
  return db.inOrganization(request.organizationId, async (tx) => {
    const { organizationId } = request;
    const head = request.founding === true ? await beginTrail(tx, organizationId) : await lockHead(tx, organizationId);
    const earlier = await answeredEarlier(tx, request);
    if (earlier !== null) return earlier;
    if (request.expected !== undefined && request.expected.hash !== head.hash) throw movedOn(request.expected, head);
    const changes = await rowChanges(tx, request);
    if (changes.length === 0) return { change: null, position: head, entries: [], repeated: false };
    if (changes.length > BATCH) await expectManyRows(tx);
    let done = 0;
    for (const batch of batches(changes)) {
      request.written?.(done, changes.length);
      await write(tx, organizationId, batch);
      done += batch.length;
    }
    await refuseOverlap(tx, organizationId, changes);
    await refuseOwnWord(tx, organizationId, changes);
    await requireNamedEvidence(tx, organizationId, changes);
    await refuseOverfull(tx, organizationId, changes);
    const id = stamp.newId() as ChangeId;
    const recordedAt = await notBefore(tx, organizationId, head, stamp.now());
    const context = { organizationId, recordedAt, change: id, actor: request.actor, reason: cleanText(request.reason) };
    const entries = await append(
      tx,
      organizationId,
      head,
      changes.map((row) => entryOf(rememberedOf(row, request), context, stamp.newNonce())),
    );
    for (const followUp of request.followUps ?? []) await followUp(tx);
    if (request.key !== undefined) await keepKey(tx, organizationId, request.key, id, recordedAt);
    return { change: id, position: positionAfter(entries, head), entries, repeated: false };
  });
}

/** What a change is refused with when the trail has moved since it was planned. */
const movedOn = (planned: TrailPosition, head: TrailPosition): MusterError =>
  new MusterError({ code: 'conflict', what: 'register', yours: planned, theirs: head });

export const hasMovedOn = (error: unknown): boolean =>
  error instanceof MusterError && error.fault.code === 'conflict' && error.fault.what === 'register';

const rememberedOf = (row: RowChange, { remembered }: ChangeRequest): RowChange =>
  remembered === undefined || row.before === null ? row : { ...row, before: remembered(row.register, row.before) };

/** Moments in the trail never run backwards, even when the clock does. */
async function notBefore(tx: Tx, organizationId: OrganizationId, head: TrailPosition, now: Instant): Promise<Instant> {
  const { rows } = await sql<{ recordedAt: Instant }>`select recorded_at as "recordedAt" from trail_entry
    where organization_id = ${organizationId} and sequence = ${head.sequence}`.execute(tx);
  const last = rows[0]?.recordedAt;
  return last !== undefined && last > now ? instant(last) : now;
}

async function presentRows(
  tx: Tx,
  organizationId: OrganizationId,
  items: readonly ChangeItem[],
): Promise<Map<string, Record<string, unknown>>> {
  const present = new Map<string, Record<string, unknown>>();
  const touched = Map.groupBy(
    items.filter((item) => item.operation !== 'create'),
    (item) => item.register,
  );
  for (const [register, ofRegister] of touched) {
    for (let start = 0; start < ofRegister.length; start += BATCH) {
      const ids = ofRegister.slice(start, start + BATCH).map((item) => sql`${item.id}::uuid`);
      const { rows } = await sql<Record<string, unknown>>`select * from ${sql.table(layouts[register].table)}
        where organization_id = ${organizationId} and id in (${sql.join(ids)})`.execute(tx);
      for (const row of rows) {
        const entity: Record<string, unknown> = { ...entityOf(register, row) };
        present.set(`${register} ${String(entity['id'])}`, entity);
      }
    }
  }
  return present;
}

async function rowChanges(tx: Tx, { organizationId, actor, items }: ChangeRequest): Promise<readonly RowChange[]> {
  const present = await presentRows(tx, organizationId, items);
  const many = items.length > 1;
  const changes: RowChange[] = [];
  for (const [index, item] of items.entries()) {
    await breathe(index);
    const key = `${item.register} ${item.id}`;
    const row = rowChange(item, present.get(key), many ? String(index) : '', actor);
    if (row === null) continue;
    changes.push(row);
    if (row.after === null) present.delete(key);
    else present.set(key, row.after);
  }
  return changes;
}

async function answeredEarlier(tx: Tx, { organizationId, key }: ChangeRequest): Promise<ChangeResult | null> {
  if (key === undefined) return null;
  const found = await findRequest(tx, organizationId, key);
  if (found === null) return null;
  const { change: id, entries } = found;
  return { change: id, position: positionAfter(entries, await lockHead(tx, organizationId)), entries, repeated: true };
}

/** What the request with this key changed when it came before; null when it did not. @throws MusterError `invalid` when another came with it */
export async function findRequest(
  tx: Tx,
  organizationId: OrganizationId,
  key: RequestKey,
): Promise<{ readonly change: ChangeId; readonly entries: readonly TrailEntry[] } | null> {
  const { rows } = await sql<{ fingerprint: string; change: ChangeId }>`select fingerprint, change from request_key
    where organization_id = ${organizationId} and key = ${key.key}`.execute(tx);
  const [found] = rows;
  if (found === undefined) return null;
  if (found.fingerprint !== key.fingerprint) {
    throw invalid([
      { path: 'Idempotency-Key', message: 'This key was used for another request.', accepted: 'a fresh key' },
    ]);
  }
  return { change: found.change, entries: await entriesOf(tx, organizationId, found.change) };
}

async function keepKey(
  tx: Tx,
  organizationId: OrganizationId,
  { key, fingerprint }: RequestKey,
  id: ChangeId,
  at: Instant,
): Promise<void> {
  await sql`insert into request_key (organization_id, key, fingerprint, change, recorded_at)
    values (${organizationId}, ${key}, ${fingerprint}, ${id}, ${at})`.execute(tx);
  const forgotten = instant(new Date(Date.parse(at) - KEY_DAYS * 86_400_000));
  await sql`delete from request_key where organization_id = ${organizationId} and recorded_at < ${forgotten}`.execute(
    tx,
  );
}

const positionAfter = (entries: readonly TrailEntry[], head: TrailPosition): TrailPosition => {
  const last = entries.at(-1);
  return last === undefined ? head : { sequence: last.sequence, hash: last.hash };
};

/** The row that a change left, for an answer. @throws MusterError `not-found` */
export function changedRow<T>(result: ChangeResult, register: RegisterName, id: string): T {
  const entry = result.entries.find((candidate) => candidate.register === register && candidate.subject === id);
  if (entry?.after === undefined || entry.after === null) throw notFound(register);
  return JSON.parse(entry.after) as T;
}
