import { joinNights } from './capabilities/reminders/store/nightly.ts';
import type { Post } from './capabilities/reminders/store/post.ts';
import type { Facts } from './capabilities/trail/store/facts.ts';
import type { Installation } from './installation.ts';
import { systemClock } from './platform/clock.ts';
import type { Config } from './platform/config.ts';
import { openJobs } from './platform/jobs/jobs.ts';
import type { Jobs } from './platform/jobs/queue.ts';
import type { Logger } from './platform/log.ts';

export interface BackgroundMeans {
  readonly config: Config;
  readonly installation: Installation;
  readonly facts: Facts;
  readonly post: Post;
  readonly log: Logger;
}

/** The work in the background of one process: started once the server listens, and stopped with it. */
export interface Background {
  readonly jobs: () => Jobs | null;
  readonly start: (means: BackgroundMeans) => Promise<void>;
  readonly stop: () => Promise<void>;
}

export function openBackground(): Background {
  let jobs: Jobs | null = null;
  let starting: Promise<void> = Promise.resolve();
  let stopped = false;
  const begin = async ({ config, installation, facts, post, log }: BackgroundMeans): Promise<void> => {
    const opened = await openJobs({ database: installation.database, log });
    jobs = opened;
    if (stopped) return;
    const { mailer, url } = post;
    const { db } = installation;
    await joinNights({ db, facts, clock: systemClock, mailer, url, jobs: opened, log, nightly: config.nightly });
  };
  return {
    jobs: () => jobs,
    start(means) {
      // Muster serves its pages without it: what could not begin is told.
      starting = begin(means).catch((error: unknown) => {
        if (!stopped) means.log.error({ err: error }, 'no work is done in the background: reminders and mails wait');
      });
      return starting;
    },
    async stop() {
      stopped = true;
      await starting;
      await jobs?.stop();
    },
  };
}
