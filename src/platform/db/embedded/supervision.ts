import { setTimeout as delay } from 'node:timers/promises';
import { MusterError } from '../../../kernel/errors.ts';
import { stopPostmaster } from './postmaster.ts';
import { isAlive } from './process.ts';

export type State = 'running' | 'restarting' | 'stopping' | 'stopped';

export interface Supervision {
  readonly state: () => State;
  readonly pid: () => number | null;
  readonly whenRunning: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

interface Means {
  /** Starts the server again and gives its process; gives up when the signal is aborted. */
  readonly start: (givenUp: AbortSignal) => Promise<number>;
  readonly log: (event: string, detail: Record<string, unknown>) => void;
}

const lookEveryMilliseconds = 100;
const firstPauseMilliseconds = 50;
const longestPauseMilliseconds = 5000;

const stopped = (): MusterError =>
  new MusterError({ code: 'unavailable', reason: 'The embedded database has been stopped.' });

/** A pause that ends at once when given up. */
const pause = async (milliseconds: number, givenUp: AbortSignal): Promise<void> => {
  await delay(milliseconds, undefined, { signal: givenUp }).catch((error: unknown) => {
    if (!givenUp.aborted) throw error;
  });
};

/**
 * Watches the server's process and starts it again when it dies, for as long as that takes, with pauses from 50 ms to
 * 5 s. Keeps the event loop alive until `stop`. The process is looked at rather than listened to, because an adopted
 * one is nobody's child here.
 */
export function supervise(first: number, { start, log }: Means): Supervision {
  const giveUp = new AbortController();
  const givenUp = giveUp.signal;
  const waiting: PromiseWithResolvers<void>[] = [];
  let pid: number | null = first;
  let state: State = 'running';

  const bringBack = async (): Promise<number | null> => {
    for (let next = firstPauseMilliseconds; ; next = Math.min(next * 2, longestPauseMilliseconds)) {
      await pause(next, givenUp);
      if (givenUp.aborted) return null;
      try {
        return await start(givenUp);
      } catch (error) {
        log('database.restart-failed', { reason: error instanceof Error ? error.message : String(error) });
      }
    }
  };

  const live = async (): Promise<void> => {
    while (!givenUp.aborted) {
      if (pid !== null && isAlive(pid)) {
        await pause(lookEveryMilliseconds, givenUp);
        continue;
      }
      const died = performance.now();
      log('database.died', { pid });
      state = 'restarting';
      pid = null;
      pid = await bringBack();
      if (givenUp.aborted || pid === null) return;
      state = 'running';
      log('database.running', { pid, restarted: true, milliseconds: Math.round(performance.now() - died) });
      for (const waiter of waiting.splice(0)) waiter.resolve();
    }
  };
  const life = live();

  const end = async (): Promise<void> => {
    state = 'stopping';
    giveUp.abort();
    for (const waiter of waiting.splice(0)) waiter.reject(stopped());
    await life;
    if (pid !== null) await stopPostmaster(pid);
    pid = null;
    state = 'stopped';
    log('database.stopped', {});
  };
  let ending: Promise<void> | undefined;

  return {
    state: () => state,
    pid: () => pid,
    whenRunning: async () => {
      if (state === 'running' && pid !== null && isAlive(pid)) return;
      if (givenUp.aborted) throw stopped();
      const waiter = Promise.withResolvers<void>();
      waiting.push(waiter);
      await waiter.promise;
    },
    stop: async () => await (ending ??= end()),
  };
}
