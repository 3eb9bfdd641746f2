import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import type { BenchResult } from './result.ts';

const measured = z.object({ load: z.number(), edit: z.number(), frames: z.number() });
const answer = z.object({ rows: z.number(), columns: z.number(), ours: measured, theirs: measured });

/**
 * The page of the matrix at 123 requirements and 500 roles, in the browser against the real server: from the visit to
 * the first cells in view, from a key to its letter in view (saved meanwhile), and frames a second while scrolling in
 * both directions. The yardstick is a plain HTML table with the same letters in the same browser.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const program = join(import.meta.dirname, '..', 'tests', 'e2e', 'matrix', 'measure-page.ts');
  const { stdout } = await promisify(execFile)(process.execPath, [program]);
  const { rows, columns, ours, theirs } = answer.parse(JSON.parse(stdout));
  const result = (name: string, figure: keyof typeof ours, unit: string, better: string): BenchResult => ({
    name: `${name}, ${rows} x ${columns}`,
    value: ours[figure],
    yardstick: theirs[figure],
    ratio: ours[figure] / theirs[figure],
    unit,
    note: `plain table of the same letters; ${better} is better`,
  });
  return [
    result('page load to first cells', 'load', 'ms', 'lower'),
    result('edit to paint in the page', 'edit', 'ms', 'lower'),
    result('scrolling in the page', 'frames', 'frames/s', 'higher'),
  ];
}
