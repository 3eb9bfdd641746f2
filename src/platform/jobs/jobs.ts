import type { PoolConfig } from 'pg';
import { PgBoss, type Job, type JobResult } from 'pg-boss';
import { patiently } from '../db/database.ts';
import type { Logger } from '../log.ts';
import { jobsCounted } from './counted.ts';
import type { Jobs, Queue } from './queue.ts';
import { JOBS_SCHEMA } from './schema.ts';

export interface JobsMeans {
  /** How the application enters the database. */
  readonly database: PoolConfig;
  readonly log: Logger;
  /** Seconds between two looks for work. */
  readonly lookEvery?: number;
}

/** Milliseconds for what is under way when the program stops. */
const GRACE = 2000;

/** At most so many pieces in one statement. */
const BATCH = 1000;

const EVERY = 5;

/**
 * Opens the work in the background as the application: its tables are made when the database is prepared, and nothing
 * of them is changed here. While the database is away, it looks again and again.
 */
export async function openJobs({ database, log, lookEvery = EVERY }: JobsMeans): Promise<Jobs> {
  const { host, port, user, password, database: name, ssl } = database;
  const boss = new PgBoss({
    ...(host === undefined ? {} : { host }),
    ...(port === undefined ? {} : { port }),
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
    ...(name === undefined ? {} : { database: name }),
    ...(ssl === undefined ? {} : { ssl }),
    max: 4,
    connectionTimeoutMillis: 2000,
    application_name: 'muster jobs',
    schema: JOBS_SCHEMA,
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    registerInstance: false,
  });
  boss.on('error', (error) => log.warn({ reason: error.message }, 'work in the background was held up'));
  boss.on('warning', ({ message }) => log.info({ reason: message }, 'work in the background'));
  const stopping = new AbortController();
  await boss.start({ attempts: 5 });
  const made = new Set<string>();

  const make = async <T extends object>(queue: Queue<T>): Promise<void> => {
    if (made.has(queue.name)) return;
    const rules = {
      retryLimit: queue.retries,
      retryDelay: queue.retryAfter,
      retryBackoff: true,
      retryDelayMax: queue.retryWithin,
      expireInSeconds: queue.lasts,
      deleteAfterSeconds: 86_400,
    };
    await patiently(() => boss.createQueue(queue.name, { policy: 'short', ...rules }));
    await patiently(() => boss.updateQueue(queue.name, rules));
    made.add(queue.name);
  };

  return {
    async register(queue, handler) {
      await make(queue);
      const options = {
        batchSize: queue.atOnce,
        perJobResults: true,
        // While as many are found as can be done at once, there are more: nobody waits for the next look.
        burstWhenBatchFull: true,
        pollingIntervalSeconds: lookEvery,
      } as const;
      const done = async (piece: Job<unknown>): Promise<JobResult> => {
        const began = performance.now();
        const signal = AbortSignal.any([piece.signal, stopping.signal]);
        try {
          await handler(queue.data.parse(piece.data), signal);
          jobsCounted.inc({ queue: queue.name, outcome: 'done' });
          log.info({ queue: queue.name, seconds: (performance.now() - began) / 1000 }, 'done in the background');
          return { id: piece.id, status: 'completed' };
        } catch (error) {
          jobsCounted.inc({ queue: queue.name, outcome: 'again' });
          log.warn({ queue: queue.name, attempt: piece.retryCount + 1, err: error }, 'failed in the background');
          // Of an error, only its words are kept with the piece.
          return { id: piece.id, status: 'failed', output: error instanceof Error ? error.message : String(error) };
        }
      };
      await boss.work<unknown, JobResult[], typeof options>(queue.name, options, (pieces) =>
        Promise.all(pieces.map(done)),
      );
    },
    async send(queue, pieces) {
      await make(queue);
      for (let start = 0; start < pieces.length; start += BATCH) {
        const some = pieces.slice(start, start + BATCH);
        const jobs = some.map(({ key, data }) => ({ singletonKey: key, data }));
        await patiently(() => boss.insert(queue.name, jobs));
      }
    },
    async schedule(queue, cron, data) {
      await make(queue);
      // A night that was missed, because no process ran, is made up for once.
      const options = { tz: 'UTC', missed: 'once', singletonKey: 'clock' } as const;
      await patiently(() =>
        cron === null ? boss.unschedule(queue.name) : boss.schedule(queue.name, cron, data, options),
      );
    },
    async stop() {
      stopping.abort();
      await boss.stop({ graceful: true, timeout: GRACE, close: true });
    },
  };
}
