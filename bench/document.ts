import { accountabilityMatrix } from '../src/capabilities/documents/accountability-matrix.ts';
import type { MatrixDocument } from '../src/capabilities/documents/matrix-document.ts';
import { plainDate } from '../src/kernel/date.ts';
import { documentRenderer } from '../src/platform/documents/render.ts';
import { nordlicht } from '../tests/factories/matrix-snapshot.ts';
import type { BenchResult } from './result.ts';

const ROUNDS = 5;
const on = plainDate('2026-03-03');

const full = accountabilityMatrix(nordlicht, on);
/** The same frame, typefaces and parts with one role and one requirement: what a PDF costs before it has content. */
const [first] = full.groups;
const small: MatrixDocument = {
  ...full,
  columns: full.columns.slice(0, 1),
  roles: full.roles.slice(0, 1),
  groups:
    first === undefined
      ? []
      : [{ ...first, rows: first.rows.slice(0, 1).map((row) => ({ ...row, cells: row.cells.slice(0, 1) })) }],
  openPoints: [],
};

/**
 * Times the PDF of the full matrix (123 requirements, 33 roles), cold with the start of its process and warm. The
 * yardstick is the PDF of the same document with one requirement and one role. Medians of five, in milliseconds.
 */
export async function run(): Promise<readonly BenchResult[]> {
  const cold: number[] = [];
  const coldYardstick: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    cold.push(await coldly(full));
    coldYardstick.push(await coldly(small));
  }
  const renderer = documentRenderer({ children: 1 });
  try {
    const pdf = (document: MatrixDocument) => () => renderer.renderDocument(document, 'pdf', { paper: 'a4' });
    await pdf(full)();
    const warm: number[] = [];
    const warmYardstick: number[] = [];
    for (let round = 0; round < ROUNDS; round++) {
      warm.push(await timed(pdf(full)));
      warmYardstick.push(await timed(pdf(small)));
    }
    return [
      result('PDF of the full matrix, cold', cold, coldYardstick),
      result('PDF of the full matrix, warm', warm, warmYardstick),
    ];
  } finally {
    await renderer.close();
  }
}

async function coldly(document: MatrixDocument): Promise<number> {
  const renderer = documentRenderer({ children: 1 });
  try {
    return await timed(() => renderer.renderDocument(document, 'pdf', { paper: 'a4' }));
  } finally {
    await renderer.close();
  }
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

function result(name: string, values: readonly number[], yardsticks: readonly number[]): BenchResult {
  const value = median(values);
  const yardstick = median(yardsticks);
  return { name, value, yardstick, ratio: value / yardstick, unit: 'ms' };
}
