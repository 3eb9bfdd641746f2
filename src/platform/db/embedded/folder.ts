import { chmod, chown, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { MusterError } from '../../../kernel/errors.ts';
import { type Account, databaseAccount, isRoot, obstacle } from './account.ts';

/** Where the embedded database keeps its things: all of it in `postgres` under Muster's data folder. */
export interface DatabaseFolder {
  readonly root: string;
  /** PGDATA. Exists once the cluster is complete. */
  readonly cluster: string;
  readonly password: string;
  readonly log: string;
  readonly lock: string;
  readonly holder: string;
  readonly socket: string;
  readonly account: Account;
}

/** The layout below an existing data folder; touches nothing. */
export async function databaseFolder(dataFolder: string): Promise<DatabaseFolder> {
  const data = await realpath(resolve(dataFolder));
  const root = join(data, 'postgres');
  const cluster = join(root, 'cluster');
  return {
    root,
    cluster,
    password: join(root, 'password'),
    log: join(root, 'postgres.log'),
    lock: join(root, 'application.lock'),
    holder: join(root, 'application.json'),
    socket: join(root, 'socket'),
    account: await databaseAccount(data, cluster),
  };
}

/** Makes `path` and what is missing above it. Root lets others pass through what it made, and through nothing else. */
async function makeFolder(path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: isRoot() ? 0o711 : 0o700 });
  if (first === undefined || !isRoot()) return;
  for (let made = path; made.length >= first.length; made = dirname(made)) await chmod(made, 0o711);
}

/** Lets the database's account enter a folder of Muster itself, leaving its other bits alone. */
async function openToPass(path: string): Promise<void> {
  const { mode } = await stat(path);
  if ((mode & 0o001) === 0) await chmod(path, (mode & 0o7777) | 0o001);
}

/**
 * Makes the data folder and the database's folder in it.
 * @throws MusterError `unusable-data` when it cannot be made or the database's account cannot reach it.
 */
export async function prepareFolder(dataFolder: string): Promise<DatabaseFolder> {
  try {
    await makeFolder(resolve(dataFolder));
    const folder = await databaseFolder(dataFolder);
    await makeFolder(folder.root);
    if (isRoot()) {
      await openToPass(dirname(folder.root));
      await openToPass(folder.root);
      const blocked = await obstacle(folder.root, folder.account);
      if (blocked !== null) throw unreachableFolder(folder, blocked);
    }
    return folder;
  } catch (error) {
    if (error instanceof MusterError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new MusterError(
      { code: 'unusable-data', reason: `The data folder ${dataFolder} cannot be used: ${reason}` },
      { cause: error },
    );
  }
}

const unreachableFolder = ({ root, account }: DatabaseFolder, blocked: string): MusterError =>
  new MusterError({
    code: 'unusable-data',
    reason:
      `PostgreSQL must not run as root, so it runs as user ${account.uid}, who cannot reach ${root} because ${blocked} ` +
      `is closed to others. Choose a data folder outside ${blocked}, or allow passing through it: chmod o+x ${blocked}`,
  });

/** Makes a folder that belongs to the database's account alone. */
export async function makePrivateFolder(path: string, account: Account): Promise<void> {
  await mkdir(path, { recursive: true, mode: 0o700 });
  if (isRoot()) await chown(path, account.uid, account.gid);
  await chmod(path, 0o700);
}
