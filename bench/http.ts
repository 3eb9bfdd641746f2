import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { Client } from 'pg';
import { openAccounts } from '../src/capabilities/identity/store/accounts.ts';
import { openTokens } from '../src/capabilities/identity/store/token.ts';
import { change } from '../src/capabilities/trail/store/change.ts';
import { openPost } from '../src/capabilities/reminders/store/post.ts';
import { openFacts } from '../src/capabilities/trail/store/facts.ts';
import { foundOrganization } from '../src/capabilities/trail/store/found.ts';
import { makeApp } from '../src/api/app.ts';
import { filesOf } from '../src/files.ts';
import { mailerOf } from '../src/mail.ts';
import { openInstallation } from '../src/installation.ts';
import type { PersonId } from '../src/kernel/id.ts';
import { systemClock as clock } from '../src/platform/clock.ts';
import { readConfig } from '../src/platform/config.ts';
import { joinEmbedded } from '../src/platform/db/embedded/server.ts';
import { documentRenderer } from '../src/platform/documents/render.ts';
import { openPages } from '../src/platform/http/page.ts';
import { openLog } from '../src/platform/log.ts';
import { personOf } from '../tests/factories/snapshot.ts';
import { median, type BenchResult } from './result.ts';

const PEOPLE = 1000;
const ROUNDS = 5;

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });

const listen = (app: Hono, port: number): Promise<ServerType> =>
  new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port, hostname: '127.0.0.1' }, () => resolve(server));
  });

const rate = async (url: string, cookie: string): Promise<number> =>
  Number(
    (await promisify(execFile)(process.execPath, [join(import.meta.dirname, 'http-client.ts'), url, cookie])).stdout,
  );

/**
 * Requests a second for the register of people (first page of 100) and the whole matrix at 1,000 people, against a bare
 * Hono route that returns the same bytes from one SQL query on the same server. Session, membership, facts and
 * assessment are in our figure. Higher is better; aim 0.5.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'));
  const port = await freePort();
  const config = readConfig({
    ...process.env,
    MUSTER_DATA: folder,
    MUSTER_LOG: 'silent',
    DATABASE_URL: undefined,
  });
  const log = openLog('silent');
  const installation = await openInstallation(config, 'serve', log);
  const { db, authPool, secret } = installation;
  const renderer = documentRenderer();
  const url = `http://127.0.0.1:${port}`;
  const accounts = openAccounts({ pool: authPool, secret, url, trustedOrigins: [url], log });
  const founder = { name: 'Bench', email: 'bench@muster.example', password: 'a long enough password' };
  const { id, cookies } = await accounts.create(founder);
  const organization = await foundOrganization(db, clock, {
    name: 'Bench',
    start: 'template',
    founder: { ...founder, id },
  });
  const items = Array.from({ length: PEOPLE }, (_, index) => {
    const { id: personId, version: _version, ...fields } = personOf(clock.newId() as PersonId, `Person ${index}`);
    return { register: 'person', operation: 'create', id: personId, fields } as const;
  });
  await change(db, clock, {
    actor: { kind: 'operator', name: 'bench' },
    organizationId: organization.id,
    reason: 'bench',
    items,
  });

  const owner = new Client((await joinEmbedded(config.data)) ?? {});
  await owner.connect();
  await owner.query('create table yardstick (name text primary key, body text not null)');
  const bare = new Hono();
  const pool = authPool;
  await owner.query('grant select on yardstick to public');
  bare.get('/yardstick/:name', async (context) => {
    const { rows } = await pool.query<{ body: string }>('select body from public.yardstick where name = $1', [
      context.req.param('name'),
    ]);
    return context.body(rows[0]?.body ?? '', 200, { 'content-type': 'application/json' });
  });
  bare.route(
    '/',
    makeApp({
      db,
      facts: openFacts(db, 5),
      accounts,
      tokens: openTokens(authPool),
      clock,
      renderer,
      ...filesOf(config),
      post: openPost(
        mailerOf(config, () => undefined),
        url,
        () => null,
      ),
      log,
      url: null,
      pages: openPages(folder),
      clientOf: () => '127.0.0.1',
      ready: async () => true,
    }),
  );
  const server = await listen(bare, port);
  const cookie = cookies.map((text) => text.split(';')[0]).join('; ');
  const results: BenchResult[] = [];
  try {
    for (const [name, path] of [
      ['people', 'people'],
      ['matrix', 'accountability'],
    ] as const) {
      const address = `${url}/api/v1/organizations/${organization.id}/${path}`;
      const body = await (await fetch(address, { headers: { cookie } })).text();
      await owner.query('insert into yardstick values ($1, $2)', [name, body]);
      const [ours, theirs]: [number[], number[]] = [[], []];
      for (let round = 0; round < ROUNDS; round += 1) {
        theirs.push(await rate(`${url}/yardstick/${name}`, cookie));
        ours.push(await rate(address, cookie));
      }
      const [value, yardstick] = [median(ours), median(theirs)];
      results.push({
        name: `HTTP ${name} at ${PEOPLE} people, ${Math.round(body.length / 1024)} KB`,
        value,
        yardstick,
        ratio: value / yardstick,
        unit: 'requests/s',
        note: 'bare route, same bytes, one query; higher is better',
      });
    }
  } finally {
    await new Promise((resolve) => server.close(resolve));
    await owner.end();
    await renderer.close();
    await installation.close();
    await rm(folder, { recursive: true, force: true });
  }
  return results;
}
