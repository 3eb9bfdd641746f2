import { randomBytes } from 'node:crypto';
import { chown, open, readFile, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { MusterError } from '../../../kernel/errors.ts';
import { isRoot } from './account.ts';
import type { Binaries } from './binaries.ts';
import { type DatabaseFolder, makePrivateFolder } from './folder.ts';
import { saysNameless, withNamelessPrograms } from './nameless.ts';
import { type Outcome, runProgram } from './program.ts';

/** The superuser that owns the cluster. */
export const owner = 'muster_owner';

/** PostgreSQL's major version that wrote the cluster, or null when there is none yet. */
export async function clusterMajor(folder: DatabaseFolder): Promise<number | null> {
  const text = await readFile(join(folder.cluster, 'PG_VERSION'), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? null : Number.parseInt(text, 10);
}

/** @throws MusterError `unusable-data` when these binaries cannot open what another major version wrote. */
export function requireSameMajor(folder: DatabaseFolder, written: number, binaries: Binaries): void {
  if (written === binaries.major) return;
  const what = `The data in ${folder.cluster} were written by PostgreSQL ${written}, but Muster would start PostgreSQL ${binaries.major}`;
  const reason =
    written > binaries.major
      ? `${what}, which is older and cannot open them. Use the newer Muster that wrote them, or point it to PostgreSQL ${written}'s programs.`
      : `${what}, which cannot open them in place. Start with PostgreSQL ${written}'s programs, make a backup, and restore it into a new data folder.`;
  throw new MusterError({ code: 'unusable-data', reason });
}

/** Character classes and order that no update of the system's locales can change under an index. */
const localeOptions = (major: number): readonly string[] =>
  major >= 17
    ? ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C']
    : ['--locale-provider=libc', '--locale=C.UTF-8'];

/** `initdb` puts the path of `postgres` between double quotes into a shell command. */
function requirePlainPath(path: string): void {
  if (!/["$`\\\n]/.test(path)) return;
  const reason = `The path ${JSON.stringify(path)} has a sign that PostgreSQL's set-up cannot take: ", $, \`, \\ or a line break. Choose another.`;
  throw new MusterError({ code: 'unusable-data', reason });
}

const drafted = /^cluster-draft-/;

/**
 * Makes the cluster: beside its place first, and moved there when it is complete and on disk, so that a start that
 * was interrupted leaves none.
 */
export async function createCluster(folder: DatabaseFolder, binaries: Binaries, password: string): Promise<void> {
  for (const path of [folder.root, binaries.bin]) requirePlainPath(path);
  for (const name of await readdir(folder.root)) {
    if (drafted.test(name)) await rm(join(folder.root, name), { recursive: true, force: true, maxRetries: 5 });
  }
  const draft = join(folder.root, `cluster-draft-${randomBytes(4).toString('hex')}`);
  const secret = `${draft}-password`;
  await makePrivateFolder(draft, folder.account);
  await writeFile(secret, password, { mode: 0o600 });
  try {
    if (isRoot()) await chown(secret, folder.account.uid, folder.account.gid);
    const first = await initialize(binaries.bin, { folder, binaries, draft, secret });
    const outcome = saysNameless(first.output)
      ? await withNamelessPrograms(binaries.bin, { place: `${draft}-nameless`, account: folder.account }, (bin) =>
          initialize(bin, { folder, binaries, draft, secret }),
        )
      : first;
    if (outcome.exit !== 0) {
      const reason = `PostgreSQL could not set up its data in ${folder.root}:\n${outcome.output.trim()}`;
      throw new MusterError({ code: 'unusable-data', reason });
    }
  } finally {
    await rm(secret, { force: true });
  }
  await rename(draft, folder.cluster);
  const parent = await open(folder.root, 'r');
  try {
    await parent.sync();
  } finally {
    await parent.close();
  }
}

interface Draft {
  readonly folder: DatabaseFolder;
  readonly binaries: Binaries;
  readonly draft: string;
  readonly secret: string;
}

const initialize = async (bin: string, { folder, binaries, draft, secret }: Draft): Promise<Outcome> =>
  await runProgram(
    join(bin, 'initdb'),
    [
      `--pgdata=${draft}`,
      `--username=${owner}`,
      `--pwfile=${secret}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      ...localeOptions(binaries.major),
      '--text-search-config=simple',
      '--data-checksums',
      '--no-instructions',
    ],
    { account: folder.account, folder: draft, seconds: 180 },
  );
