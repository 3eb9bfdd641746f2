import { strFromU8, unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { accountability, nordlicht, person } from '../../../tests/factories/matrix-snapshot.ts';
import { accountabilityMatrix } from '../../capabilities/documents/accountability-matrix.ts';
import { plainDate } from '../../kernel/date.ts';
import { matrixDocx } from './matrix-docx.ts';

const on = plainDate('2026-03-03');
const document = accountabilityMatrix(nordlicht, on, { classification: 'Confidential', version: 'Version 2' });

const partOf = (bytes: Uint8Array, name: string): string => strFromU8(unzipSync(bytes)[name] ?? new Uint8Array());

test('the document lies across, repeats its headings, and says what it is and where in the trail', () => {
  const bytes = matrixDocx(document, 'a4');
  const body = partOf(bytes, 'word/document.xml');
  expect(body).toContain('<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>');
  const tables = body.match(/<w:tbl>/g)?.length ?? 0;
  expect(body.match(/<w:tblHeader\/>/g)).toHaveLength(tables);
  expect(body).toContain('<w:textDirection w:val="btLr"/>');
  for (const text of ['Accountable', 'does the work', 'Confidential', 'Version 2', nordlicht.trail.hash])
    expect(body).toContain(text);
  expect(partOf(bytes, 'word/header.xml')).toContain('Version 2 · Confidential');
  const footer = partOf(bytes, 'word/footer.xml');
  expect(footer).toContain(`Facts of 2026-03-03 · Trail 482 · ${nordlicht.trail.hash}`);
  expect(footer).toContain('NUMPAGES');
});

test('every table is as wide as its columns, and stays on the page', () => {
  for (const [paper, room] of [
    ['a4', 14_838],
    ['letter', 13_840],
  ] as const) {
    const body = partOf(matrixDocx(document, paper), 'word/document.xml');
    for (const [table] of body.matchAll(/<w:tbl>.*?<\/w:tbl>/gs)) {
      const widths = [...table.matchAll(/<w:gridCol w:w="(\d+)"\/>/g)].map(([, width]) => Number(width));
      const total = widths.reduce((sum, width) => sum + width, 0);
      expect(total).toBeLessThanOrEqual(room);
      expect(Number(/<w:tblW w:w="(\d+)"/.exec(table)?.[1])).toBe(total);
      expect(widths.length).toBeLessThanOrEqual(63);
    }
  }
});

test('more columns than a page holds stand in parts, each with every requirement', () => {
  const people = Array.from({ length: 40 }, (_, at) => person(200 + at, `Person ${at}`));
  const cells = people.map((one, at) => accountability(8000 + at, '4.1', { person: one }, ['I']));
  const wide = accountabilityMatrix(
    { ...nordlicht, person: [...nordlicht.person, ...people], accountability: [...nordlicht.accountability, ...cells] },
    on,
  );
  const body = partOf(matrixDocx(wide, 'a4'), 'word/document.xml');
  const parts = body.match(/The matrix, part \d of \d/g) ?? [];
  expect(parts.length).toBeGreaterThan(2);
  expect(body.match(/<w:t xml:space="preserve">A\.8\.34<\/w:t>/g)).toHaveLength(parts.length);
});

test('an organization without roles gets a document with 123 empty rows', () => {
  const empty = accountabilityMatrix({ ...nordlicht, accountability: [], role: [], appointment: [] }, on);
  const body = partOf(matrixDocx(empty, 'letter'), 'word/document.xml');
  expect(body).toContain('A.8.34');
  expect(body).toContain('Nordlicht Präzisionstechnik GmbH');
});

test('the same document gives the same bytes', () => {
  expect(matrixDocx(document, 'a4')).toEqual(matrixDocx(document, 'a4'));
});
