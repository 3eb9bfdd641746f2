import { constants } from 'node:fs';
import { chmod, cp, lstat, readFile, readdir, rename, rm, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join, normalize, sep } from 'node:path';
import { z } from 'zod';
import { nullOn } from '../../files/absent.ts';
import type { DatabaseFolder } from './folder.ts';

const links = z.array(z.object({ source: z.string(), target: z.string() }));
const packageFacts = z.object({ version: z.string() });

const codeOf = (error: unknown): unknown => (error instanceof Error && 'code' in error ? error.code : undefined);

async function readLinks(native: string): Promise<z.infer<typeof links>> {
  const text = await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return '[]';
    throw error;
  });
  return links.parse(JSON.parse(text));
}

/**
 * Makes the library links that an npm package cannot carry and that its install script (which need not have run)
 * would make. Safe to repeat and to run twice at once. Gives false when this user may not make them here.
 */
export async function linkLibraries(native: string): Promise<boolean> {
  for (const { source, target } of await readLinks(native)) {
    const path = normalize(join(dirname(native), target));
    if (!path.startsWith(normalize(native) + sep)) continue;
    try {
      await symlink(basename(source), path);
    } catch (error) {
      const code = codeOf(error);
      if (code === 'EEXIST') continue;
      if (code !== 'EACCES' && code !== 'EPERM' && code !== 'EROFS') throw error;
      const there = await lstat(path).catch(nullOn());
      if (there === null) return false;
    }
  }
  return true;
}

/** A copy that a power cut tore has files of another size than the original. */
async function isWhole(copy: string, native: string): Promise<boolean> {
  for (const part of ['bin', 'lib']) {
    for (const name of await readdir(join(native, part))) {
      if (!needed(name)) continue;
      const original = await stat(join(native, part, name));
      const copied = await stat(join(copy, part, name)).catch(nullOn());
      if (copied === null || (original.isFile() && copied.size !== original.size)) return false;
    }
  }
  return true;
}

/** Static libraries and what only a compiler wants stay behind. */
const needed = (path: string): boolean => !path.endsWith('.a') && basename(path) !== 'pkgconfig';

async function openToAll(path: string): Promise<void> {
  const entries = await readdir(path, { withFileTypes: true, recursive: true });
  await chmod(path, 0o755);
  for (const entry of entries) {
    const place = join(entry.parentPath, entry.name);
    if (entry.isDirectory()) await chmod(place, 0o755);
    else if (entry.isFile()) await chmod(place, basename(entry.parentPath) === 'bin' ? 0o755 : 0o644);
  }
}

/**
 * Copies a `native` folder under the database's folder, where its account can read it, and makes the links there.
 * Keyed by the package's version; a whole copy is used again, and those of other versions are removed.
 */
export async function stageBinaries(native: string, folder: DatabaseFolder): Promise<string> {
  const text = await readFile(join(dirname(native), 'package.json'), 'utf8');
  const name = `binaries-${packageFacts.parse(JSON.parse(text)).version}`;
  const staged = join(folder.root, name);
  if (await isWhole(staged, native)) return staged;

  for (const other of await readdir(folder.root)) {
    if (other.startsWith('binaries-')) await rm(join(folder.root, other), { recursive: true, force: true });
  }
  const draft = join(folder.root, `binaries-draft-${process.pid}`, 'native');
  await cp(native, draft, {
    recursive: true,
    verbatimSymlinks: true,
    mode: constants.COPYFILE_FICLONE,
    filter: needed,
  });
  await linkLibraries(draft);
  await openToAll(draft);
  await rename(draft, staged);
  await rm(dirname(draft), { recursive: true });
  return staged;
}
