import { bodyText } from './body.ts';
import { oneLine } from './mailbox.ts';
import type { Mailer } from './mailer.ts';
import type { Mailbox } from './message.ts';

const written = ({ name, address }: Mailbox): string => (name === null ? address : `${oneLine(name)} <${address}>`);

/** Where no mail server is set: each mail is written out in full, as one block, and leaves for nowhere. */
export const consoleMailer = (from: Mailbox, write: (block: string) => void): Mailer => ({
  from,
  server: null,
  async send(_id, { to, subject, body, calendar }) {
    const block = [
      '=== Mail (no mail server is set: it stays here)',
      `From: ${written(from)}`,
      `To: ${written(to)}`,
      `Subject: ${oneLine(subject)}`,
      '',
      bodyText(body),
      ...(calendar === null ? [] : [calendar.content]),
      '=== end of mail',
      '',
    ].join('\n');
    write(block);
    return { kind: 'sent' };
  },
});
