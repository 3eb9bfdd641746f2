import { spawn } from 'node:child_process';
import { MusterError } from '../../../kernel/errors.ts';
import { type Account, isRoot } from './account.ts';

/** What a finished program said. */
export interface Outcome {
  readonly exit: number | null;
  readonly output: string;
}

/** The environment that PostgreSQL's programs get: nothing of ours, so that no PG* variable or locale changes what they do. */
export const programEnvironment: Readonly<Record<string, string>> = {
  PATH: '/usr/local/bin:/usr/bin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

/** Spawn options that drop root; others cannot change their account and need not. */
export const asAccount = (account: Account): { uid: number; gid: number } | Record<string, never> =>
  isRoot() ? { uid: account.uid, gid: account.gid } : {};

export const cannotRun = (program: string, error: unknown): MusterError =>
  new MusterError(
    {
      code: 'unavailable',
      reason:
        `PostgreSQL's program ${program} cannot be run: ${error instanceof Error ? error.message : String(error)}. ` +
        'The programs that come with Muster need a system with glibc (or macOS); with DATABASE_URL Muster uses a PostgreSQL of yours.',
    },
    { cause: error },
  );

/** Runs a program to its end and gives its exit code and all it printed. Ends it after `seconds`. */
export async function runProgram(
  program: string,
  args: readonly string[],
  { account, folder, seconds }: { account: Account; folder: string; seconds: number },
): Promise<Outcome> {
  const { promise, resolve, reject } = Promise.withResolvers<Outcome>();
  const child = spawn(program, args, {
    ...asAccount(account),
    cwd: folder,
    env: programEnvironment,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: seconds * 1000,
    killSignal: 'SIGKILL',
  });
  let output = '';
  const collect = (chunk: string): void => {
    output += chunk;
  };
  child.stdout.setEncoding('utf8').on('data', collect);
  child.stderr.setEncoding('utf8').on('data', collect);
  child.once('error', (error) => reject(cannotRun(program, error)));
  child.once('close', (exit) => resolve({ exit, output }));
  return await promise;
}
