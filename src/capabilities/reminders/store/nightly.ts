import { z } from 'zod';
import { plainDateSchema, type PlainDate } from '../../../kernel/date.ts';
import { MusterError } from '../../../kernel/errors.ts';
import { idSchema, type OrganizationId } from '../../../kernel/id.ts';
import type { Jobs, Queue } from '../../../platform/jobs/queue.ts';
import type { Logger } from '../../../platform/log.ts';
import { organizationsHere } from '../../identity/store/entrance.ts';
import { keepNight, type NightMeans } from './night.ts';
import { askToSend, mailQueue } from './post.ts';
import { mailsToSend, sendMail, type SendingMeans } from './sending.ts';

const byTheClock = { data: z.object({}), retries: 3, retryAfter: 60, retryWithin: 600, lasts: 600, atOnce: 1 } as const;

/** Asked for by the clock: the night of each organization. */
export const nightQueue: Queue<object> = { name: 'night', ...byTheClock };

/** Asked for by the clock: mails that no process has in hand. */
export const sweepQueue: Queue<object> = { name: 'mail-sweep', ...byTheClock };

/** The night of one organization. */
export const remindersQueue: Queue<{ readonly organizationId: OrganizationId; readonly on: PlainDate }> = {
  name: 'reminders',
  data: z.object({ organizationId: idSchema<OrganizationId>(), on: plainDateSchema }),
  retries: 5,
  retryAfter: 60,
  retryWithin: 3600,
  lasts: 1800,
  atOnce: 2,
};

const EVERY_FIVE_MINUTES = '*/5 * * * *';

export interface NightlyMeans extends NightMeans, SendingMeans {
  readonly jobs: Jobs;
  readonly log: Logger;
  /** Cron expression in UTC; null: only by hand. */
  readonly nightly: string | null;
}

/** Has this process take part in the nights and the mails of all organizations. */
export async function joinNights(means: NightlyMeans): Promise<void> {
  const { db, clock, jobs, log, nightly } = means;
  await jobs.register(nightQueue, async () => {
    const on = clock.today();
    const organizations = await organizationsHere(db);
    await jobs.send(
      remindersQueue,
      organizations.map(({ id }) => ({ key: `${id} ${on}`, data: { organizationId: id, on } })),
    );
  });
  await jobs.register(remindersQueue, async ({ organizationId, on }) => {
    const mails = await keepNight(means, organizationId, on);
    await askToSend(jobs, organizationId, mails);
  });
  await jobs.register(mailQueue, async ({ organizationId, id }, signal) => {
    const outcome = await sendMail(means, organizationId, id, signal);
    if (outcome === null || outcome.kind === 'sent') return;
    log.warn({ mail: id, outcome: outcome.kind, reason: outcome.reason }, 'a mail was not sent');
    if (outcome.kind === 'later') throw new MusterError({ code: 'unavailable', reason: outcome.reason });
  });
  await jobs.register(sweepQueue, async () => {
    for (const { id } of await organizationsHere(db)) {
      try {
        await askToSend(jobs, id, await mailsToSend(means, id));
      } catch (error) {
        log.warn({ organization: id, err: error }, 'the mails of an organization could not be looked through');
      }
    }
  });
  await jobs.schedule(nightQueue, nightly, {});
  await jobs.schedule(sweepQueue, EVERY_FIVE_MINUTES, {});
}
