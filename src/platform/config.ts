import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { MusterError } from '../kernel/errors.ts';
import { readMailbox } from './mail/mailbox.ts';
import type { Mailbox } from './mail/message.ts';
import type { SmtpSettings } from './mail/smtp.ts';

const schema = z.object({
  MUSTER_PORT: z.coerce.number().int().min(0).max(65_535).default(7100),
  /** Address to listen on. Anything but loopback wants MUSTER_URL too. */
  MUSTER_HOST: z.string().min(1).default('127.0.0.1'),
  MUSTER_DATA: z.string().min(1).optional(),
  /** The address that people use, when a proxy stands before Muster. */
  MUSTER_URL: z.url({ protocol: /^https?$/ }).optional(),
  /** Shared by all nodes of one installation; kept in the data folder where it is not given. */
  MUSTER_SECRET: z.string().min(32).optional(),
  /** Take the client's address from X-Forwarded-For: only behind a proxy that sets it. */
  MUSTER_TRUST_PROXY: z.enum(['true', 'false']).default('false'),
  /** Folder of PostgreSQL programs to use for the embedded server instead of the packaged ones. */
  MUSTER_POSTGRES: z.string().min(1).optional(),
  /** A program that is called with the path of each file that is uploaded: it ends with 0 where that is clean, with 1 where not. */
  MUSTER_SCAN: z.string().min(1).optional(),
  MUSTER_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
  /** The server that takes mails: smtp://user:password@host:587 or smtps://... Without it, mails are written out here. */
  MUSTER_SMTP: z
    .url({ protocol: /^smtps?$/, error: 'Expected an address such as smtp://mail.example:587.' })
    .optional(),
  /** Whom mails come from: `Muster <muster@example.com>`. */
  MUSTER_MAIL_FROM: z
    .string()
    .refine((text) => readMailbox(text) !== null, 'Expected an address such as Muster <muster@example.com>.')
    .optional(),
  /** When reminders are worked out each day, as a cron expression in UTC; `off` leaves it to the command line. */
  MUSTER_NIGHTLY: z
    .string()
    .regex(
      /^(off|[\d*/,-]+( [\d*/,-]+){4})$/,
      'Expected minute, hour, day, month and weekday, such as 0 5 * * *, or off.',
    )
    .default('0 5 * * *'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
});

export interface Config {
  readonly port: number;
  readonly host: string;
  readonly data: string;
  readonly url: string | null;
  readonly secret: string | null;
  readonly trustProxy: boolean;
  readonly postgres: string | null;
  readonly scan: string | null;
  readonly log: string;
  readonly databaseUrl: string | null;
  readonly smtp: SmtpSettings | null;
  readonly mailFrom: Mailbox;
  /** Cron expression in UTC; null where nothing is done by itself. */
  readonly nightly: string | null;
}

/** Ports by custom: submission (RFC 6409) and submission over TLS (RFC 8314). */
const SMTP_PORTS: Readonly<Record<string, number>> = { 'smtp:': 587, 'smtps:': 465 };

function smtpOf(address: string): SmtpSettings {
  const { protocol, hostname, port, username, password } = new URL(address);
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: port === '' ? (SMTP_PORTS[protocol] ?? 587) : Number(port),
    secure: protocol === 'smtps:',
    user: username === '' ? null : decodeURIComponent(username),
    password: password === '' ? null : decodeURIComponent(password),
  };
}

/** Mails that leave have to come from somewhere that people can be told of. */
function requireSender(env: z.output<typeof schema>): void {
  if (env.MUSTER_SMTP === undefined || env.MUSTER_MAIL_FROM !== undefined) return;
  throw new MusterError({
    code: 'usage',
    reason:
      'MUSTER_SMTP is set: say with MUSTER_MAIL_FROM whom the mails come from, such as Muster <muster@example.com>.',
  });
}

const isRoot = (): boolean => process.getuid?.() === 0;

const homeOf = (): string => {
  try {
    return homedir() || userInfo().homedir;
  } catch (error) {
    throw new MusterError(
      { code: 'usage', reason: 'This account has no home folder: say with MUSTER_DATA where the data shall lie.' },
      { cause: error },
    );
  }
};

const defaultData = (env: NodeJS.ProcessEnv): string =>
  isRoot() ? '/var/lib/muster' : join(env['XDG_DATA_HOME'] ?? join(homeOf(), '.local', 'share'), 'muster');

/** @throws MusterError `usage` that names each variable that cannot be used */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const result = schema.safeParse(env);
  if (!result.success) {
    const wrong = result.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; ');
    throw new MusterError({ code: 'usage', reason: `The settings cannot be used. ${wrong}` });
  }
  const { data: settings } = result;
  requireSender(settings);
  return {
    port: settings.MUSTER_PORT,
    host: settings.MUSTER_HOST,
    data: settings.MUSTER_DATA ?? defaultData(env),
    url: settings.MUSTER_URL ?? null,
    secret: settings.MUSTER_SECRET ?? null,
    trustProxy: settings.MUSTER_TRUST_PROXY === 'true',
    postgres: settings.MUSTER_POSTGRES ?? null,
    scan: settings.MUSTER_SCAN ?? null,
    log: settings.MUSTER_LOG,
    databaseUrl: settings.DATABASE_URL ?? null,
    smtp: settings.MUSTER_SMTP === undefined ? null : smtpOf(settings.MUSTER_SMTP),
    mailFrom: readMailbox(settings.MUSTER_MAIL_FROM ?? '') ?? { name: 'Muster', address: 'muster@localhost' },
    nightly: settings.MUSTER_NIGHTLY === 'off' ? null : settings.MUSTER_NIGHTLY,
  };
}
