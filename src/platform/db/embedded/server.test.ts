import { existsSync } from 'node:fs';
import { appendFile, chmod, mkdir, readFile, stat, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { isRoot, obstacle } from './account.ts';
import { application, DataFolders, joined, killHard, query } from './application.harness.ts';
import { packagedBinaries } from './binaries.ts';
import { databaseFolder, prepareFolder } from './folder.ts';
import { ends, isAlive } from './process.ts';
import { type EmbeddedServer, joinEmbedded, startEmbedded } from './server.ts';
import { stageBinaries } from './staging.ts';

const folders = new DataFolders();
afterAll(async () => await folders.remove(), 60_000);

const started: EmbeddedServer[] = [];
afterEach(async () => {
  for (const server of started.splice(0)) await server.stop();
});

const start = async (dataFolder: string, binaries = 'package'): Promise<EmbeddedServer> => {
  const server = await startEmbedded({ dataFolder, binaries, log: () => undefined });
  started.push(server);
  return server;
};

/** A data folder with a cluster, for the tests that need no first start of their own. Each leaves it stopped. */
let used = '';
beforeAll(async () => {
  used = await folders.make();
  await (await startEmbedded({ dataFolder: used, log: () => undefined })).stop();
});

const leftPid = (dataFolder: string): boolean => existsSync(join(dataFolder, 'postgres', 'cluster', 'postmaster.pid'));

describe('the embedded database', { timeout: 60_000 }, () => {
  it('makes its data at the first start, keeps them, and leaves nothing running behind', async () => {
    const data = await folders.make();
    const first = await start(data);
    expect(first.adopted).toBe(false);
    expect(first.version).toMatch(/^18\./);
    await query(first.connection, `create table person (name text)`);
    await query(first.connection, `insert into person values ('Zoë Ångström')`);
    const { rows } = await query(
      first.connection,
      `select current_setting('data_checksums') checksums, current_setting('fsync') fsync, current_setting('listen_addresses') tcp,
              current_setting('server_encoding') encoding, upper('ångström') upper, current_user as owner`,
    );
    expect(rows).toEqual([
      { checksums: 'on', fsync: 'on', tcp: '', encoding: 'UTF8', upper: 'ÅNGSTRÖM', owner: 'muster_owner' },
    ]);
    const pid = first.pid();
    await first.stop();
    expect([first.state(), first.pid(), pid !== null && isAlive(pid), leftPid(data)]).toEqual([
      'stopped',
      null,
      false,
      false,
    ]);
    await expect(first.whenRunning()).rejects.toMatchObject({ fault: { code: 'unavailable' } });

    const second = await start(data);
    expect((await query(second.connection, 'select name from person')).rows).toEqual([{ name: 'Zoë Ångström' }]);
    expect(second.connection.password).toBe(first.connection.password);
    await second.stop();
    await second.stop();
  });

  it('lets nobody in without the password, which only its user can read', async () => {
    const data = used;
    const server = await start(data);
    await expect(query({ ...server.connection, password: 'guess' }, 'select 1')).rejects.toThrow(/password/);
    const { rows } = await query(server.connection, 'select rolpassword from pg_authid where rolname = current_user');
    expect(rows[0]).toMatchObject({ rolpassword: expect.stringMatching(/^SCRAM-SHA-256\$/) });
    expect((await stat(join(data, 'postgres', 'password'))).mode & 0o777).toBe(0o600);
    expect((await stat(server.connection.host)).mode & 0o777).toBe(0o700);
    await server.stop();
  });

  it.skipIf(!isRoot())('runs as an unprivileged number when root starts it', async () => {
    const data = used;
    const server = await start(data);
    const { account } = await databaseFolder(data);
    const status = await readFile(`/proc/${server.pid()}/status`, 'utf8');
    expect(account.uid).toBeGreaterThan(0);
    expect(status).toMatch(new RegExp(`^Uid:\\t${account.uid}\\t${account.uid}\\t`, 'm'));
    expect(status).toMatch(/^Groups:\t ?$/m);
    await server.stop();
  });

  it.skipIf(!isRoot())('runs for a user who has no passwd entry', async () => {
    const data = await folders.make();
    await chmod(data, 0o777);
    const native = packagedBinaries();
    const reachable = (await obstacle(native, { uid: 54321, gid: 54321 })) === null;
    const binaries = reachable
      ? 'package'
      : join(await stageBinaries(native, await prepareFolder(await folders.make())), 'bin');
    const app = await application(data, binaries, 54321);
    expect(app.said).toMatchObject({ running: { adopted: false, version: expect.stringMatching(/^18\./) } });
    expect((await stat(join(data, 'postgres', 'cluster'))).uid).toBe(54321);
    await app.kill();
    const next = await application(data, binaries, 54321);
    expect(next.said.running).toEqual({ ...app.said.running, adopted: true });
    expect(await next.stop()).toBe(0);
    expect(leftPid(data)).toBe(false);
  });

  it.skipIf(!isRoot())('names the folder that keeps the unprivileged user out', async () => {
    const data = await folders.make('closed/data');
    await mkdir(data, { recursive: true });
    await chmod(join(data, '..'), 0o700);
    await expect(start(data)).rejects.toMatchObject({
      fault: { code: 'unusable-data', reason: expect.stringContaining(`chmod o+x ${join(data, '..', '..')}`) },
    });
  });

  it('refuses a second application on the same data and names the first', async () => {
    const data = used;
    expect(await joinEmbedded(data)).toBeNull();
    const app = await application(data);
    await expect(start(data)).rejects.toMatchObject({
      fault: { code: 'unavailable', reason: expect.stringContaining(`process ${app.pid}, since`) },
    });
    expect((await query(await joined(data), 'select 1 as one')).rows).toEqual([{ one: 1 }]);
    expect(await app.stop()).toBe(0);

    const own = await start(data);
    await expect(start(data)).rejects.toMatchObject({ fault: { code: 'unavailable' } });
    const other = await application(data);
    expect(other.said.refused).toMatchObject({ code: 'unavailable' });
    await own.stop();
  });

  it('adopts the server of an application that was killed', async () => {
    const data = used;
    const app = await application(data);
    const running = app.said.running;
    await app.kill();
    expect(running !== undefined && isAlive(running.pid)).toBe(true);
    const server = await start(data);
    expect([server.adopted, server.pid()]).toEqual([true, running?.pid]);
    await query(server.connection, 'create table adopted (n int)');
    killHard(server.pid());
    await untilPidIsNot(server, running?.pid ?? 0);
    expect((await query(server.connection, 'select count(*)::int as n from adopted')).rows).toEqual([{ n: 0 }]);
    const pid = server.pid() ?? 0;
    await server.stop();
    expect([isAlive(pid), leftPid(data)]).toEqual([false, false]);
  });

  it('recovers when the application and the database were killed together', async () => {
    const data = used;
    const app = await application(data);
    await query(await joined(data), 'create table recovered as select 7 as n');
    await app.kill();
    killHard(app.said.running?.pid ?? null);
    await ends(app.said.running?.pid ?? 0, 10);
    const server = await start(data);
    expect(server.adopted).toBe(false);
    expect((await query(server.connection, 'select n from recovered')).rows).toEqual([{ n: 7 }]);
    await server.stop();
  });

  it('brings a killed database back and has lost no acknowledged row', async () => {
    const data = used;
    const server = await start(data);
    await query(server.connection, 'create table entry (writer int, n int, primary key (writer, n))');
    const kills = 3;
    const acknowledged: { writer: number; n: number }[] = [];
    let killed = 0;
    const write = async (writer: number): Promise<void> => {
      for (let n = 0; n < 40 || killed < kills;) {
        try {
          await query(server.connection, 'insert into entry values ($1, $2) on conflict do nothing', [writer, n]);
          acknowledged.push({ writer, n });
          n += 1;
          if (writer === 0 && n % 10 === 0 && killed < kills && killHard(server.pid())) killed += 1;
        } catch {
          await server.whenRunning();
        }
      }
    };
    await Promise.all([0, 1, 2, 3].map(write));
    const { rows } = await query(server.connection, 'select writer, n from entry');
    const found = new Set(rows.map((row: { writer: number; n: number }) => `${row.writer}/${row.n}`));
    expect(killed).toBe(kills);
    expect(acknowledged.length).toBeGreaterThanOrEqual(160);
    expect(acknowledged.filter(({ writer, n }) => !found.has(`${writer}/${n}`))).toEqual([]);
    expect(server.state()).toBe('running');
    await server.stop();
  });

  it('stops also while the database is down', async () => {
    const data = used;
    const server = await start(data);
    killHard(server.pid());
    await server.stop();
    expect([server.state(), leftPid(data) && (await joinEmbedded(data)) !== null]).toEqual(['stopped', false]);
    const again = await start(data);
    await again.stop();
  });

  it('refuses data of a newer PostgreSQL', async () => {
    const data = await folders.make();
    await mkdir(join(data, 'postgres', 'cluster'), { recursive: true });
    await writeFile(join(data, 'postgres', 'cluster', 'PG_VERSION'), '99\n');
    await expect(start(data)).rejects.toMatchObject({
      fault: { code: 'unusable-data', reason: expect.stringMatching(/written by PostgreSQL 99.*start PostgreSQL 18/) },
    });
    await expect(start(data)).rejects.toMatchObject({ fault: { code: 'unusable-data' } });
  });

  it('shows what PostgreSQL logged when it does not start', async () => {
    const data = used;
    const settings = join(data, 'postgres', 'cluster', 'postgresql.conf');
    const { size } = await stat(settings);
    onTestFinished(async () => await truncate(settings, size));
    await appendFile(settings, 'no_such_setting = 1\n');
    await expect(start(data)).rejects.toMatchObject({
      fault: {
        code: 'unavailable',
        reason: expect.stringContaining('unrecognized configuration parameter "no_such_setting"'),
      },
    });
  });

  it('works in a folder whose path is too long for a socket, and with signs that need quotes', async () => {
    const data = await folders.make(`${`ä long, path's `.repeat(6)}/${'d'.repeat(90)}`);
    if (isRoot()) await chmod(join(data, '..', '..'), 0o755);
    const server = await start(data);
    expect(server.connection.host.length).toBeLessThan(80);
    expect((await query(server.connection, 'select 1 as one')).rows).toEqual([{ one: 1 }]);
    await server.stop();
    expect(existsSync(server.connection.host)).toBe(false);
  });

  it('refuses a path that a shell would read as more than a path', async () => {
    const data = await folders.make('$(touch x)');
    if (isRoot()) await chmod(join(data, '..'), 0o755);
    await expect(start(data)).rejects.toMatchObject({
      fault: { code: 'unusable-data', reason: expect.stringContaining('$(touch x)') },
    });
  });

  const debian = '/usr/lib/postgresql/15/bin';
  it.skipIf(!existsSync(join(debian, 'postgres')))('runs with PostgreSQL 15 of the system when told to', async () => {
    const data = await folders.make();
    const server = await start(data, debian);
    expect(server.version).toMatch(/^15\./);
    expect(
      (await query(server.connection, `select upper('å') as upper, current_setting('data_checksums') c`)).rows,
    ).toEqual([{ upper: 'Å', c: 'on' }]);
    await server.stop();
    await expect(start(data)).rejects.toMatchObject({
      fault: { code: 'unusable-data', reason: expect.stringMatching(/written by PostgreSQL 15.*make a backup/) },
    });
  });

  it('says so when there is no PostgreSQL where it is told to look', async () => {
    await expect(start(await folders.make(), '/nowhere/bin')).rejects.toMatchObject({
      fault: { code: 'unavailable', reason: 'There is no PostgreSQL in /nowhere/bin.' },
    });
  });
});

async function untilPidIsNot(server: EmbeddedServer, pid: number): Promise<void> {
  await expect.poll(() => server.pid() !== pid && server.state() === 'running', { timeout: 20_000 }).toBe(true);
}
