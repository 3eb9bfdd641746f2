import { setTimeout as pause } from 'node:timers/promises';
import { Client, type PoolConfig } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import packageJson from '../../../node_modules/pg-boss/package.json' with { type: 'json' };
import { debian, POSTGRES_15, prepared, startServer, type TestServer } from '../../../tests/factories/database.ts';
import type { Connection } from '../db/migrate.ts';
import { openLog } from '../log.ts';
import { openJobs } from './jobs.ts';
import type { Jobs, Queue } from './queue.ts';
import { JOBS_SCHEMA, JOBS_VERSION } from './schema.ts';

const silent = openLog('silent');

const work: Queue<{ readonly piece: number }> = {
  name: 'work',
  data: z.object({ piece: z.number() }),
  retries: 3,
  retryAfter: 1,
  retryWithin: 1,
  lasts: 60,
  atOnce: 2,
};

const pieces = (count: number): { key: string; data: { piece: number } }[] =>
  Array.from({ length: count }, (_, piece) => ({ key: String(piece), data: { piece } }));

/** Waits until it is so, at most twenty seconds. */
async function until(isSo: () => boolean): Promise<void> {
  for (let turn = 0; turn < 1000 && !isSo(); turn++) await pause(20);
  expect(isSo()).toBe(true);
}

it('makes the tables of the very version that the library works with', () => {
  expect(JOBS_VERSION).toBe(packageJson.pgboss.schema);
});

describe('work in the background', () => {
  let server: TestServer;
  let connection: Connection;
  let database: PoolConfig;
  const open: Jobs[] = [];
  const jobs = async (): Promise<Jobs> => {
    const opened = await openJobs({ database, log: silent, lookEvery: 0.5 });
    open.push(opened);
    return opened;
  };

  beforeAll(async () => {
    server = await startServer();
    connection = await server.create('register');
    database = await prepared(connection);
  });
  afterAll(async () => {
    await Promise.all(open.map((each) => each.stop()));
    await server.stop();
  });

  it('is done once each, by whichever process comes first', async () => {
    const [one, other] = [await jobs(), await jobs()];
    const done: number[] = [];
    for (const process of [one, other])
      await process.register(work, async ({ piece }) => {
        done.push(piece);
      });
    await one.send(work, pieces(6));
    await until(() => done.length >= 6);
    await Promise.all(open.splice(0).map((each) => each.stop()));
    expect(done.sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
  });

  it('is tried again where it failed, and told what it was told at first', async () => {
    const process = await jobs();
    const attempts: number[] = [];
    const queue = { ...work, name: 'stubborn' };
    await process.register(queue, async ({ piece }) => {
      attempts.push(piece);
      if (attempts.length < 2) throw new RangeError('not yet');
    });
    await process.send(queue, [{ key: 'a', data: { piece: 7 } }]);
    await until(() => attempts.length === 2);
    expect(attempts).toEqual([7, 7]);
  });

  it('outlives a database that goes away', async () => {
    const process = await jobs();
    const done: number[] = [];
    const queue = { ...work, name: 'patient' };
    await process.register(queue, async ({ piece }) => {
      done.push(piece);
    });
    const owner = new Client(connection);
    await owner.connect();
    const { rowCount } = await owner.query(
      "select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'muster jobs'",
    );
    await owner.end();
    expect(rowCount).toBeGreaterThan(0);
    await process.send(queue, pieces(3));
    await until(() => done.length === 3);
  });

  it('stops within three seconds, and tells what is under way', async () => {
    const process = await openJobs({ database, log: silent, lookEvery: 0.5 });
    let told: unknown = null;
    const queue = { ...work, name: 'endless' };
    await process.register(queue, async (_data, signal) => {
      told = 'begun';
      await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
      told = 'stopped';
    });
    await process.send(queue, pieces(1));
    await until(() => told === 'begun');
    const began = performance.now();
    await process.stop();
    expect(performance.now() - began).toBeLessThan(3000);
    expect(told).toBe('stopped');
  });

  it('lets the application use its tables and change none, and prepares them once', async () => {
    await prepared(connection);
    const app = new Client({ ...connection, user: String(database.user), password: String(database.password) });
    await app.connect();
    await expect(app.query(`drop table ${JOBS_SCHEMA}.job`)).rejects.toThrow('must be owner');
    await expect(app.query(`create table ${JOBS_SCHEMA}.other (id int)`)).rejects.toThrow('permission denied');
    await expect(app.query(`insert into ${JOBS_SCHEMA}.bam (name) values ('x')`)).rejects.toThrow('permission denied');
    await app.end();
    const owner = new Client(connection);
    await owner.connect();
    await owner.query(`update ${JOBS_SCHEMA}.version set version = 9999`);
    await expect(prepared(connection)).rejects.toThrow('The tables of jobs are at version 9999');
    await owner.query(`update ${JOBS_SCHEMA}.version set version = ${JOBS_VERSION}`);
    await owner.end();
  });

  it('keeps a time to be done at, and takes it back', async () => {
    const process = await jobs();
    const queue = { ...work, name: 'nightly' };
    await process.schedule(queue, '0 5 * * *', { piece: 0 });
    await process.schedule(queue, '30 4 * * *', { piece: 0 });
    const owner = new Client(connection);
    await owner.connect();
    const kept = async (): Promise<unknown[]> =>
      (await owner.query(`select cron, timezone from ${JOBS_SCHEMA}.schedule where name = 'nightly'`)).rows;
    expect(await kept()).toEqual([{ cron: '30 4 * * *', timezone: 'UTC' }]);
    await process.schedule(queue, null, { piece: 0 });
    expect(await kept()).toEqual([]);
    await owner.end();
  });
});

it.skipIf(debian.missing)('does its work on the oldest PostgreSQL that Muster takes', async () => {
  const server = await startServer(POSTGRES_15);
  const database = await prepared(await server.create('register'));
  const process = await openJobs({ database, log: silent, lookEvery: 0.5 });
  const done: number[] = [];
  await process.register(work, async ({ piece }) => {
    done.push(piece);
  });
  await process.send(work, [...pieces(2), ...pieces(2)]);
  await until(() => done.length >= 2);
  await process.stop();
  await server.stop();
  expect(done.sort((a, b) => a - b)).toEqual([0, 1]);
});
