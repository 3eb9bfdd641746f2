import { readFile, readlink, realpath, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { nullOn } from '../../files/absent.ts';
import { commandLine, isAlive } from './process.ts';
import { socketPath } from './socket.ts';

/** What a running PostgreSQL writes into `postmaster.pid` (source: its pidfile.h, one fact a line). */
export interface PostmasterFile {
  readonly pid: number;
  readonly socketFolder: string;
  readonly status: 'starting' | 'stopping' | 'ready' | 'unknown';
}

const pathOf = (cluster: string): string => join(cluster, 'postmaster.pid');

function statusOf(line: string | undefined): PostmasterFile['status'] {
  const word = line?.trim();
  return word === 'starting' || word === 'stopping' || word === 'ready' ? word : 'unknown';
}

/** Null when no server runs on the cluster and the last one stopped cleanly. */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | null> {
  const text = await readFile(pathOf(cluster), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  const lines = text?.split('\n') ?? [];
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (!Number.isInteger(pid)) return null;
  return { pid, socketFolder: (lines[4] ?? '').trim(), status: statusOf(lines[7]) };
}

/** Is the process a server of this cluster? A server works with its cluster as current folder. Null when that is hidden. */
async function serves(pid: number, cluster: string): Promise<boolean | null> {
  if (process.platform !== 'linux') return (await commandLine(pid)).includes(cluster);
  const current = await readlink(`/proc/${pid}/cwd`).catch(nullOn('ENOENT', 'ESRCH', 'EACCES', 'EPERM'));
  return current === null ? null : current === (await realpath(cluster));
}

/** The server that runs on the cluster, or null. */
export async function runningPostmaster(cluster: string): Promise<PostmasterFile | null> {
  const file = await readPostmasterFile(cluster);
  return file !== null && isAlive(file.pid) && (await serves(file.pid, cluster)) === true ? file : null;
}

/**
 * Removes the lock files of a server that is surely gone, for the holder of the application lock.
 *
 * PostgreSQL takes any process of its user with the number in such a file for the server and refuses to start: one that
 * got the number after a restart of the machine or container, and a killed server that nobody has fetched yet. It has
 * a second guard against living remains of the old server, its shared memory, which this leaves alone.
 */
export async function removeLeftOver(cluster: string, socketFolder: string): Promise<void> {
  const file = await readPostmasterFile(cluster);
  if (file !== null && isAlive(file.pid) && (await serves(file.pid, cluster)) !== false) return;
  for (const path of [pathOf(cluster), socketPath(socketFolder), `${socketPath(socketFolder)}.lock`]) {
    await rm(path, { force: true });
  }
}
