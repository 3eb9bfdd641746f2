import { z } from 'zod';
import type { Instant } from '../../../kernel/date.ts';
import type { OrganizationId } from '../../../kernel/id.ts';
import { idSchema } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { Jobs, Queue } from '../../../platform/jobs/queue.ts';
import type { Mailer } from '../../../platform/mail/mailer.ts';
import { keepMails, type NewMail } from './mail.ts';

/** One mail to be sent by whichever process comes first. */
export const mailQueue: Queue<{ readonly organizationId: OrganizationId; readonly id: string }> = {
  name: 'mail',
  data: z.object({ organizationId: idSchema<OrganizationId>(), id: z.uuid() }),
  retries: 12,
  retryAfter: 60,
  retryWithin: 6 * 3600,
  lasts: 300,
  atOnce: 5,
};

/** Asks for mails to be sent. */
export const askToSend = (jobs: Jobs, organizationId: OrganizationId, ids: readonly string[]): Promise<void> =>
  jobs.send(
    mailQueue,
    ids.map((id) => ({ key: id, data: { organizationId, id } })),
  );

/** Where what is written becomes mail. */
export interface Post {
  readonly mailer: Mailer;
  /** The address of Muster, without a slash at the end: mails link to its pages. */
  readonly url: string;
  /** Keeps mails with the change that they tell of: a follow-up of its transaction. */
  readonly kept: (organizationId: OrganizationId, mails: readonly NewMail[], at: Instant) => (tx: Tx) => Promise<void>;
  /** Once the change is made: has them sent now. Else they are found within minutes. */
  readonly sendNow: (organizationId: OrganizationId, mails: readonly NewMail[]) => Promise<void>;
}

/** `jobs`: the work in the background, null while there is none. */
export const openPost = (mailer: Mailer, url: string, jobs: () => Jobs | null): Post => ({
  mailer,
  url: url.replace(/\/+$/, ''),
  kept: (organizationId, mails, at) => (tx) => keepMails(tx, organizationId, mails, at),
  async sendNow(organizationId, mails) {
    const background = jobs();
    if (background === null) return;
    await askToSend(
      background,
      organizationId,
      mails.map(({ id }) => id),
    );
  },
});
