import MailComposer from 'nodemailer/lib/mail-composer';
import { bodyHtml, bodyText } from './body.ts';
import { oneLine } from './mailbox.ts';
import type { Mailbox, Message } from './message.ts';

const mailboxOf = ({ name, address }: Mailbox): { name: string; address: string } => ({
  name: oneLine(name ?? ''),
  address: oneLine(address),
});

/**
 * A mail as it goes over the wire (RFC 5322): text and HTML, and for an invitation the event twice, as an alternative
 * that mail programs act on and as a file. `Auto-Submitted` keeps automatic answers away (RFC 3834).
 */
export function mimeOf(id: string, from: Mailbox, { to, subject, body, calendar }: Message): Promise<Buffer> {
  const host = from.address.split('@').at(-1) ?? 'localhost';
  const composer = new MailComposer({
    from: mailboxOf(from),
    to: mailboxOf(to),
    subject: oneLine(subject),
    messageId: `<${id}@${host}>`,
    headers: { 'Auto-Submitted': 'auto-generated' },
    text: bodyText(body),
    html: bodyHtml(body),
    ...(calendar === null
      ? {}
      : { icalEvent: { method: calendar.method, content: calendar.content, filename: 'event.ics' } }),
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  return composer.compile().build();
}
