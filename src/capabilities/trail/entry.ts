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
  /** Random text that the hash covers, so that what was erased cannot be guessed from the hash; null in old and in erased entries. */
  readonly nonce: string | null;
  /** Sequence of the entry that records the erasure which made this one forget; null in every other entry. */
  readonly erasedBy: number | null;
  readonly hash: string;
}

/** The fields that an entry told, and still tells where nothing was erased. */
const told = ({
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
}: Omit<TrailEntry, 'hash'>): Record<string, unknown> => ({
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
});

export const GENESIS_HASH = '0'.repeat(64);

/** The text whose SHA-256 is the entry's hash: the previous entry's hash, then all that the entry told. */
export function hashedText(previousHash: string, entry: Omit<TrailEntry, 'hash'>): string {
  const { nonce } = entry;
  return previousHash + canonicalJson({ ...told(entry), ...(nonce === null ? {} : { nonce }) });
}

/**
 * The text whose SHA-256 an erasure records of an entry that it made to forget: the previous entry's hash, then what is
 * left and the hash that the entry keeps. It takes the place of the hash that the entry no longer gives.
 */
export const remainderText = (previousHash: string, entry: Omit<TrailEntry, 'nonce' | 'erasedBy'>): string =>
  previousHash + canonicalJson({ ...told({ ...entry, nonce: null, erasedBy: null }), hash: entry.hash });
