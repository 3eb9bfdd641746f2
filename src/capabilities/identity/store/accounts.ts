import { setTimeout as pause } from 'node:timers/promises';
import { betterAuth } from 'better-auth';
import { APIError } from 'better-auth/api';
import { v7 } from 'uuid';
import type { Pool } from 'pg';
import { MusterError } from '../../../kernel/errors.ts';
import type { UserId } from '../../../kernel/id.ts';
import type { Logger } from '../../../platform/log.ts';
import { isConnectionLoss } from '../../../platform/db/postgres-error.ts';

/** Who holds the address of a client, as the edge saw it; never taken from the client's own word. */
export const CLIENT_HEADER = 'x-muster-client';

/** Routes of the accounts library that are open, for POST; all its others stay closed. */
export const accountRoutes = ['/api/auth/sign-in/email', '/api/auth/sign-out', '/api/auth/change-password'] as const;

export interface NewAccount {
  readonly name: string;
  readonly email: string;
  readonly password: string;
}

/** Accounts and sessions, kept by better-auth. */
export interface Accounts {
  /** The signed-in user of a request, or null. */
  readonly userOf: (
    headers: Headers,
  ) => Promise<{ readonly id: UserId; readonly name: string; readonly email: string } | null>;
  /** Makes an account and signs it in. @returns its id and the `Set-Cookie` values. @throws MusterError `already-exists` */
  readonly create: (account: NewAccount) => Promise<{ readonly id: UserId; readonly cookies: readonly string[] }>;
  /** Signs in with a password that is known to be right. @returns the `Set-Cookie` values */
  readonly signIn: (email: string, password: string) => Promise<readonly string[]>;
  readonly setPassword: (id: UserId, password: string) => Promise<void>;
  /** Answers a request to one of {@link accountRoutes}. */
  readonly handle: (request: Request) => Promise<Response>;
}

export interface AccountsOptions {
  /** Connections whose search path is the schema `auth`. */
  readonly pool: Pool;
  readonly secret: string;
  readonly url: string;
  readonly trustedOrigins: readonly string[];
  readonly log: Logger;
}

const HOUR = 3600;

/** Sessions last a week and are looked up at most once a minute: a session ended elsewhere may be seen for so long. Memberships are read on every request. */
const makeAuth = ({ pool, secret, url, trustedOrigins, log }: AccountsOptions) =>
  betterAuth({
    database: pool,
    secret,
    baseURL: url,
    trustedOrigins: [...trustedOrigins],
    telemetry: { enabled: false },
    // Whole errors would tell addresses: the driver names the row that was in the way.
    logger: {
      level: 'error',
      log: (_level, message, ...details: readonly unknown[]) => {
        const reasons = details.flatMap((detail) => (detail instanceof Error ? [detail.message] : []));
        log.error({ reasons }, `accounts: ${message}`);
      },
    },
    emailAndPassword: { enabled: true, minPasswordLength: 12, maxPasswordLength: 128 },
    session: { expiresIn: 7 * 24 * HOUR, updateAge: 24 * HOUR, cookieCache: { enabled: true, maxAge: 60 } },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 120,
      customRules: { '/sign-in/email': { window: 60, max: 10 } },
    },
    advanced: {
      useSecureCookies: url.startsWith('https:'),
      defaultCookieAttributes: { sameSite: 'lax', httpOnly: true },
      cookiePrefix: 'muster',
      ipAddress: { ipAddressHeaders: [CLIENT_HEADER] },
      database: { generateId: () => v7() },
    },
  });

const PATIENCE_MS = 20_000;

/** Waits for the database. @throws MusterError `unavailable` when it does not come back */
async function reachable(pool: Pool): Promise<void> {
  const began = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      await pool.query('select 1');
      return;
    } catch (error) {
      if (!isConnectionLoss(error)) throw error;
      if (performance.now() - began > PATIENCE_MS)
        throw new MusterError({ code: 'unavailable', reason: 'The database cannot be reached.' }, { cause: error });
      await pause(Math.min(1000, 50 * attempt));
    }
  }
}

export function openAccounts(options: AccountsOptions): Accounts {
  const auth = makeAuth(options);
  return {
    async userOf(headers) {
      const found = await auth.api.getSession({ headers }).catch(async (error: unknown) => {
        // The library tells no reason. Where the database was away, the second try answers; any other failure comes again.
        if (!(error instanceof APIError)) throw error;
        await reachable(options.pool);
        return auth.api.getSession({ headers });
      });
      return found === null ? null : { id: found.user.id as UserId, name: found.user.name, email: found.user.email };
    },
    async create({ name, email, password }) {
      const refuseTaken = async (): Promise<void> => {
        const { rows } = await options.pool.query('select 1 from "user" where email = $1', [email.toLowerCase()]);
        if (rows.length > 0)
          throw new MusterError({ code: 'already-exists', what: 'account', field: 'e-mail address' });
      };
      await refuseTaken();
      const { headers, response } = await auth.api
        .signUpEmail({ body: { name, email, password }, returnHeaders: true })
        .catch(async (error: unknown) => {
          // The library tells no reason: somebody may have taken the address a moment ago.
          await refuseTaken();
          throw error;
        });
      return { id: response.user.id as UserId, cookies: headers.getSetCookie() };
    },
    async signIn(email, password) {
      const { headers } = await auth.api.signInEmail({ body: { email, password }, returnHeaders: true });
      return headers.getSetCookie();
    },
    async setPassword(id, password) {
      const { internalAdapter, password: hashing } = await auth.$context;
      await internalAdapter.updatePassword(id, await hashing.hash(password));
    },
    handle: (request) => auth.handler(request),
  };
}
