import { randomBytes } from 'node:crypto';
import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, Pool, type PoolConfig } from 'pg';
import { MusterError } from './kernel/errors.ts';
import type { Config } from './platform/config.ts';
import { hearOfLosses, openPostgres, type Database } from './platform/db/database.ts';
import { joinEmbedded, startEmbedded } from './platform/db/embedded/server.ts';
import { prepareDatabase, type Connection } from './platform/db/migrate.ts';
import { nullOn } from './platform/files/absent.ts';
import type { Logger } from './platform/log.ts';

/** An opened installation: its database as the application's role, the accounts' connections, and its secret. */
export interface Installation {
  readonly db: Database;
  /** How the application enters the database. */
  readonly database: PoolConfig;
  /** Connections whose search path is the schema `auth`. */
  readonly authPool: Pool;
  readonly secret: string;
  readonly close: () => Promise<void>;
}

/** The installation's secret: given, or made once and kept in the data folder, readable by its owner alone. */
async function secretOf(config: Config): Promise<string> {
  if (config.secret !== null) return config.secret;
  await mkdir(config.data, { recursive: true });
  const path = join(config.data, 'secret');
  await writeFile(path, randomBytes(32).toString('hex'), { mode: 0o600, flag: 'wx' }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error;
    },
  );
  return readFile(path, 'utf8');
}

interface Server {
  readonly target: Connection | { readonly connectionString: string };
  readonly stop: () => Promise<void>;
}

/** `serve` runs the embedded server itself; `command` joins one that runs, and starts one only where none does. */
async function serverFor(config: Config, mode: 'serve' | 'command', log: Logger): Promise<Server> {
  const nothing = async (): Promise<void> => undefined;
  if (config.databaseUrl !== null) return { target: { connectionString: config.databaseUrl }, stop: nothing };
  const running = mode === 'command' ? await joinEmbedded(config.data) : null;
  if (running !== null) return { target: running, stop: nothing };
  const embedded = await startEmbedded({
    dataFolder: config.data,
    ...(config.postgres === null ? {} : { binaries: config.postgres }),
    log: (event, detail) => log.info(detail, event),
  });
  return { target: embedded.connection, stop: () => embedded.stop() };
}

/** The same server and database, entered as the application. */
async function applicationTarget(
  target: Server['target'],
  login: { readonly user: string; readonly password: string },
): Promise<PoolConfig> {
  if (!('connectionString' in target)) return { ...target, ...login };
  const { host, port, database, ssl } = new Client(target);
  return { host, port, ssl, ...(database === undefined ? {} : { database }), ...login };
}

/** A command makes no data: a folder that is named wrongly is told, not filled. */
async function requireData(config: Config): Promise<void> {
  if (config.databaseUrl !== null) return;
  if ((await stat(join(config.data, 'postgres')).catch(nullOn('ENOENT', 'ENOTDIR'))) !== null) return;
  throw new MusterError({
    code: 'usage',
    reason: `There is no data of Muster in ${config.data}. Name its folder with --data, or start Muster there first.`,
  });
}

/** @throws MusterError `unavailable`, `unusable-data` or `usage` when the data or the database cannot be used */
export async function openInstallation(config: Config, mode: 'serve' | 'command', log: Logger): Promise<Installation> {
  if (mode === 'command') await requireData(config);
  const secret = await secretOf(config);
  const server = await serverFor(config, mode, log);
  try {
    const login = await prepareDatabase(server.target, secret);
    const pool = await applicationTarget(server.target, login);
    let closing = false;
    const lost = (error: Error): void => {
      if (!closing) log.warn({ reason: error.message }, 'a database connection broke');
    };
    const db = openPostgres(pool, lost);
    const authPool = new Pool({ ...pool, max: 4, options: '-c search_path=auth', connectionTimeoutMillis: 5000 });
    hearOfLosses(authPool, lost);
    return {
      db,
      database: pool,
      authPool,
      secret,
      async close() {
        closing = true;
        await Promise.all([db.close(), authPool.end()]);
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
