import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, open, rename, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { MusterError } from '../../../kernel/errors.ts';
import { nullOn } from '../../files/absent.ts';
import type { Binaries } from './binaries.ts';
import type { DatabaseFolder } from './folder.ts';
import { readPostmasterFile, removeLeftOver } from './postmaster-file.ts';
import { ends, isAlive, signal } from './process.ts';
import { asAccount, cannotRun, programEnvironment } from './program.ts';

const keptLogBytes = 16 * 1024 * 1024;
/** Crash recovery replays at most a few checkpoints; only a failing disk takes longer than this. */
const recoverySeconds = 600;

/** Given on the command line, so that no edited file under the data folder can take them back. */
const settings = (socketFolder: string): readonly string[] => [
  'listen_addresses=',
  `unix_socket_directories="${socketFolder.replaceAll('"', '""')}"`,
  'unix_socket_permissions=0700',
  'fsync=on',
  'full_page_writes=on',
  'synchronous_commit=on',
  'password_encryption=scram-sha-256',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_checkpoints=off',
  'log_line_prefix=%m [%p] ',
  'cluster_name=muster',
];

/** The log's size in bytes, after a long one has been put aside as `postgres.log.1`. */
async function turnLog(path: string): Promise<number> {
  const found = await stat(path).catch(nullOn());
  if (found === null || found.size <= keptLogBytes) return found?.size ?? 0;
  await rename(path, `${path}.1`);
  return 0;
}

/** The last lines that the server logged from byte `from` on. */
async function logTail(path: string, from: number): Promise<string> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const start = Math.max(from, size - 8192);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.max(size - start, 0)), { position: start });
    return buffer.toString('utf8', 0, bytesRead).trim().split('\n').slice(-12).join('\n');
  } finally {
    await file.close();
  }
}

/**
 * Starts the server in a session of its own, with a file for its output: it lives on when this process is killed, gets
 * no signal meant for this process's group, and can be adopted later. Gives its process once it takes connections.
 * @throws MusterError `unavailable` with the last lines of its log when it does not come up.
 */
export async function spawnPostmaster(
  folder: DatabaseFolder,
  binaries: Binaries,
  socketFolder: string,
  givenUp?: AbortSignal,
): Promise<number> {
  const program = join(binaries.bin, 'postgres');
  await removeLeftOver(folder.cluster, socketFolder);
  const from = await turnLog(folder.log);
  const log = await open(folder.log, 'a', 0o600);
  let child: ChildProcess;
  try {
    await chmod(folder.log, 0o600);
    child = spawn(program, ['-D', folder.cluster, ...settings(socketFolder).flatMap((setting) => ['-c', setting])], {
      ...asAccount(folder.account),
      cwd: folder.cluster,
      env: programEnvironment,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    });
    await once(child, 'spawn');
  } catch (error) {
    throw cannotRun(program, error);
  } finally {
    await log.close();
  }
  child.unref();
  const { pid } = child;
  if (pid === undefined) throw cannotRun(program, 'no process');
  if (await becomesReady(folder.cluster, pid, givenUp)) return pid;
  if (isAlive(pid)) await stopPostmaster(pid);
  const reason = `The embedded PostgreSQL ${binaries.version} did not start. Its log ${folder.log} ends with:\n${await logTail(folder.log, from)}`;
  throw new MusterError({ code: 'unavailable', reason });
}

/** Waits through start and crash recovery; false when the server ends, stops, takes too long, or is given up. */
export async function becomesReady(cluster: string, pid: number, givenUp?: AbortSignal): Promise<boolean> {
  const until = performance.now() + recoverySeconds * 1000;
  const wanted = (): boolean => performance.now() < until && givenUp?.aborted !== true;
  while (wanted() && isAlive(pid)) {
    const file = await readPostmasterFile(cluster);
    if (file?.pid === pid && file.status === 'ready') return true;
    if (file?.pid === pid && file.status === 'stopping') return false;
    await delay(10);
  }
  return false;
}

/**
 * Stops the server: fast (sessions end, everything is written), after 20 s at once (recovers at the next start),
 * after 10 more by force.
 */
export async function stopPostmaster(pid: number): Promise<void> {
  for (const [name, seconds] of [
    ['SIGINT', 20],
    ['SIGQUIT', 10],
    ['SIGKILL', 5],
  ] as const) {
    if (!signal(pid, name) || (await ends(pid, seconds))) return;
  }
  throw new MusterError({ code: 'unavailable', reason: `PostgreSQL (process ${pid}) cannot be stopped.` });
}
