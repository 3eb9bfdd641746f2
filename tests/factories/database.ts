import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PGlite } from '@electric-sql/pglite';
import { PGliteDialect } from 'kysely';
import { Client, Pool, type PoolConfig } from 'pg';
import { openDatabase, openPostgres, parsers, type Database } from '../../src/platform/db/database.ts';
import { startEmbedded, type EmbeddedServer } from '../../src/platform/db/embedded/server.ts';
import { migrate, prepareDatabase, type Connection, type StatementRunner } from '../../src/platform/db/migrate.ts';

export const SECRET = 'a secret that only these tests know, 48 bytes.';

/** Where Debian keeps PostgreSQL 15, the oldest version that Muster takes. */
export const POSTGRES_15 = '/usr/lib/postgresql/15/bin';

/** A migrated database, entered as the application (`db`, `app`) and as its owner. */
export interface TestDatabase {
  readonly db: Database;
  readonly owner: StatementRunner;
  readonly app: StatementRunner;
  readonly close: () => Promise<void>;
}

export interface Engine {
  readonly name: string;
  readonly missing: boolean;
  readonly open: () => Promise<TestDatabase>;
}

const ignore = (): void => undefined;

/** A server of its own in a folder of its own. */
export interface TestServer {
  readonly server: EmbeddedServer;
  /** Makes an empty database. */
  readonly create: (name: string) => Promise<Connection>;
  readonly stop: () => Promise<void>;
}

export async function startServer(binaries?: string): Promise<TestServer> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'muster-test-'));
  const server = await startEmbedded({ dataFolder, log: ignore, ...(binaries === undefined ? {} : { binaries }) });
  return {
    server,
    async create(name) {
      const maintenance = new Client(server.connection);
      await maintenance.connect();
      await maintenance.query(`create database ${maintenance.escapeIdentifier(name)}`);
      await maintenance.end();
      return { ...server.connection, database: name };
    },
    async stop() {
      await server.stop();
      await rm(dataFolder, { recursive: true, force: true });
    },
  };
}

/** Makes the application's role and the schema. @returns the settings of a pool that enters as the application */
export async function prepared(connection: Connection): Promise<PoolConfig> {
  return { ...connection, ...(await prepareDatabase(connection, SECRET)) };
}

async function openOn(start: () => Promise<TestServer>): Promise<TestDatabase> {
  const started = await start();
  const connection = await started.create('register');
  const login = await prepared(connection);
  const db = openPostgres(login, ignore);
  const [owner, app] = [new Pool({ ...connection, max: 2 }), new Pool({ ...login, max: 2 })];
  for (const pool of [owner, app]) pool.on('error', ignore);
  return {
    db,
    owner,
    app,
    async close() {
      await Promise.all([db.close(), owner.end(), app.end()]);
      await started.stop();
    },
  };
}

/** PostgreSQL as a library in this process: one connection, so the owner's statements are steps aside from the application's role. */
async function openPglite(): Promise<TestDatabase> {
  const pglite = await PGlite.create({ parsers: { ...parsers } });
  await pglite.query('create role muster_app nologin');
  await migrate(pglite);
  await pglite.query('set role muster_app');
  const db = openDatabase(new PGliteDialect({ pglite }));
  return {
    db,
    owner: {
      query: (sql, values) =>
        pglite.transaction(async (tx) => {
          await tx.query('set local role none');
          return tx.query(sql, values);
        }),
    },
    app: pglite,
    close: () => db.close(),
  };
}

export const pglite: Engine = { name: 'PGlite', missing: false, open: openPglite };
export const embedded: Engine = {
  name: 'embedded PostgreSQL 18',
  missing: false,
  open: () => openOn(() => startServer()),
};
export const debian: Engine = {
  name: 'PostgreSQL 15',
  missing: !existsSync(POSTGRES_15),
  open: () => openOn(() => startServer(POSTGRES_15)),
};

/** Every engine that Muster runs on. */
export const engines: readonly Engine[] = [pglite, embedded, debian];
