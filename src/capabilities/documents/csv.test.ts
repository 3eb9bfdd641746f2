import { parse } from 'csv-parse/sync';
import { array, assert, property, string } from 'fast-check';
import { expect, test } from 'vitest';
import { nordlicht } from '../../../tests/factories/matrix-snapshot.ts';
import { plainDate } from '../../kernel/date.ts';
import { accountabilityMatrix } from './accountability-matrix.ts';
import { csvText, guarded } from './csv.ts';
import { matrixCsv } from './matrix-csv.ts';

test('a name that a spreadsheet would calculate is guarded, and any other stays as it is', () => {
  for (const start of ['=', '+', '-', '@', '\t', '\r'])
    expect(guarded(`${start}HYPERLINK("x")`)).toBe(`'${start}HYPERLINK("x")`);
  expect(guarded('A-Team')).toBe('A-Team');
  expect(guarded('')).toBe('');
});

test('commas, quotes and line breaks are quoted after RFC 4180, and the file begins with the byte order mark', () => {
  expect(csvText([['a,b', 'say "so"', 'two\nlines'], ['=1+1']])).toBe(
    '\uFEFF"a,b","say ""so""","two\nlines"\r\n\'=1+1\r\n',
  );
});

test('whatever the texts, a reader gets them back and none begins a formula', () => {
  assert(
    property(array(array(string(), { minLength: 2, maxLength: 2 }), { minLength: 1 }), (rows) => {
      const read: string[][] = parse(csvText(rows), { bom: true, record_delimiter: '\r\n' });
      expect(read).toEqual(rows.map((row) => row.map(guarded)));
      for (const cell of read.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r]/);
    }),
  );
});

test('the matrix has a row for each requirement, with date and place in the trail', () => {
  const document = accountabilityMatrix(nordlicht, plainDate('2026-03-03'));
  const [header, ...rows]: string[][] = parse(matrixCsv(document), { bom: true });
  expect(rows).toHaveLength(123);
  expect(header?.slice(0, 4)).toEqual(['Number', 'Requirement', 'Applicable', 'Chief Executive Officer']);
  expect(rows[0]?.slice(0, 2)).toEqual(['4.1', 'Understanding the organization and its context']);
  expect(rows[0]?.slice(-3)).toEqual(['2026-03-03', '482', nordlicht.trail.hash]);
});
