import type { Instant } from '../../../kernel/date.ts';
import type { OrganizationId } from '../../../kernel/id.ts';
import type { Database } from '../../../platform/db/database.ts';
import { advance } from '../replay.ts';
import type { Snapshot, TrailPosition } from '../snapshot.ts';
import { entriesAfter } from './entries.ts';
import { loadAsRecorded, loadCurrent } from './snapshot.ts';

/** Further behind than this, reading the tables is quicker than following the trail. */
const FOLLOW_AT_MOST = 5000;

/**
 * Gives snapshots. The current one is kept in memory per organization and follows the trail: where the head has moved,
 * the entries since are read and told, so that a page view costs one look at the head. Any number of processes may do so.
 */
export interface Facts {
  /** `head` is where the trail stands, as the caller has just read it. */
  readonly current: (organizationId: OrganizationId, head: TrailPosition | null) => Promise<Snapshot>;
  readonly asRecorded: (organizationId: OrganizationId, at: Instant) => Promise<Snapshot>;
  /** Keeps nothing of an organization in memory: what was erased from the tables is gone from here too. */
  readonly forget: (organizationId: OrganizationId) => void;
}

/** `organizations`: how many snapshots are kept, the least recently used leaving first. */
export function openFacts(db: Database, organizations: number): Facts {
  const kept = new Map<OrganizationId, Snapshot>();

  /** `from`: what stood there when it was read; something newer may stand there by now. */
  const keep = (organizationId: OrganizationId, snapshot: Snapshot, from: Snapshot | undefined): Snapshot => {
    const there = kept.get(organizationId);
    const newest =
      there !== undefined && there !== from && there.trail.sequence > snapshot.trail.sequence ? there : snapshot;
    kept.delete(organizationId);
    kept.set(organizationId, newest);
    const [oldest] = kept.keys();
    if (kept.size > organizations && oldest !== undefined) kept.delete(oldest);
    return newest;
  };

  const follow = async (organizationId: OrganizationId, from: Snapshot): Promise<Snapshot> => {
    const [here, ...entries] = await db.inOrganization(organizationId, (tx) =>
      entriesAfter(tx, organizationId, from.trail.sequence - 1, FOLLOW_AT_MOST),
    );
    // Where the trail does not hold the entry at which the facts stand, the database was put back from a copy.
    return here?.hash === from.trail.hash && entries.length < FOLLOW_AT_MOST - 1
      ? advance(from, entries)
      : db.inOrganization(organizationId, (tx) => loadCurrent(tx, organizationId));
  };

  return {
    async current(organizationId, head) {
      const there = kept.get(organizationId);
      if (there !== undefined && head !== null && there.trail.hash === head.hash)
        return keep(organizationId, there, there);
      const fresh =
        there === undefined
          ? await db.inOrganization(organizationId, (tx) => loadCurrent(tx, organizationId))
          : await follow(organizationId, there);
      return keep(organizationId, fresh, there);
    },
    forget: (organizationId) => void kept.delete(organizationId),
    asRecorded: (organizationId, at) =>
      db.inOrganization(organizationId, (tx) => loadAsRecorded(tx, organizationId, at)),
  };
}
