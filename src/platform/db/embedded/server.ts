import { MusterError } from '../../../kernel/errors.ts';
import { type Binaries, findBinaries } from './binaries.ts';
import { clusterMajor, createCluster, requireSameMajor } from './cluster.ts';
import { type Connection, connectionTo, openDatabase } from './connection.ts';
import { databaseFolder, type DatabaseFolder, prepareFolder } from './folder.ts';
import { type ApplicationLock, lockApplication } from './lock.ts';
import { ensurePassword, readPassword } from './password.ts';
import { becomesReady, spawnPostmaster, stopPostmaster } from './postmaster.ts';
import { readPostmasterFile, runningPostmaster } from './postmaster-file.ts';
import { isAlive } from './process.ts';
import { removeSocketFolder, socketFolder } from './socket.ts';
import { type State, supervise } from './supervision.ts';

export interface EmbeddedOptions {
  /** Muster's data folder; the database keeps to its subfolder `postgres`. */
  readonly dataFolder: string;
  /** `package` (the default), or a folder of PostgreSQL's programs such as `/usr/lib/postgresql/15/bin`. */
  readonly binaries?: string;
  readonly log: (event: string, detail: Record<string, unknown>) => void;
}

/** A PostgreSQL that this process has started or adopted, and brings back when it dies. */
export interface EmbeddedServer {
  /** Stays the same for as long as this process uses the server, also over restarts of the database. */
  readonly connection: Connection;
  readonly version: string;
  /** True when a server was taken over that a killed application had left running. */
  readonly adopted: boolean;
  state(): State;
  /** The server's process while it runs. */
  pid(): number | null;
  /** Resolves as soon as the database runs (at once when it does). Rejects with `unavailable` after `stop`. */
  whenRunning(): Promise<void>;
  /** Ends all sessions, writes everything, ends the server and gives the data folder free; until then the process lives. */
  stop(): Promise<void>;
}

/**
 * Starts the embedded PostgreSQL on the data folder, or adopts the one that a killed application left running there.
 * @throws MusterError `unavailable` when another application uses the data or the server does not start;
 * `unusable-data` when the data folder cannot be used or another major version of PostgreSQL wrote it.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const folder = await prepareFolder(options.dataFolder);
  const lock = await lockApplication(folder);
  try {
    return await startLocked(folder, lock, options);
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function startLocked(
  folder: DatabaseFolder,
  lock: ApplicationLock,
  options: EmbeddedOptions,
): Promise<EmbeddedServer> {
  const { log } = options;
  const began = performance.now();
  const written = await clusterMajor(folder);
  const binaries = await findBinaries(options.binaries ?? 'package', folder);
  if (written !== null) requireSameMajor(folder, written, binaries);
  const password = await passwordFor(folder, written !== null);
  if (written === null) await createCluster(folder, binaries, password);

  const orphan = await adopt(folder, binaries, password, log);
  const socket = orphan?.socket ?? (await socketFolder(folder));
  const connection = connectionTo(socket, password);
  const pid = orphan?.pid ?? (await spawnPostmaster(folder, binaries, socket));
  const version = orphan?.version ?? (await openOrStop(connection, pid));
  const milliseconds = Math.round(performance.now() - began);
  log('database.running', { pid, version, adopted: orphan !== null, created: written === null, milliseconds });

  const supervision = supervise(pid, {
    start: async (givenUp) => await spawnPostmaster(folder, binaries, socket, givenUp),
    log,
  });
  return {
    connection,
    version,
    adopted: orphan !== null,
    state: supervision.state,
    pid: supervision.pid,
    whenRunning: supervision.whenRunning,
    stop: async () => {
      await supervision.stop();
      await removeSocketFolder(folder, socket);
      await lock.release();
    },
  };
}

async function passwordFor(folder: DatabaseFolder, clusterExists: boolean): Promise<string> {
  if (clusterExists && (await readPassword(folder)) === null) {
    const reason = `The password of the database is missing: ${folder.password}. Put it back from a copy of the data folder.`;
    throw new MusterError({ code: 'unusable-data', reason });
  }
  return await ensurePassword(folder);
}

async function openOrStop(connection: Connection, pid: number): Promise<string> {
  try {
    return await openDatabase(connection);
  } catch (error) {
    await stopPostmaster(pid);
    const reason = `The embedded PostgreSQL started but lets nobody in: ${error instanceof Error ? error.message : String(error)}`;
    throw new MusterError({ code: 'unavailable', reason }, { cause: error });
  }
}

interface Orphan {
  readonly pid: number;
  readonly socket: string;
  readonly version: string;
}

/** Takes over a server that runs on the cluster; stops one of another minor version, or one that lets nobody in. */
async function adopt(
  folder: DatabaseFolder,
  binaries: Binaries,
  password: string,
  log: EmbeddedOptions['log'],
): Promise<Orphan | null> {
  const running = await runningPostmaster(folder.cluster);
  if (running === null) return null;
  const { pid } = running;
  let why = 'it is stopping';
  if (await becomesReady(folder.cluster, pid)) {
    const socket = (await readPostmasterFile(folder.cluster))?.socketFolder ?? '';
    try {
      const version = await openDatabase(connectionTo(socket, password));
      if (version === binaries.version) return { pid, socket, version };
      why = `it is PostgreSQL ${version}, not ${binaries.version}`;
    } catch (error) {
      why = error instanceof Error ? error.message : String(error);
    }
  }
  log('database.orphan-stopped', { pid, why });
  if (isAlive(pid)) await stopPostmaster(pid);
  return null;
}

/**
 * How to reach the database of an application that runs on the data folder, or null when none answers there: then the
 * caller may start it with `startEmbedded`. For the command line beside a running server; needs the same user.
 */
export async function joinEmbedded(dataFolder: string): Promise<Connection | null> {
  const folder = await databaseFolder(dataFolder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  const file = folder === null ? null : await readPostmasterFile(folder.cluster);
  if (folder === null || file === null || file.status !== 'ready' || !isAlive(file.pid)) return null;
  const password = await readPassword(folder);
  return password === null ? null : connectionTo(file.socketFolder, password);
}
