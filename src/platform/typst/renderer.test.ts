import { afterEach, expect, test } from 'vitest';
import { nordlicht } from '../../../tests/factories/matrix-snapshot.ts';
import { accountabilityMatrix } from '../../capabilities/documents/accountability-matrix.ts';
import { letterMeanings, roleMarkTexts, rowMarkTexts } from '../../capabilities/documents/matrix-document.ts';
import { plainDate } from '../../kernel/date.ts';
import { typstRenderer, type TypstLimits, type TypstRenderer } from './renderer.ts';

const inputs = {
  data: JSON.stringify(accountabilityMatrix(nordlicht, plainDate('2026-03-03'))),
  words: JSON.stringify({
    letters: Object.entries(letterMeanings).map(([letter, words]) => ({ letter, ...words })),
    rowMarks: rowMarkTexts,
    roleMarks: roleMarkTexts,
  }),
  paper: 'a4',
};

let open: TypstRenderer[] = [];
const renderer = (limits: Partial<TypstLimits> = {}): TypstRenderer => {
  const one = typstRenderer(limits);
  open.push(one);
  return one;
};
afterEach(async () => {
  await Promise.all(open.map((one) => one.close()));
  open = [];
});

const matrix = (typst: TypstRenderer): Promise<Uint8Array> => typst.pdf('accountability-matrix', inputs);
const isPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(0, 5)).toString() === '%PDF-';
const runs = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

test('a child killed in the middle of a job fails that job alone, and the next one is made', async () => {
  const typst = renderer({ children: 1 });
  await matrix(typst);
  const interrupted = matrix(typst);
  const [pid] = typst.children();
  expect(pid).toBeDefined();
  if (pid === undefined) return;
  process.kill(pid, 'SIGKILL');
  await expect(interrupted).rejects.toMatchObject({ fault: { code: 'unavailable' } });
  expect(isPdf(await matrix(typst))).toBe(true);
  expect(typst.children()).not.toContain(pid);
});

test('a child killed while idle is replaced without anybody noticing', async () => {
  const typst = renderer({ children: 1 });
  await matrix(typst);
  const [pid] = typst.children();
  if (pid !== undefined) process.kill(pid, 'SIGKILL');
  const next = await Promise.allSettled([matrix(typst), matrix(typst)]);
  expect(next.at(-1)).toMatchObject({ status: 'fulfilled' });
});

test('a job over its time is stopped with its child, and the next waits its turn', async () => {
  const typst = renderer({ children: 1, milliseconds: 1 });
  await expect(matrix(typst)).rejects.toMatchObject({ fault: { code: 'unavailable' } });
  expect(typst.children()).toEqual([]);
});

test('jobs share the children, and a child gives way after its share of jobs', async () => {
  const typst = renderer({ children: 2, jobs: 2 });
  const made = await Promise.all([matrix(typst), matrix(typst), matrix(typst), matrix(typst), matrix(typst)]);
  expect(made.every(isPdf)).toBe(true);
  expect(typst.children().length).toBeLessThanOrEqual(2);
});

test('data that a template cannot use is told apart from a failure, and harms nobody else', async () => {
  const typst = renderer({ children: 1 });
  await expect(typst.pdf('accountability-matrix', { ...inputs, data: '{"not": "it"}' })).rejects.toMatchObject({
    fault: { code: 'unusable-data' },
  });
  expect(isPdf(await matrix(typst))).toBe(true);
});

test('closing ends the children, and later jobs are refused', async () => {
  const typst = renderer();
  await matrix(typst);
  const pids = typst.children();
  const [waiting] = await Promise.allSettled([matrix(typst), typst.close()]);
  expect(waiting).toMatchObject({ status: 'rejected', reason: { fault: { code: 'unavailable' } } });
  for (const pid of pids) expect(runs(pid)).toBe(false);
  await expect(matrix(typst)).rejects.toMatchObject({ fault: { code: 'unavailable' } });
});
