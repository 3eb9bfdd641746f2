import { execFile } from 'node:child_process';
import { chmod, cp, lstat, mkdtemp, readFile, readlink, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ownAccount } from './account.ts';
import { packagedBinaries, reachableBinaries } from './binaries.ts';
import { prepareFolder } from './folder.ts';
import { withoutUserLookup } from './nameless.ts';
import { linkLibraries, stageBinaries } from './staging.ts';

const stranger = { uid: ownAccount().uid + 54321, gid: ownAccount().gid + 54321 };
let place = '';
let native = '';
const version = async (bin: string): Promise<string> =>
  (await promisify(execFile)(join(bin, 'postgres'), ['--version'])).stdout;

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'muster-staging-'));
  await chmod(place, 0o755);
  native = join(place, 'package', 'native');
  const original = packagedBinaries();
  await cp(original, native, {
    recursive: true,
    filter: async (path) => !(path.includes('.so') && (await lstat(path)).isSymbolicLink()),
  });
  await cp(join(original, '..', 'package.json'), join(native, '..', 'package.json'));
});
afterAll(async () => await rm(place, { recursive: true, force: true }));

describe('PostgreSQL of a package whose install script never ran', () => {
  it('is copied to the data folder when its place is closed to the account, whole and only once', async () => {
    const folder = { ...(await prepareFolder(join(place, 'data'))), account: stranger };
    await chmod(dirname(native), 0o700);
    const bin = await reachableBinaries(native, folder);
    expect(bin.startsWith(folder.root)).toBe(true);
    expect(await version(bin)).toMatch(/PostgreSQL\) 18\./);
    const library = join(bin, '..', 'lib', 'libpq.so.5.18');
    const before = await lstat(library);
    expect(await stageBinaries(native, folder)).toBe(dirname(bin));
    expect((await lstat(library)).ino).toBe(before.ino);

    await truncate(library, 100);
    await stageBinaries(native, folder);
    expect((await lstat(library)).size).toBe(before.size);
    await chmod(dirname(native), 0o755);
  });

  it('gets its library links in place, also from two at once', async () => {
    expect(await Promise.all([linkLibraries(native), linkLibraries(native)])).toEqual([true, true]);
    expect(await readlink(join(native, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
    expect(await version(join(native, 'bin'))).toMatch(/PostgreSQL\) 18\./);
    expect(await linkLibraries(native)).toBe(true);
  });

  it('makes no link outside of its folder', async () => {
    const odd = join(place, 'odd', 'native');
    await cp(join(native, 'pg-symlinks.json'), join(odd, 'pg-symlinks.json'));
    await writeFile(
      join(odd, 'pg-symlinks.json'),
      JSON.stringify([{ source: 'native/x', target: 'native/../../outside' }]),
    );
    expect(await linkLibraries(odd)).toBe(true);
    await expect(lstat(join(place, 'outside'))).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('needs no passwd entry after three letters of one import have changed', async () => {
    const program = await readFile(join(native, 'bin', 'initdb'));
    const changed = withoutUserLookup(program);
    expect(changed?.length).toBe(program.length);
    expect(changed?.filter((byte, at) => byte !== program[at]).length).toBe(3);
    expect(withoutUserLookup(Buffer.from('no program'))).toBeNull();
  });
});
