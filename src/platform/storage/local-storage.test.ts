import { spawn } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant } from '../../kernel/date.ts';
import type { OrganizationId } from '../../kernel/id.ts';
import { localStorage } from './local-storage.ts';
import type { Storage } from './storage.ts';

const [adler, birke] = [randomUUID() as string as OrganizationId, randomUUID() as string as OrganizationId];
const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

let folder: string;
let storage: Storage;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'muster-storage-'));
  storage = localStorage(folder);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const textOf = async (organization: OrganizationId, sha256: string): Promise<string | null> => {
  const found = await storage.get(organization, sha256);
  if (found === null) return null;
  const pieces: Uint8Array[] = [];
  for await (const piece of found) pieces.push(piece);
  return Buffer.concat(pieces).toString();
};
const put = async (organization: OrganizationId, ...pieces: readonly string[]): Promise<string> => {
  const sha256 = hashOf(pieces.join(''));
  await storage.put(
    organization,
    sha256,
    pieces.map((piece) => Buffer.from(piece)),
  );
  return sha256;
};
const placeOf = (organization: string, sha256: string): string =>
  join(folder, organization, sha256.slice(0, 2), sha256);
const halfWritten = (): Promise<readonly string[]> => readdir(join(folder, 'incoming'));

describe('a storage in a folder', () => {
  it('gives back what it was given, piece by piece, readable by its owner alone', async () => {
    const sha256 = await put(adler, 'She knows ', 'her trade.');
    expect(await textOf(adler, sha256)).toBe('She knows her trade.');
    expect(((await stat(placeOf(adler, sha256))).mode & 0o777).toString(8)).toBe('600');
    expect(await halfWritten()).toEqual([]);
  });

  it('keeps the same content once, and apart for each organization', async () => {
    const [once, twice, away] = [await put(adler, 'paper'), await put(adler, 'paper'), await put(birke, 'paper')];
    expect(new Set([once, twice, away]).size).toBe(1);
    expect(await readdir(join(folder, adler, once.slice(0, 2)))).toEqual([once]);
    await storage.remove(adler, once);
    expect([await storage.has(adler, once), await textOf(birke, once)]).toEqual([false, 'paper']);
    await storage.remove(adler, once);
  });

  it('keeps nothing that has another hash, or breaks off', async () => {
    const promised = hashOf('promised');
    await expect(storage.put(adler, promised, [Buffer.from('another')])).rejects.toMatchObject({
      fault: { code: 'unusable-data' },
    });
    const broken = (async function* () {
      yield Buffer.from('prom');
      await Promise.reject(new RangeError('the line went dead'));
    })();
    await expect(storage.put(adler, promised, broken)).rejects.toThrow('the line went dead');
    expect([await textOf(adler, promised), await halfWritten()]).toEqual([null, []]);
  });

  it.each(['../secret', 'a'.repeat(63), `${'a'.repeat(62)}/.`, 'A'.repeat(64), ''])(
    'takes no path for a hash: %j',
    async (path) => {
      await expect(storage.get(adler, path)).rejects.toMatchObject({ fault: { code: 'unusable-data' } });
      await expect(storage.get('..' as OrganizationId, hashOf('x'))).rejects.toMatchObject({
        fault: { code: 'unusable-data' },
      });
    },
  );

  it('shows no half of a file when the program is killed while it writes, and sweeps the half away a day later', async () => {
    const sha256 = hashOf('x'.repeat(100_000));
    const program = `
      const { localStorage } = await import(${JSON.stringify(join(import.meta.dirname, 'local-storage.ts'))});
      const pieces = (async function* () {
        for (;;) { yield Buffer.from('x'.repeat(1000)); process.stdout.write('.'); await new Promise((go) => setTimeout(go, 5)); }
      })();
      await localStorage(${JSON.stringify(folder)}).put(${JSON.stringify(adler)}, ${JSON.stringify(sha256)}, pieces);`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const ended = once(child, 'exit');
    let heard = '';
    for await (const dots of child.stdout as AsyncIterable<Buffer>) {
      heard += dots.toString();
      if (heard.length > 2) child.kill('SIGKILL');
    }
    await ended;
    expect(await storage.has(adler, sha256)).toBe(false);
    const [half = '', ...others] = await halfWritten();
    expect([half.length, others]).toEqual([36, []]);
    const written = (await stat(join(folder, 'incoming', half))).mtimeMs;
    await storage.dropHalfWritten(instant(new Date(written - 1)));
    expect(await halfWritten()).toEqual([half]);
    await storage.dropHalfWritten(instant(new Date(written + 1000)));
    expect(await halfWritten()).toEqual([]);
  });

  it('tells what was kept before a moment, and nothing that is not a file of its own', async () => {
    const [old, fresh] = [await put(birke, 'old'), await put(birke, 'fresh')];
    await utimes(placeOf(birke, old), new Date('2026-01-01'), new Date('2026-01-01'));
    await writeFile(join(folder, birke, 'notes.txt'), 'of the operator');
    const before = await storage.keptBefore(birke, instant('2026-01-02T00:00:00.000Z'));
    expect([before.includes(old), before.includes(fresh), before.length]).toEqual([true, false, 1]);
    expect(await storage.keptBefore(randomUUID() as string as OrganizationId, instant('2030-01-01'))).toEqual([]);
    expect(await readFile(placeOf(birke, old), 'utf8')).toBe('old');
  });
});
