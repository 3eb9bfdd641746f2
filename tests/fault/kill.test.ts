import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { afterAll, describe, expect, it } from 'vitest';
import type { Verification } from '../../src/capabilities/trail/contract.ts';
import { joinEmbedded } from '../../src/platform/db/embedded/server.ts';
import { personFieldsOf } from '../factories/organization.ts';
import { eventually, failed, RunningApplication } from './application.ts';

/** Two applications, each on data of its own, share the kills: starting again takes most of the time, and there are two cores. */
const APPLICATIONS = [11, 12];
const KILLS = 50;
const DATABASE_KILLS = 10;
const WRITERS = 3;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function chance(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Writes without pause, says every request again until it is answered, and remembers what was acknowledged. */
class Writers {
  readonly #application: RunningApplication;
  readonly #cookie: string;
  readonly path: string;
  readonly acknowledged = new Map<string, { version: number; unit: string | null }>();
  readonly statuses = new Map<number, number>();
  repeated = 0;
  #over = false;
  #failure: unknown = null;
  #done: Promise<unknown> = Promise.resolve();

  constructor(
    application: RunningApplication,
    { cookie, organization }: { readonly cookie: string; readonly organization: string },
  ) {
    this.#application = application;
    this.#cookie = cookie;
    this.path = `/api/v1/organizations/${organization}`;
  }

  begin(): void {
    this.#done = Promise.all(Array.from({ length: WRITERS }, (_, writer) => this.#write(writer)));
    this.#done.catch((error: unknown) => (this.#failure = error));
  }

  /** Waits until each writer has had an answer. */
  async goOn(): Promise<void> {
    const before = this.acknowledged.size;
    await eventually('the next acknowledged change', async () => {
      if (this.#failure !== null) throw this.#failure;
      return this.acknowledged.size > before + WRITERS ? true : null;
    });
  }

  async end(): Promise<void> {
    this.#over = true;
    await this.#done;
  }

  async #write(writer: number): Promise<void> {
    for (let number = 0; !this.#over; number += 1) {
      const name = `Person ${writer}.${number}`;
      const person = await this.#persist(`create ${name}`, 'POST', '/people', personFieldsOf(name));
      this.acknowledged.set(person.id, { version: 1, unit: null });
      if (number % 2 === 0) continue;
      const unit = `Unit ${number}`;
      await this.#persist(`move ${name}`, 'PATCH', `/people/${person.id}`, { unit }, '"1"');
      this.acknowledged.set(person.id, { version: 2, unit });
    }
  }

  async #persist(
    key: string,
    method: string,
    path: string,
    body: unknown,
    match?: string,
  ): Promise<{ readonly id: string }> {
    const headers = {
      cookie: this.#cookie,
      'idempotency-key': key,
      ...(match === undefined ? {} : { 'if-match': match }),
    };
    let tries = 0;
    return eventually(`an answer to ${key}`, async () => {
      tries += 1;
      if (tries === 2) this.repeated += 1;
      const answer = await this.#application
        .send(`${this.path}${path}`, { method, headers, body })
        .then(async (response) => ({ status: response.status, text: await response.text() }))
        .catch(() => null);
      if (answer === null) return null;
      this.statuses.set(answer.status, (this.statuses.get(answer.status) ?? 0) + 1);
      if (answer.status === 503) return null;
      if (answer.status !== 200) throw failed(`${key}: ${answer.status} ${answer.text}`);
      return JSON.parse(answer.text) as { readonly id: string };
    });
  }

  async verification(): Promise<Verification> {
    return eventually('the verification', async () => {
      const answer = await this.#application.send(`${this.path}/trail/verification`, {
        method: 'POST',
        headers: { cookie: this.#cookie },
      });
      if (answer.status === 503) return null;
      return (await answer.json()) as Verification;
    });
  }

  /** What was acknowledged before and is not in the tables now. */
  async lost(): Promise<readonly string[]> {
    const expected = [...this.acknowledged].map(([id, { version, unit }]) => ({ id, version, unit }));
    const connection = await joinEmbedded(this.#application.data);
    if (connection === null) throw failed('the database does not answer');
    const client = new Client(connection);
    await client.connect();
    const { rows } = await client.query<{ id: string; version: number; unit: string | null }>(
      'select id, version, unit from person',
    );
    await client.end();
    const there = new Map(rows.map((row) => [row.id, row]));
    return expected.flatMap(({ id, version, unit }) => {
      const row = there.get(id);
      const kept = row !== undefined && row.version >= version && (row.version > version || row.unit === unit);
      return kept ? [] : [`${id} version ${version}`];
    });
  }
}

const applications: RunningApplication[] = [];
afterAll(async () => {
  for (const application of applications) await application.stop();
});

interface Told {
  kills: number;
  duringStart: number;
  databaseKills: number;
  readonly writers: Writers;
}

async function survives(seed: number): Promise<Told> {
  const next = chance(seed);
  const application = await RunningApplication.make();
  applications.push(application);
  const greeting = await application.start('Set up the administrator');
  if (greeting === null) throw failed(`it did not start: ${application.said}`);
  const writers = new Writers(application, await application.settle(greeting));
  // The killed leave no compiled code behind: one end in peace spares every later start half of its work.
  expect(await application.end()).toBe(0);
  if ((await application.start()) === null) throw failed(`it did not start again: ${application.said}`);
  const told: Told = { kills: 0, duringStart: 0, databaseKills: 0, writers };
  const sound = async (after: string): Promise<void> => {
    const { ok, problems } = await writers.verification();
    expect([after, ok, problems, await writers.lost()]).toEqual([after, true, [], []]);
  };
  writers.begin();
  while (told.kills < KILLS) {
    await pause(next() * 150);
    await application.kill();
    told.kills += 1;
    let started = application.start();
    while (next() < 0.2 && told.kills < KILLS) {
      await pause(next() * 900);
      await application.kill();
      told.kills += 1;
      told.duringStart += 1;
      await started;
      started = application.start();
    }
    if ((await started) === null) throw failed(`it did not start again: ${application.said}`);
    await sound(`kill ${told.kills}`);
    if (told.databaseKills < DATABASE_KILLS && next() < 0.3) {
      await pause(next() * 100);
      await application.killDatabase();
      told.databaseKills += 1;
      await writers.goOn();
      await sound(`kill ${told.databaseKills} of the database`);
    }
  }
  while (told.databaseKills < DATABASE_KILLS) {
    await pause(next() * 100);
    await application.killDatabase();
    told.databaseKills += 1;
    await writers.goOn();
    await sound(`kill ${told.databaseKills} of the database`);
  }
  await writers.end();
  await sound('the end');
  expect([...writers.statuses.keys()].filter((status) => status !== 200 && status !== 503)).toEqual([]);
  expect(application.said).not.toContain('unexpected error');
  expect(await application.stop()).toBe(0);
  return told;
}

describe('whatever is killed', () => {
  it(
    'loses no acknowledged change: 100 kills of the application and 20 of the database while three write',
    { timeout: 600_000 },
    async () => {
      const told = await Promise.all(APPLICATIONS.map(survives));
      const sum = (of: (one: Told) => number): number => told.reduce((total, one) => total + of(one), 0);
      expect([sum(({ kills }) => kills), sum(({ databaseKills }) => databaseKills)]).toEqual([100, 20]);
      expect(sum(({ writers }) => writers.acknowledged.size)).toBeGreaterThan(100);
      expect(sum(({ writers }) => writers.repeated)).toBeGreaterThan(20);
    },
  );
});
