import { canonicalJson } from '../../kernel/canonical.ts';
import type { Instant } from '../../kernel/date.ts';
import type { ChangeId, OrganizationId } from '../../kernel/id.ts';
import type { RegisterName } from './register.ts';

export type Operation = 'create' | 'update' | 'remove';

/**
 * One line of the trail: one row of one register before and after. All entries of one change share `change`.
 * `before` and `after` are canonical JSON (RFC 8785) of the whole row, or null where there was or is none.
 */
export interface TrailEntry {
  readonly sequence: number;
  readonly organizationId: OrganizationId;
  readonly recordedAt: Instant;
  readonly change: ChangeId;
  readonly actor: string;
  readonly actorName: string;
  readonly reason: string;
  readonly register: RegisterName;
  readonly subject: string;
  readonly operation: Operation;
  readonly before: string | null;
  readonly after: string | null;
  readonly hash: string;
}

export const GENESIS_HASH = '0'.repeat(64);

/** The text whose SHA-256, after the previous entry's hash, is the entry's own: everything but the hash itself. */
export function hashedText(previousHash: string, entry: Omit<TrailEntry, 'hash'>): string {
  const {
    sequence,
    organizationId,
    recordedAt,
    change,
    actor,
    actorName,
    reason,
    register,
    subject,
    operation,
    before,
    after,
  } = entry;
  return (
    previousHash +
    canonicalJson({
      sequence,
      organizationId,
      recordedAt,
      change,
      actor,
      actorName,
      reason,
      register,
      subject,
      operation,
      before,
      after,
    })
  );
}
