import { createHash } from 'node:crypto';
import { chown, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isPrivateTo, isRoot, obstacle } from './account.ts';
import { type DatabaseFolder, makePrivateFolder } from './folder.ts';

/** Only part of the socket's file name: the server listens on no TCP port. */
export const port = 5432;

/** Bytes of a socket's path that fit into `sun_path` with its closing zero: 108 on Linux, 104 on macOS. */
const longest = process.platform === 'darwin' ? 103 : 107;

/** The name that PostgreSQL and its clients make from the folder and the port. */
export const socketPath = (folder: string): string => join(folder, `.s.PGSQL.${port}`);

const fits = (folder: string): boolean => Buffer.byteLength(socketPath(folder)) <= longest;

/**
 * A folder for the server's socket that only the database's account may enter: in the data folder, or a short one
 * among the temporary files when the data folder's path is too long for a socket.
 */
export async function socketFolder(folder: DatabaseFolder): Promise<string> {
  if (fits(folder.socket)) {
    await makePrivateFolder(folder.socket, folder.account);
    return folder.socket;
  }
  const key = createHash('sha256').update(folder.root).digest('hex').slice(0, 16);
  const usual = join(await shortTemporary(folder), `muster-${key}`);
  const made = (await makeNew(usual)) ?? ((await isPrivateTo(usual, folder.account)) ? null : await mkdtemp(usual));
  if (made === null) return usual;
  if (isRoot()) await chown(made, folder.account.uid, folder.account.gid);
  return made;
}

/** Null when there is something of that name, which may be a stranger's and must not be chowned. */
async function makeNew(path: string): Promise<string | null> {
  try {
    await mkdir(path, { mode: 0o700 });
    return path;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return null;
    throw error;
  }
}

async function shortTemporary(folder: DatabaseFolder): Promise<string> {
  const own = tmpdir();
  const short = fits(join(own, `muster-${'0'.repeat(16)}-000000`));
  return short && (await obstacle(own, folder.account)) === null ? own : '/tmp';
}

/** Removes a socket's folder among the temporary files after a clean stop. */
export async function removeSocketFolder(folder: DatabaseFolder, path: string): Promise<void> {
  if (dirname(path) !== folder.root) await rm(path, { recursive: true, force: true });
}
