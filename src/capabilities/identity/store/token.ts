import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Pool } from 'pg';
import type { Instant } from '../../../kernel/date.ts';
import type { InvitationId, OrganizationId } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/db/database.ts';

/** 256 random bits. Only its holder has it; the database keeps its hash. */
export const newToken = (): string => randomBytes(32).toString('base64url');

export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** One-time links. Tables of the schema `auth`, never joined with an organization's tables. */
export interface Tokens {
  readonly accountsExist: () => Promise<boolean>;
  /** Replaces the link for the first administrator. */
  readonly issueSetup: (now: Instant) => Promise<string>;
  /** True once for the right token, while no account exists. */
  readonly redeemSetup: (token: string, now: Instant) => Promise<boolean>;
  /** Gives a redeemed setup link back, when what it was for failed. */
  readonly returnSetup: (token: string) => Promise<void>;
  readonly accountExists: (email: string) => Promise<boolean>;
  readonly findInvitation: (
    token: string,
    now: Instant,
  ) => Promise<{ readonly organizationId: OrganizationId; readonly invitationId: InvitationId } | null>;
  readonly dropInvitation: (token: string) => Promise<void>;
}

/** Keeps the hash of an invitation's token: what follows the invitation, in its transaction. */
export const keepInvitation =
  (token: string, organizationId: OrganizationId, invitationId: InvitationId, expires: Instant) =>
  async (tx: Tx): Promise<void> => {
    await sql`insert into auth.invitation_token (hash, organization_id, invitation_id, expires)
      values (${tokenHash(token)}, ${organizationId}, ${invitationId}, ${expires})`.execute(tx);
  };

export function openTokens(pool: Pool): Tokens {
  const accountsExist = async (): Promise<boolean> =>
    (await pool.query('select 1 from "user" limit 1')).rows.length === 1;
  return {
    accountsExist,
    async issueSetup(now) {
      const token = newToken();
      await pool.query('delete from setup_token');
      await pool.query('insert into setup_token (hash, created_at) values ($1, $2)', [tokenHash(token), now]);
      return token;
    },
    async redeemSetup(token, now) {
      if (await accountsExist()) return false;
      const { rowCount } = await pool.query('update setup_token set used_at = $2 where hash = $1 and used_at is null', [
        tokenHash(token),
        now,
      ]);
      return rowCount === 1;
    },
    async returnSetup(token) {
      await pool.query('update setup_token set used_at = null where hash = $1', [tokenHash(token)]);
    },
    accountExists: async (email) =>
      (await pool.query('select 1 from "user" where email = $1', [email.toLowerCase()])).rows.length === 1,
    async findInvitation(token, now) {
      const { rows } = await pool.query<{ organizationId: OrganizationId; invitationId: InvitationId }>(
        'select organization_id as "organizationId", invitation_id as "invitationId" from invitation_token where hash = $1 and expires > $2',
        [tokenHash(token), now],
      );
      return rows[0] ?? null;
    },
    async dropInvitation(token) {
      await pool.query('delete from invitation_token where hash = $1', [tokenHash(token)]);
    },
  };
}
