import type { z } from 'zod';

/** One kind of work that is done in the background, each piece by one process. */
export interface Queue<T extends object> {
  readonly name: string;
  /** What a piece of work is told. */
  readonly data: z.ZodType<T>;
  /** How often a piece that failed is tried again. */
  readonly retries: number;
  /** Seconds until it is first tried again; doubled each time up to `retryWithin`. */
  readonly retryAfter: number;
  readonly retryWithin: number;
  /** Seconds after which a piece that was begun is taken as broken off. */
  readonly lasts: number;
  /** How many pieces one process does at once. */
  readonly atOnce: number;
}

export type JobHandler<T extends object> = (data: T, signal: AbortSignal) => Promise<void>;

/** Work in the background, kept in the database: any number of processes share it. */
export interface Jobs {
  /** Has this process do the work of a queue. */
  readonly register: <T extends object>(queue: Queue<T>, handler: JobHandler<T>) => Promise<void>;
  /** Asks for pieces of work. Of those with the same key, no more than one waits. */
  readonly send: <T extends object>(
    queue: Queue<T>,
    pieces: readonly { readonly key: string; readonly data: T }[],
  ) => Promise<void>;
  /** Has a piece of work asked for by the clock: a cron expression in UTC. Null: never any more. */
  readonly schedule: <T extends object>(queue: Queue<T>, cron: string | null, data: T) => Promise<void>;
  /** Ends within three seconds: what is not done by then is done by somebody else, or later. */
  readonly stop: () => Promise<void>;
}
