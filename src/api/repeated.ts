import { createHash } from 'node:crypto';
import { findRequest, type RequestKey } from '../capabilities/trail/store/change.ts';
import { loadAtSequence } from '../capabilities/trail/store/snapshot.ts';
import type { Snapshot } from '../capabilities/trail/snapshot.ts';
import type { NewId, OrganizationId } from '../kernel/id.ts';
import type { Database } from '../platform/db/database.ts';

/**
 * A request with a key that was done before. Its answer is made again in the way it was made then: from the facts
 * before its change, with the ids that it gave out.
 */
export interface Repeated {
  readonly facts: () => Promise<Snapshot>;
  /** Milliseconds of the first time, as its ids tell. */
  readonly at: number;
}

const timeIn = (id: string): number => Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16);

/** @throws MusterError `invalid` when the key was used for another request */
export async function repeatedRequest(
  db: Database,
  organizationId: OrganizationId,
  key: RequestKey,
): Promise<Repeated | null> {
  const found = await db.inOrganization(organizationId, (tx) => findRequest(tx, organizationId, key));
  if (found === null) return null;
  const made = found.entries.filter(({ operation }) => operation === 'create').map(({ subject }) => timeIn(subject));
  const before = (found.entries[0]?.sequence ?? 1) - 1;
  return {
    at: made.length === 0 ? 0 : Math.min(...made),
    facts: () => db.inOrganization(organizationId, (tx) => loadAtSequence(tx, organizationId, before)),
  };
}

const COUNTER = 0x1000;

/** UUIDs (version 7) that the same seed and moment give again, in the order in which they are made. */
export function idsFrom(seed: string, at: number): NewId {
  let made = 0;
  return () => {
    const number = made;
    made += 1;
    const time = (at + Math.floor(number / COUNTER)).toString(16).padStart(12, '0');
    const counter = (number % COUNTER).toString(16).padStart(3, '0');
    const digest = createHash('sha256').update(`${seed} ${number}`).digest('hex');
    const variant = ((Number.parseInt(digest.slice(0, 1), 16) & 0x3) | 0x8).toString(16);
    return `${time.slice(0, 8)}-${time.slice(8)}-7${counter}-${variant}${digest.slice(1, 4)}-${digest.slice(4, 16)}`;
  };
}
