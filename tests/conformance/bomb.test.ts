import { execFile } from 'node:child_process';
import { mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { deflateRawSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { archive } from '../factories/archive.ts';

const MEGABYTE = 1024 * 1024;
const inspectPath = new URL('../../src/cli/inspect.ts', import.meta.url).href;

/** Runs `inspect` in a process of its own; gives what it said, how long it took there (ms) and its largest memory (MB). */
const inspected = async (file: string): Promise<{ said: string; milliseconds: number; megabytes: number }> => {
  const program = `
    import { readFileSync } from 'node:fs';
    import { inspect } from ${JSON.stringify(inspectPath)};
    const began = performance.now();
    const said = await inspect(process.argv[1]).then((found) => found.kind, (error) => error.message);
    const milliseconds = performance.now() - began;
    // The largest memory that the system reports for a child begins with its parent's; only this one is its own.
    const own = process.platform === 'linux' ? /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] : undefined;
    const kilobytes = own === undefined ? process.resourceUsage().maxRSS : Number(own);
    console.log(JSON.stringify({ said, milliseconds, megabytes: kilobytes / 1024 }));
  `;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program, file]);
  return JSON.parse(stdout) as { said: string; milliseconds: number; megabytes: number };
};

const UNPACKED = 358 * MEGABYTE;

/** 358 MB in one part, packed to about 14 MB: a block that hardly packs, and a long run of nothing. */
const bomb = (declared: number): Buffer => {
  const noise = Buffer.alloc(13.5 * MEGABYTE);
  for (let at = 0, seed = 1; at < noise.length; at += 4) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    noise.writeUInt32LE(seed, at);
  }
  const packed = deflateRawSync(Buffer.concat([noise, Buffer.alloc(UNPACKED - noise.length)]), { level: 1 });
  const workbook = deflateRawSync(Buffer.from('<workbook/>'));
  return archive([
    { name: 'xl/workbook.xml', packed: workbook, size: 11 },
    { name: 'xl/worksheets/sheet1.xml', packed, size: declared },
  ]);
};

describe('files that are far larger than they look', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'muster-bomb-'));
    await writeFile(path.join(folder, 'honest.xlsx'), bomb(UNPACKED));
    await writeFile(path.join(folder, 'liar.xlsx'), bomb(4_000));
    await writeFile(path.join(folder, 'huge.csv'), '');
    await truncate(path.join(folder, 'huge.csv'), 200 * MEGABYTE);
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  it.each([
    ['honest.xlsx', 'it unpacks to 358 MB'],
    ['liar.xlsx', 'it unpacks to far more than it declares'],
    ['huge.csv', '200 MB'],
  ])('%s is refused within 2 s and 200 MB', async (name, reason) => {
    const { said, milliseconds, megabytes } = await inspected(path.join(folder, name));
    expect(said).toContain(`"${name}" (${reason}) is too large.`);
    expect(milliseconds).toBeLessThan(2_000);
    expect(megabytes).toBeLessThan(200);
  });
});
