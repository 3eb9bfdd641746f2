import { digestText } from '../capabilities/reminders/digest.ts';
import { keepNight, plannedNight } from '../capabilities/reminders/store/night.ts';
import { mailsToSend, sendMail } from '../capabilities/reminders/store/sending.ts';
import type { MailOutcome } from '../platform/mail/mailer.ts';
import { dateOption } from './argument.ts';
import type { Command } from './command.ts';

/** Exit code when a mail could not be sent. */
const NOT_SENT = 3;

/** At most so many mails are under way at once. */
const AT_ONCE = 4;

export const remindCommand: Command = {
  usage: 'remind [--on DATE] [--dry-run]',
  summary: 'tells people what is due, as is done each night; ends with 3 when a mail could not be sent',
  options: { on: { type: 'string' }, 'dry-run': { type: 'boolean' } },
  desk: true,
  async run(args, desk) {
    const { organization, clock, post } = desk;
    const means = { db: desk.db, facts: desk.facts, clock, mailer: post.mailer, url: post.url };
    const on = dateOption(args, 'on') ?? clock.today();
    if (args.values['dry-run'] === true) {
      const { snapshot, digests } = await plannedNight(means, organization.id, on);
      const told = digests.map((digest) => ({
        to: digest.recipient.address,
        name: digest.recipient.name,
        ...digestText(digest, snapshot.organization),
      }));
      const lines = told.flatMap(({ to, subject, sections }) => [
        `${to}: ${subject}`,
        ...sections.flatMap(({ heading, lines: said }) => [`  ${heading}`, ...said.map(({ text }) => `    ${text}`)]),
      ]);
      const head = `${organization.name} on ${on}: ${told.length} ${told.length === 1 ? 'mail' : 'mails'} would be sent.`;
      return { json: { on, mails: told }, text: [head, ...lines].join('\n') };
    }
    await keepNight(means, organization.id, on);
    const waiting = [...(await mailsToSend(means, organization.id, true))];
    const outcomes: MailOutcome[] = [];
    const work = async (): Promise<void> => {
      for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
        const outcome = await sendMail(means, organization.id, id);
        if (outcome !== null) outcomes.push(outcome);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    const failed = outcomes.flatMap((outcome) => (outcome.kind === 'sent' ? [] : [outcome]));
    const json = { on, server: post.mailer.server, sent: outcomes.length - failed.length, failed };
    const text = [
      `${organization.name} on ${on}: ${json.sent} of ${outcomes.length} mails sent${json.server === null ? ' (no mail server is set: they were written out)' : ''}.`,
      ...failed.map(({ kind, reason }) => `${kind}: ${reason}`),
    ].join('\n');
    return { json, text, ...(failed.length > 0 ? { exit: NOT_SENT } : {}) };
  },
};
