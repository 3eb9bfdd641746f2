import type { Instant } from '../../kernel/date.ts';
import type { OrganizationId } from '../../kernel/id.ts';

/** Content in pieces, in order. */
export type Pieces = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/**
 * Files by their content, apart for each organization. `sha256` is that of the content, 64 small hexadecimal digits.
 * No name that somebody chose ever reaches it.
 */
export interface Storage {
  /**
   * Keeps a file; the same content is kept once. Whoever reads sees all of it or nothing.
   * @throws MusterError `unusable-data` when the content has another hash: then nothing is kept
   */
  readonly put: (organizationId: OrganizationId, sha256: string, content: Pieces) => Promise<void>;
  readonly has: (organizationId: OrganizationId, sha256: string) => Promise<boolean>;
  /** The content as it lies there, which may have been damaged; null where there is no such file. */
  readonly get: (organizationId: OrganizationId, sha256: string) => Promise<AsyncIterable<Uint8Array> | null>;
  /** Takes a file away; nothing happens where there is none. */
  readonly remove: (organizationId: OrganizationId, sha256: string) => Promise<void>;
  /** The hashes of the files that were kept before a moment. */
  readonly keptBefore: (organizationId: OrganizationId, moment: Instant) => Promise<readonly string[]>;
  /** Takes away what was left half-written before a moment, such as by a loss of power. */
  readonly dropHalfWritten: (moment: Instant) => Promise<void>;
}
