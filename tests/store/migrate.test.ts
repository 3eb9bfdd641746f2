import { mkdtemp, rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCurrent } from '../../src/capabilities/trail/store/snapshot.ts';
import { verify } from '../../src/capabilities/trail/store/verify.ts';
import { openInstallation } from '../../src/installation.ts';
import { plainDate } from '../../src/kernel/date.ts';
import { readConfig } from '../../src/platform/config.ts';
import { migrate, migrations, prepareDatabase, type Connection } from '../../src/platform/db/migrate.ts';
import type { Migration } from '../../src/platform/db/migration.ts';
import { POSTGRES_15, SECRET, startServer, type TestServer } from '../factories/database.ts';
import { foundedOrganization, newPerson, steppingClock } from '../factories/organization.ts';

const servers = [
  { name: 'embedded PostgreSQL 18', binaries: undefined, missing: false },
  { name: 'PostgreSQL 15', binaries: POSTGRES_15, missing: !existsSync(POSTGRES_15) },
];

const asOwner = async <T>(connection: Connection, work: (client: Client) => Promise<T>): Promise<T> => {
  const client = new Client(connection);
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
};

const tablesOf = (connection: Connection): Promise<readonly string[]> =>
  asOwner(connection, async (client) => {
    const { rows } = await client.query<{ name: string }>(
      `select relname as name from pg_class where relkind = 'r' and relnamespace in ('public'::regnamespace, coalesce(to_regnamespace('auth'), 0)) order by 1`,
    );
    return rows.map(({ name }) => name);
  });

describe.each(servers)('migrations on $name', ({ binaries, missing }) => {
  describe.skipIf(missing)('prepare a database: they', () => {
    let server: TestServer;
    let number = 0;
    const empty = (): Promise<Connection> => server.create(`fresh ${(number += 1)}`);
    beforeAll(async () => {
      server = await startServer(binaries);
    });
    afterAll(() => server.stop());

    it('bring an empty database to date, and a second time do nothing', async () => {
      const connection = await empty();
      await prepareDatabase(connection, SECRET);
      const tables = await tablesOf(connection);
      expect(tables).toEqual(expect.arrayContaining(['person', 'trail_entry', 'session', 'migration']));
      expect(await asOwner(connection, (client) => migrate(client))).toBe(0);
      expect(await tablesOf(connection)).toEqual(tables);
    });

    it('run only what is new, in order', async () => {
      const connection = await empty();
      await prepareDatabase(connection, SECRET);
      const last = migrations.at(-1)?.id ?? 0;
      const next: readonly Migration[] = [1, 2].map((step) => ({
        id: last + step,
        name: `step ${step}`,
        statements: [step === 1 ? 'create table later (id integer)' : 'alter table later add column name text'],
      }));
      expect(await asOwner(connection, (client) => migrate(client, [...migrations, ...next]))).toBe(2);
    });

    it('refuse a database that is newer than the program, and leave it as it is', async () => {
      const connection = await empty();
      await prepareDatabase(connection, SECRET);
      await asOwner(connection, (client) =>
        client.query(`insert into migration values (99, 'from the future', now())`),
      );
      await expect(prepareDatabase(connection, SECRET)).rejects.toMatchObject({
        fault: {
          code: 'unusable-data',
          reason: expect.stringMatching(/^The database is at version 99, this program knows versions up to \d+\./),
        },
      });
      expect(await tablesOf(connection)).toContain('person');
    });

    it('leave nothing behind when one fails half way', async () => {
      const connection = await empty();
      const broken: Migration = {
        id: 50,
        name: 'broken',
        statements: ['create table half (id integer)', 'create tabel oops'],
      };
      const before = await tablesOf(connection);
      await expect(asOwner(connection, (client) => migrate(client, [broken]))).rejects.toMatchObject({ code: '42601' });
      expect(await tablesOf(connection)).toEqual(before);
    });

    it('may be started by several nodes and in several databases at once', async () => {
      const connections = [await empty(), await empty()];
      const logins = await Promise.all(
        [...connections, ...connections, ...connections].map((connection) => prepareDatabase(connection, SECRET)),
      );
      expect(new Set(logins.map(({ user }) => user)).size).toBe(2);
    });

    it('are done through DATABASE_URL, on a server with customs of its own', async () => {
      const { host, port, user, password, database } = await empty();
      await asOwner({ host, port, user, password, database }, async (client) => {
        await client.query(`alter database ${client.escapeIdentifier(database)} set datestyle to 'German'`);
        await client.query(`alter database ${client.escapeIdentifier(database)} set timezone to 'Asia/Kathmandu'`);
        await client.query(
          `alter database ${client.escapeIdentifier(database)} set default_transaction_isolation to 'repeatable read'`,
        );
      });
      const url = new URL(`postgres://${user}@localhost:${port}/${encodeURIComponent(database)}`);
      url.password = password;
      url.searchParams.set('host', host);
      const data = await mkdtemp(join(tmpdir(), 'muster-url-'));
      const config = readConfig({ DATABASE_URL: url.href, MUSTER_DATA: data });
      const installation = await openInstallation(config, 'serve', pino({ level: 'silent' }));
      try {
        const organization = await foundedOrganization(installation.db, steppingClock());
        const person = newPerson('Ravi', { from: plainDate('2026-02-03') });
        await Promise.all(
          [person, ...Array.from({ length: 30 }, () => newPerson('At once'))].map((item) => organization.write([item])),
        );
        const facts = await installation.db.inOrganization(organization.id, (tx) => loadCurrent(tx, organization.id));
        expect(facts.person.find(({ id }) => id === person.id)?.from).toBe('2026-02-03');
        expect(await verify(installation.db, organization.id)).toMatchObject({ ok: true, entries: 33 });
      } finally {
        await installation.close();
        await rm(data, { recursive: true });
      }
    });
  });
});
