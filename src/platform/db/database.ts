import { setTimeout as pause } from 'node:timers/promises';
import { Kysely, PostgresDialect, sql, type Dialect, type Transaction } from 'kysely';
import { Pool, types, type PoolConfig } from 'pg';
import { instant } from '../../kernel/date.ts';
import { MusterError } from '../../kernel/errors.ts';
import type { OrganizationId } from '../../kernel/id.ts';
import { explained, isConnectionLoss, isSerializationFailure } from './postgres-error.ts';

const DATE = 1082;
const TIMESTAMPTZ = 1184;

/** Dates stay `YYYY-MM-DD`, moments become ISO 8601: neither ever passes through a `Date` of the local zone. */
export const parsers: Readonly<Record<number, (text: string) => unknown>> = {
  [DATE]: (text) => text,
  [TIMESTAMPTZ]: (text) => instant(text),
};

/** Rows are reached by name from the list of registers, so the tables carry no static type. */
export type Tables = Record<string, Record<string, unknown>>;
export type Tx = Transaction<Tables>;

export interface Database {
  /** Runs `work` in one transaction inside one organization; again when another transaction was first or the server was away. */
  readonly inOrganization: <T>(organizationId: OrganizationId, work: (tx: Tx) => Promise<T>) => Promise<T>;
  /** Reads outside any organization; again when the server was away. */
  readonly outside: <T>(read: (db: Kysely<Tables>) => Promise<T>) => Promise<T>;
  /** Outside any organization: row level security then shows no tenant row. */
  readonly kysely: Kysely<Tables>;
  readonly close: () => Promise<void>;
}

const ATTEMPTS = 6;
const AWAY_MS = 20_000;

/** Whether the work was done when the failure came: then it came while committing, and whether it was kept is not known. */
class CommitLost extends Error {}

async function once<T>(
  kysely: Kysely<Tables>,
  organizationId: OrganizationId,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  let done = false;
  try {
    return await kysely.transaction().execute(async (tx) => {
      await sql`select enter_organization(${organizationId}::uuid)`.execute(tx);
      const result = await work(tx);
      done = true;
      return result;
    });
  } catch (error) {
    throw done && isConnectionLoss(error) ? new CommitLost('', { cause: error }) : error;
  }
}

export function openDatabase(dialect: Dialect): Database {
  const kysely = new Kysely<Tables>({ dialect });
  return {
    kysely,
    inOrganization: (organizationId, work) => patiently(() => once(kysely, organizationId, work)),
    outside: (read) => patiently(() => read(kysely)),
    close: () => kysely.destroy(),
  };
}

/** Tries again while another transaction was first (a few times) or the server is away (for a while). */
export async function patiently<T>(work: () => Promise<T>): Promise<T> {
  const began = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      if (error instanceof CommitLost) {
        throw new MusterError(
          {
            code: 'unavailable',
            reason: 'The database went away while the change was being kept. Repeat it with the same Idempotency-Key.',
          },
          { cause: error.cause },
        );
      }
      const away = isConnectionLoss(error) && performance.now() - began < AWAY_MS;
      const overtaken = isSerializationFailure(error) && attempt < ATTEMPTS;
      if (!away && !overtaken) {
        if (isConnectionLoss(error))
          throw new MusterError({ code: 'unavailable', reason: 'The database cannot be reached.' }, { cause: error });
        throw explained(error);
      }
      await pause(away ? Math.min(1000, 50 * attempt) : 10 * attempt);
    }
  }
}

const defaultParser: (oid: number, format?: 'text' | 'binary') => unknown = types.getTypeParser;

/** A pool as the application's role. `lost` hears of connections that broke: the next query opens a new one. */
export function openPool(config: PoolConfig, lost: (error: Error) => void): Pool {
  const pool = new Pool({
    max: 10,
    connectionTimeoutMillis: 5000,
    ...config,
    types: {
      getTypeParser: (oid: number, format?: 'text' | 'binary') => parsers[oid] ?? defaultParser(oid, format),
    },
  });
  hearOfLosses(pool, lost);
  return pool;
}

/** Without somebody who hears of it, a connection that breaks between two statements of a transaction ends the process. */
export function hearOfLosses(pool: Pool, lost: (error: Error) => void): void {
  pool.on('error', lost);
  pool.on('connect', (client) => client.on('error', lost));
}

export const openPostgres = (config: PoolConfig, lost: (error: Error) => void): Database =>
  openDatabase(new PostgresDialect({ pool: openPool(config, lost) }));
