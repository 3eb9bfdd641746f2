import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { median, type BenchResult } from './result.ts';

const ROUNDS = 5;

/** Milliseconds from the start of a program to its first line of output; then it is stopped and waited for. */
function untilFirstLine(args: readonly string[], env: NodeJS.ProcessEnv): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now();
    const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
    let took = Number.NaN;
    child.stdout.once('data', () => {
      took = performance.now() - began;
      child.kill('SIGTERM');
    });
    child.once('error', reject);
    child.once('exit', () => resolve(took));
  });
}

/** Cold start (no data yet: cluster, schema and roles are made) and warm start, against Node starting and printing a line. Lower is better. */
export async function run(): Promise<readonly BenchResult[]> {
  const main = join(import.meta.dirname, '..', 'src', 'main.ts');
  const [cold, warm, bare]: [number[], number[], number[]] = [[], [], []];
  for (let round = 0; round < ROUNDS; round += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'muster-bench-'));
    const env = { ...process.env, MUSTER_DATA: folder, MUSTER_PORT: '0', DATABASE_URL: undefined };
    cold.push(await untilFirstLine([main], env));
    warm.push(await untilFirstLine([main], env));
    bare.push(await untilFirstLine(['-e', 'console.log(1); setTimeout(() => {}, 1e4)'], env));
    await rm(folder, { recursive: true, force: true });
  }
  const yardstick = median(bare);
  const note = 'Node starting and printing a line; lower is better';
  return [
    { name: 'cold start', value: median(cold), yardstick, ratio: median(cold) / yardstick, unit: 'ms', note },
    { name: 'warm start', value: median(warm), yardstick, ratio: median(warm) / yardstick, unit: 'ms', note },
  ];
}
