import { Readable } from 'node:stream';
import SMTPConnection from 'nodemailer/lib/smtp-connection';
import { MusterError } from '../../kernel/errors.ts';
import type { Mailer, MailOutcome } from './mailer.ts';
import type { Mailbox } from './message.ts';
import { mimeOf } from './mime.ts';

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  /** TLS from the first byte; else the connection is turned to TLS where the server offers it. */
  readonly secure: boolean;
  readonly user: string | null;
  readonly password: string | null;
}

/** Milliseconds that the other side may take to connect, to greet, and to answer each command. */
export const PATIENCE = {
  connectionTimeout: 10_000,
  greetingTimeout: 10_000,
  socketTimeout: 30_000,
  dnsTimeout: 10_000,
};

const isLoopback = (host: string): boolean => ['127.0.0.1', '::1', 'localhost'].includes(host);

/** What nodemailer tells with its errors. */
interface SmtpError extends Error {
  readonly code?: string;
  readonly response?: string;
  readonly responseCode?: number;
}

/** In words, without what the settings keep secret: a server may repeat what it was sent. */
function reasonOf(error: SmtpError, { user, password }: SmtpSettings): string {
  const said = error.response ?? (error.code === undefined ? error.message : `${error.code}: ${error.message}`);
  return [password, user]
    .flatMap((secret) => (secret === null || secret === '' ? [] : [secret, Buffer.from(secret).toString('base64')]))
    .reduce((text, secret) => text.replaceAll(secret, '***'), said)
    .slice(0, 500);
}

/** A server that could not check who we are, or wants us to wait, may take the mail another time. */
function outcomeOf(error: SmtpError, begun: boolean, settings: SmtpSettings): MailOutcome {
  const reason = reasonOf(error, settings);
  const { code, responseCode } = error;
  if (code === 'EAUTH') return { kind: 'later', reason };
  if (responseCode !== undefined && responseCode >= 500 && responseCode < 600) return { kind: 'refused', reason };
  if (responseCode !== undefined && responseCode >= 400) return { kind: 'later', reason };
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return { kind: 'refused', reason };
  return { kind: begun ? 'unknown' : 'later', reason };
}

/**
 * Sends each mail over a connection of its own to an SMTP server. A password goes to another machine only under TLS with
 * a certificate that holds.
 */
export function smtpMailer(settings: SmtpSettings, from: Mailbox, patience = PATIENCE): Mailer {
  const { host, port, secure, user, password } = settings;
  const deliver = (to: string, bytes: Buffer, signal: AbortSignal | undefined): Promise<MailOutcome> =>
    new Promise((resolve) => {
      // The stream is read from the moment the server asks for the message: from then on it may have taken it.
      let begun = false;
      const content = new Readable({
        read() {
          begun = true;
          this.push(bytes);
          this.push(null);
        },
      });
      const connection = new SMTPConnection({
        host,
        port,
        secure,
        requireTLS: !secure && user !== null && !isLoopback(host),
        ...patience,
      });
      const end = (outcome: MailOutcome): void => {
        signal?.removeEventListener('abort', stop);
        resolve(outcome);
      };
      const fail = (error: Error): void => {
        connection.close();
        end(outcomeOf(error, begun, settings));
      };
      const stop = (): void => fail(new MusterError({ code: 'unavailable', reason: 'Muster is stopping.' }));
      const hand = (): void =>
        connection.send({ from: from.address, to: [to], size: bytes.byteLength }, content, (error) => {
          if (error !== null && error !== undefined) return fail(error);
          connection.quit();
          return end({ kind: 'sent' });
        });
      connection.on('error', fail);
      signal?.addEventListener('abort', stop, { once: true });
      if (signal?.aborted === true) return stop();
      return connection.connect((error) => {
        if (error !== null && error !== undefined) return fail(error);
        if (user === null) return hand();
        return connection.login({ credentials: { user, pass: password ?? '' } }, (refused) =>
          refused === null || refused === undefined ? hand() : fail(refused),
        );
      });
    });
  return {
    from,
    server: `${host}:${port}`,
    send: async (id, message, signal) => deliver(message.to.address, await mimeOf(id, from, message), signal),
  };
}
