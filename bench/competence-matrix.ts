import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { BenchResult } from './result.ts';

const measured = z.object({ load: z.number(), edit: z.number(), frames: z.number(), across: z.number() });
const answer = z.object({
  rows: z.number(),
  columns: z.number(),
  ours: measured,
  theirs: measured,
  server: z.number(),
  bytes: z.number(),
});

/**
 * The page of competence at 5,000 people and 60 competences, a fifth of the cells filled, in the browser against the
 * real server: from the visit to the first cells, from a key to its level in view (saved meanwhile), frames a second down
 * and in both directions. The yardstick is a plain HTML table with the same levels in the same browser. The answer alone
 * is measured against the visit to the page.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const program = join(import.meta.dirname, '..', 'tests', 'e2e', 'matrix', 'measure-competence.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [program]);
  const { rows, columns, ours, theirs, server, bytes } = answer.parse(JSON.parse(stdout.split('\n')[0] ?? ''));
  const result = (name: string, figure: keyof typeof ours, unit: string, better: string): BenchResult => ({
    name: `${name}, ${rows} x ${columns}`,
    value: ours[figure],
    yardstick: theirs[figure],
    ratio: ours[figure] / theirs[figure],
    unit,
    note: `plain table of the same levels; ${better} is better`,
  });
  return [
    result('competence: page load to first cells', 'load', 'ms', 'lower'),
    result('competence: edit to paint', 'edit', 'ms', 'lower'),
    result('competence: scrolling down', 'frames', 'frames/s', 'higher'),
    result('competence: scrolling in both directions', 'across', 'frames/s', 'higher'),
    {
      name: `competence: answer of ${Math.round(bytes / 1024)} kB`,
      value: server,
      yardstick: ours.load,
      ratio: server / ours.load,
      unit: 'ms',
      note: 'the visit to the page as yardstick; lower is better',
    },
  ];
}
