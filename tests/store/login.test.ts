import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openInstallation } from '../../src/installation.ts';
import { readConfig } from '../../src/platform/config.ts';
import type { Connection } from '../../src/platform/db/migrate.ts';
import { appLogin } from '../../src/platform/db/role.ts';
import { startServer, type TestServer } from '../factories/database.ts';

describe('a database of somebody else', () => {
  const password = `p@ss/w:rd %41#?&'"`;
  let server: TestServer;
  let data: string;

  beforeAll(async () => {
    data = await mkdtemp(join(tmpdir(), 'muster-login-'));
    server = await startServer();
    const owner = new Client(await server.create('of plain "simple"'));
    await owner.connect();
    const secret = owner.escapeLiteral(password);
    await owner.query(`create role plain login password ${secret}`);
    await owner.query(`create role maker login createrole password ${secret}`);
    await owner.query('alter database "of plain ""simple""" owner to plain');
    await owner.query('create database "of maker" owner maker');
    await owner.end();
  });
  afterAll(async () => {
    await server.stop();
    await rm(data, { recursive: true });
  });

  const open = (user: string, database: string, given = password, host?: string) => {
    const { port, host: here }: Connection = server.server.connection;
    const url = new URL(`postgres://localhost:${port}/${encodeURIComponent(database)}`);
    [url.username, url.password] = [user, encodeURIComponent(given)];
    url.searchParams.set('host', host ?? here);
    return openInstallation(
      readConfig({ DATABASE_URL: url.href, MUSTER_DATA: data }),
      'serve',
      pino({ level: 'silent' }),
    );
  };

  it('is prepared by an owner that may create roles, whatever signs stand in its password', async () => {
    const installation = await open('maker', 'of maker');
    const { rows } = await installation.authPool.query<{ name: string }>('select current_user as name');
    expect(rows).toEqual([{ name: appLogin('of maker', '').user }]);
    await installation.close();
  });

  it.each([
    ['plain', 'of plain "simple"', password, undefined, 'unusable-data', /may not do .*create role.*createrole/],
    ['maker', 'of maker', 'wrong', undefined, 'unavailable', /cannot be entered: password authentication failed/],
    ['maker', 'of nobody', password, undefined, 'unavailable', /cannot be entered: database "of nobody" does not/],
    ['maker', 'of maker', password, '/nowhere', 'unavailable', /cannot be entered: connect ENOENT/],
  ])('says in a sentence why %s cannot open "%s"', async (user, database, given, host, code, reason) => {
    await expect(open(user, database, given, host)).rejects.toMatchObject({
      fault: { code, reason: expect.stringMatching(reason) },
    });
  });

  it('that only looks like another has a login of its own', () => {
    const names = ['muster', 'Muster', 'mus-ter', 'mus_ter', 'm'.repeat(60), 'm'.repeat(61)];
    const users = names.map((name) => appLogin(name, 'secret').user);
    expect(new Set(users).size).toBe(names.length);
    expect(users.filter((user) => user.length > 63)).toEqual([]);
    expect(users[0]).toBe('muster_app_muster');
  });

  it('is looked for by a command only where Muster has data', async () => {
    const config = readConfig({ MUSTER_DATA: join(data, 'mistyped') });
    await expect(openInstallation(config, 'command', pino({ level: 'silent' }))).rejects.toMatchObject({
      fault: { code: 'usage', reason: expect.stringContaining('There is no data of Muster in') },
    });
  });
});
