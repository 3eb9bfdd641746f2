import { chmod, mkdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { MusterError } from '../../../kernel/errors.ts';
import type { Account } from './account.ts';

const asked = Buffer.from('\0getpwuid\0', 'latin1');
const answered = Buffer.from('\0getpwent\0', 'latin1');

/** What `initdb` says when its user has no entry in the passwd database. */
export const saysNameless = (output: string): boolean => output.includes('could not look up effective user ID');

/** Makes a program import `getpwent` where it imports `getpwuid`. Null when it imports no `getpwuid`. */
export function withoutUserLookup(program: Buffer): Buffer | null {
  const changed = Buffer.from(program);
  let found = false;
  for (let at = changed.indexOf(asked); at !== -1; at = changed.indexOf(asked, at + 1)) {
    answered.copy(changed, at);
    found = true;
  }
  return found ? changed : null;
}

/**
 * Lends `work` a folder at `place` with copies of `initdb` and `postgres` that need no passwd entry, and removes it afterwards.
 *
 * Both ask for the name of their user even when they are told another one (`-U`), and give up when the number has no
 * name, as is usual in containers. They ask nothing else of that entry. In the copies the import `getpwuid` reads
 * `getpwent`, a function of the same symbol version that gives the first entry there is, whose name then goes unused.
 * The copies only make the cluster; the server that runs later is the original, which never asks.
 */
export async function withNamelessPrograms<T>(
  bin: string,
  { place, account }: { place: string; account: Account },
  work: (bin: string) => Promise<T>,
): Promise<T> {
  const copies = join(place, 'bin');
  await mkdir(copies, { recursive: true });
  try {
    await Promise.all([chmod(place, 0o755), chmod(copies, 0o755)]);
    for (const part of ['lib', 'share']) await symlink(join(dirname(bin), part), join(place, part));
    for (const name of ['initdb', 'postgres']) {
      const changed = withoutUserLookup(await readFile(join(bin, name)));
      if (changed === null) {
        const reason = `PostgreSQL cannot be set up by user ${account.uid}, who has no entry in /etc/passwd.`;
        throw new MusterError({ code: 'unavailable', reason });
      }
      await writeFile(join(copies, name), changed);
      await chmod(join(copies, name), 0o755);
    }
    return await work(copies);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}
