import { Counter } from 'prom-client';
import { addDays, dayOf, instant, type Instant } from '../../../kernel/date.ts';
import type { OrganizationId } from '../../../kernel/id.ts';
import type { Clock } from '../../../platform/clock.ts';
import type { Database } from '../../../platform/db/database.ts';
import type { Mailer, MailOutcome } from '../../../platform/mail/mailer.ts';
import { breakOff, claimMail, pruneMails, settleMail, waitingMails } from './mail.ts';

/** Attempts to send a mail, by what became of them. */
export const mailsCounted = new Counter({
  name: 'muster_mails_total',
  help: 'Attempts of this process to send a mail.',
  labelNames: ['outcome'],
  registers: [],
});

export interface SendingMeans {
  readonly db: Database;
  readonly clock: Clock;
  readonly mailer: Mailer;
}

/** A claim that is older than this belongs to a process that has ended: a mail takes two minutes at the most. */
const CLAIM_MINUTES = 15;

/** A mail that was tried is tried again by its own piece of work; after so long, that is lost. */
const RETRY_HOURS = 7;

/** A mail that was made just now is asked for by whoever made it. */
const FRESH_MINUTES = 2;

/** How long the log is kept. */
const LOG_DAYS = 400;

/**
 * Sends one mail that waits: claimed in a transaction of its own first, so that of any number of processes one sends it,
 * and none does after one that ended in the middle. @returns null where there was nothing to send
 */
export async function sendMail(
  { db, clock, mailer }: SendingMeans,
  organizationId: OrganizationId,
  id: string,
  signal?: AbortSignal,
): Promise<MailOutcome | null> {
  const claimed = await db.inOrganization(organizationId, (tx) => claimMail(tx, organizationId, id, clock.now()));
  if (claimed === null) return null;
  const outcome = await mailer.send(id, claimed.message, signal);
  mailsCounted.inc({ outcome: outcome.kind });
  await db.inOrganization(organizationId, (tx) =>
    settleMail(tx, organizationId, id, outcome, claimed.attempts, clock.now()),
  );
  return outcome;
}

/**
 * What waits to be sent and is in nobody's hand, after claims that were broken off and a log that is too old were
 * cleared away. `all`: also what was made just now, and what is to be tried again later.
 */
export async function mailsToSend(
  { db, clock }: Pick<SendingMeans, 'db' | 'clock'>,
  organizationId: OrganizationId,
  all = false,
): Promise<readonly string[]> {
  const now = Date.parse(clock.now());
  return db.inOrganization(organizationId, async (tx) => {
    await breakOff(tx, organizationId, instant(new Date(now - CLAIM_MINUTES * 60_000)));
    await pruneMails(tx, organizationId, instant(`${addDays(dayOf(clock.now()), -LOG_DAYS)}T00:00:00.000Z`));
    const before = (milliseconds: number): Instant => instant(new Date(all ? now : now - milliseconds));
    return waitingMails(tx, organizationId, {
      madeBy: before(FRESH_MINUTES * 60_000),
      untriedSince: before(RETRY_HOURS * 3_600_000),
    });
  });
}
