import { z } from 'zod';
import { canonicalJson } from '../../kernel/canonical.ts';
import { instantSchema, type Instant } from '../../kernel/date.ts';
import { idSchema, type ChangeId, type OrganizationId } from '../../kernel/id.ts';
import { registerNames, type RegisterName } from './register.ts';

export const operations = ['create', 'update', 'remove'] as const;
export type Operation = (typeof operations)[number];

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

export const trailEntrySchema = z.strictObject({
  sequence: z.int().positive(),
  organizationId: idSchema<OrganizationId>(),
  recordedAt: instantSchema,
  change: idSchema<ChangeId>(),
  actor: z.string(),
  actorName: z.string(),
  reason: z.string(),
  register: z.enum(registerNames),
  subject: z.string(),
  operation: z.enum(operations),
  before: z.string().nullable(),
  after: z.string().nullable(),
  hash: z.string(),
});

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
