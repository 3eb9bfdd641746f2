import type { Config } from './platform/config.ts';
import { consoleMailer } from './platform/mail/console.ts';
import type { Mailer } from './platform/mail/mailer.ts';
import { smtpMailer } from './platform/mail/smtp.ts';

/** The mail server of the settings; without one, mails are written out. */
export const mailerOf = ({ smtp, mailFrom }: Config, write: (block: string) => void): Mailer =>
  smtp === null ? consoleMailer(mailFrom, write) : smtpMailer(smtp, mailFrom);

/** Where people reach Muster. */
export function addressOf({ url, host, port }: Config): string {
  if (url !== null) return url;
  return `http://${host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host}:${port}`;
}
