import { lstat, stat } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The numeric user that the database runs as. It needs no entry in the passwd database. */
export interface Account {
  readonly uid: number;
  readonly gid: number;
}

/**
 * The account used when root starts Muster on a data folder that belongs to root.
 * Debian policy keeps 65000-65533 reserved, so no package and no `adduser` hands it out; it also exists in
 * containers that map only 65,536 users.
 */
const unprivileged: Account = { uid: 65432, gid: 65432 };

export const ownAccount = (): Account => ({ uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 });

export const isRoot = (): boolean => process.getuid?.() === 0;

/** Owner of a path, or null when there is no such path. */
async function ownerOf(path: string): Promise<Account | null> {
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return found === null ? null : { uid: found.uid, gid: found.gid };
}

/**
 * PostgreSQL refuses to run as root. Root therefore hands it to the owner of an existing cluster, else to the owner
 * of the data folder when that is not root, else to a fixed unprivileged number. Everybody else runs it as themselves.
 */
export async function databaseAccount(dataFolder: string, cluster: string): Promise<Account> {
  if (!isRoot()) return ownAccount();
  for (const path of [cluster, dataFolder]) {
    const owner = await ownerOf(path);
    if (owner !== null && owner.uid !== 0) return owner.gid === 0 ? { uid: owner.uid, gid: owner.uid } : owner;
  }
  return unprivileged;
}

const allows = (mode: number, owner: Account, account: Account, bits: number): boolean => {
  const shift = owner.uid === account.uid ? 6 : owner.gid === account.gid ? 3 : 0;
  return ((mode >> shift) & bits) === bits;
};

/** Does the path's own mode give the account these bits (4 read, 2 write, 1 enter or execute)? Ignores the folders above. */
export async function permits(path: string, account: Account, bits: number): Promise<boolean> {
  const found = await stat(path);
  return allows(found.mode, found, account, bits);
}

/** The topmost folder on the way to `path` (itself included) that the account may not enter; null when it may enter all. */
export async function obstacle(path: string, account: Account): Promise<string | null> {
  const above = dirname(path);
  const found = above === path ? null : await obstacle(above, account);
  if (found !== null) return found;
  return (await permits(path, account, 1)) ? null : path;
}

/** True when `path` is a real folder (no link) of the account that nobody else may enter. */
export async function isPrivateTo(path: string, account: Account): Promise<boolean> {
  const found = await lstat(path);
  return found.isDirectory() && found.uid === account.uid && (found.mode & 0o077) === 0;
}
