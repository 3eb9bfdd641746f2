import { chmod, readFile, rm, writeFile } from 'node:fs/promises';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { MusterError } from '../../../kernel/errors.ts';
import type { DatabaseFolder } from './folder.ts';

/** Held by the one application that may use the data folder. */
export interface ApplicationLock {
  release(): Promise<void>;
}

const holder = z.object({ pid: z.number().int(), since: z.string() });
const sqliteBusy = 5;

async function describeHolder(path: string): Promise<string> {
  try {
    const { pid, since } = holder.parse(JSON.parse(await readFile(path, 'utf8')));
    return `process ${pid}, since ${since}`;
  } catch {
    return 'process unknown';
  }
}

/**
 * Takes the data folder for this process.
 *
 * The lock is the kernel's own file lock, taken through SQLite because Node has no call for it: it falls with the
 * process however that ends, also across containers that share the folder, so that no timeout and no guess by process
 * number is needed. The small JSON file beside it only tells people who holds it.
 * @throws MusterError `unavailable` when another application holds it, `unusable-data` when the folder cannot be locked.
 */
export async function lockApplication(folder: DatabaseFolder): Promise<ApplicationLock> {
  let file: DatabaseSync | undefined;
  try {
    file = new DatabaseSync(folder.lock, { timeout: 0 });
    // A reader's lock would shut us out, so strangers must not open it. By path: closing any descriptor of it drops the lock.
    await chmod(folder.lock, 0o600);
    file.exec('pragma journal_mode = memory; begin exclusive');
  } catch (error) {
    if (file?.isOpen === true) file.close();
    throw await refusal(folder, error);
  }
  const held = file;
  await writeFile(folder.holder, JSON.stringify({ pid: process.pid, since: new Date().toISOString() }), {
    mode: 0o600,
  });
  return {
    release: async () => {
      if (!held.isOpen) return;
      await rm(folder.holder, { force: true });
      held.close();
    },
  };
}

async function refusal(folder: DatabaseFolder, error: unknown): Promise<MusterError> {
  const busy = error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy;
  if (!busy) {
    const reason = error instanceof Error ? error.message : String(error);
    return new MusterError(
      { code: 'unusable-data', reason: `The data folder ${folder.root} cannot be locked: ${reason}` },
      { cause: error },
    );
  }
  return new MusterError(
    {
      code: 'unavailable',
      reason:
        `Muster is already running on the data in ${folder.root} (${await describeHolder(folder.holder)}). ` +
        'Stop it first, or choose another data folder with MUSTER_DATA.',
    },
    { cause: error },
  );
}
