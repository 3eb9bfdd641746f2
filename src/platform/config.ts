import { homedir, userInfo } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { MusterError } from '../kernel/errors.ts';

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
  MUSTER_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('warn'),
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
  readonly log: string;
  readonly databaseUrl: string | null;
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
  return {
    port: settings.MUSTER_PORT,
    host: settings.MUSTER_HOST,
    data: settings.MUSTER_DATA ?? defaultData(env),
    url: settings.MUSTER_URL ?? null,
    secret: settings.MUSTER_SECRET ?? null,
    trustProxy: settings.MUSTER_TRUST_PROXY === 'true',
    postgres: settings.MUSTER_POSTGRES ?? null,
    log: settings.MUSTER_LOG,
    databaseUrl: settings.DATABASE_URL ?? null,
  };
}
