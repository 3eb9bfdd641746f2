import { existsSync } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { readPostmasterFile, removeLeftOver, runningPostmaster } from './postmaster-file.ts';

const file = (pid: number, status: string): string =>
  [pid, '/data/cluster', 1763930000, 5432, '/data/socket', '', '  123 456', `${status}   `, ''].join('\n');

it('reads which process serves the cluster, through which socket, and whether it is ready', async () => {
  const cluster = await mkdtemp(join(tmpdir(), 'muster-postmaster-'));
  onTestFinished(async () => await rm(cluster, { recursive: true }));
  expect(await readPostmasterFile(cluster)).toBeNull();
  await writeFile(join(cluster, 'postmaster.pid'), file(4711, 'ready'));
  expect(await readPostmasterFile(cluster)).toEqual({ pid: 4711, socketFolder: '/data/socket', status: 'ready' });
  await writeFile(join(cluster, 'postmaster.pid'), '4711\n');
  expect(await readPostmasterFile(cluster)).toEqual({ pid: 4711, socketFolder: '', status: 'unknown' });
});

it('clears a file whose number belongs to another process since the machine restarted', async () => {
  const cluster = await mkdtemp(join(tmpdir(), 'muster-postmaster-'));
  onTestFinished(async () => await rm(cluster, { recursive: true }));
  await writeFile(join(cluster, 'postmaster.pid'), file(process.pid, 'ready'));
  expect(await runningPostmaster(cluster)).toBeNull();
  await removeLeftOver(cluster, cluster);
  expect(existsSync(join(cluster, 'postmaster.pid'))).toBe(false);
});
