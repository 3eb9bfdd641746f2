import { sql } from 'kysely';
import type { Instant } from '../../../kernel/date.ts';
import type { OrganizationId, PersonId } from '../../../kernel/id.ts';
import type { Tx } from '../../../platform/db/database.ts';
import type { MailOutcome } from '../../../platform/mail/mailer.ts';
import type { Message } from '../../../platform/mail/message.ts';
import type { MailEntry, MailKind, MailState } from '../model.ts';

/** So often a mail that was certainly not taken is tried, over about a day. */
export const ATTEMPTS_AT_MOST = 12;

/** A mail to be sent. `id` is fresh. */
export interface NewMail {
  readonly id: string;
  readonly personId: PersonId | null;
  readonly kind: MailKind;
  readonly message: Message;
}

/** Rows of one statement. */
const BATCH = 200;

/** Keeps mails in the transaction that they belong to; they are sent once it has ended. */
export async function keepMails(
  tx: Tx,
  organizationId: OrganizationId,
  mails: readonly NewMail[],
  at: Instant,
): Promise<void> {
  for (let start = 0; start < mails.length; start += BATCH) {
    const rows = mails
      .slice(start, start + BATCH)
      .map(
        ({ id, personId, kind, message }) =>
          sql`(${organizationId}, ${id}, ${personId}, ${message.to.address}, ${kind}, ${message.subject}, ${at}, 'waiting', 0, ${JSON.stringify(message)})`,
      );
    await sql`insert into mail (organization_id, id, person_id, recipient, kind, subject, made_at, state, attempts, content)
      values ${sql.join(rows)}`.execute(tx);
  }
}

/** Takes a mail that waits; null where somebody else has it, or it was sent. Once it is claimed, it is sent at most once. */
export async function claimMail(
  tx: Tx,
  organizationId: OrganizationId,
  id: string,
  at: Instant,
): Promise<{ readonly message: Message; readonly attempts: number } | null> {
  const { rows } = await sql<{ content: Message | null; attempts: number }>`
    update mail set state = 'sending', claimed_at = ${at}, attempts = attempts + 1
    where organization_id = ${organizationId} and id = ${id} and state = 'waiting' returning content, attempts`.execute(
    tx,
  );
  const [row] = rows;
  return row === undefined || row.content === null ? null : { message: row.content, attempts: row.attempts };
}

/** How a mail stands after an attempt: tried again only when it was certainly not taken. */
export const stateAfter = (outcome: MailOutcome, attempts: number): MailState => {
  if (outcome.kind === 'sent') return 'sent';
  return outcome.kind === 'later' && attempts < ATTEMPTS_AT_MOST ? 'waiting' : 'failed';
};

/** Writes down what became of a claimed mail. What it said is forgotten once it will not be sent any more. */
export async function settleMail(
  tx: Tx,
  organizationId: OrganizationId,
  id: string,
  outcome: MailOutcome,
  attempts: number,
  at: Instant,
): Promise<void> {
  const state = stateAfter(outcome, attempts);
  const sentAt = state === 'sent' ? at : null;
  const error = outcome.kind === 'sent' ? null : outcome.reason;
  await sql`update mail set state = ${state}, sent_at = ${sentAt}, error = ${error},
    content = case when ${state} = 'waiting' then content else null end
    where organization_id = ${organizationId} and id = ${id} and state = 'sending'`.execute(tx);
}

/** Mails that wait, made by a moment, and that nobody tried since another; the oldest first. */
export async function waitingMails(
  tx: Tx,
  organizationId: OrganizationId,
  { madeBy, untriedSince }: { readonly madeBy: Instant; readonly untriedSince: Instant },
): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`select id from mail
    where organization_id = ${organizationId} and state = 'waiting' and made_at <= ${madeBy}
      and (claimed_at is null or claimed_at <= ${untriedSince})
    order by made_at, id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Claims of processes that ended before they could say what became of the mail. */
export async function breakOff(tx: Tx, organizationId: OrganizationId, claimedBefore: Instant): Promise<void> {
  const error = 'Muster was stopped while sending it. It may have arrived, and so it is not sent again.';
  await sql`update mail set state = 'failed', error = ${error}, content = null
    where organization_id = ${organizationId} and state = 'sending' and claimed_at < ${claimedBefore}`.execute(tx);
}

/** Forgets mails from before a moment. */
export async function pruneMails(tx: Tx, organizationId: OrganizationId, before: Instant): Promise<void> {
  await sql`delete from mail where organization_id = ${organizationId} and made_at < ${before}
    and state in ('sent', 'failed')`.execute(tx);
}

/** One page of the log, the latest first. `after`: the id of the last mail of the page before. */
export async function mailLog(
  tx: Tx,
  organizationId: OrganizationId,
  { state, after, limit }: { readonly state: MailState | null; readonly after: string | null; readonly limit: number },
): Promise<{ readonly rows: readonly MailEntry[]; readonly total: number; readonly next: string | null }> {
  const chosen = sql`organization_id = ${organizationId} and (${state}::text is null or state = ${state})`;
  const { rows: counted } = await sql<{ total: string }>`select count(*) as total from mail where ${chosen}`.execute(
    tx,
  );
  const { rows } = await sql<MailEntry>`select id, recipient, kind, subject, made_at as "madeAt", state, attempts,
      sent_at as "sentAt", error from mail
    where ${chosen} and (${after}::uuid is null or (made_at, id) <
      (select made_at, id from mail where organization_id = ${organizationId} and id = ${after}::uuid))
    order by made_at desc, id desc limit ${limit + 1}`.execute(tx);
  const page = rows.slice(0, limit);
  return {
    rows: page,
    total: Number(counted[0]?.total ?? 0),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  };
}

/**
 * Forgets what was sent to somebody, what is still to be sent that names them, and what they were told.
 * @param addresses every address of mail that they ever had
 * @param names what they are and were called
 */
export async function forgetMails(
  tx: Tx,
  organizationId: OrganizationId,
  personId: PersonId,
  addresses: Iterable<string>,
  names: Iterable<string>,
): Promise<void> {
  const mine = sql`organization_id = ${organizationId}`;
  await sql`delete from mail where ${mine} and person_id = ${personId}`.execute(tx);
  for (const address of addresses)
    await sql`delete from mail where ${mine} and lower(recipient) = ${address.toLowerCase()}`.execute(tx);
  for (const name of names)
    await sql`delete from mail where ${mine} and position(${JSON.stringify(name).slice(1, -1)} in content::text) > 0`.execute(
      tx,
    );
  await sql`delete from reminder_told where ${mine} and recipient = ${personId}`.execute(tx);
}
