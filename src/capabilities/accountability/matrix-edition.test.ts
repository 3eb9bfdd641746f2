import { describe, expect, it } from 'vitest';
import { inPresentEdition, isEdition2013 } from './matrix-edition.ts';
import { parseMatrixDocument } from './matrix-document.ts';
import type { ParsedMatrix } from './parsed-matrix.ts';

const matrixOf = (...lines: readonly string[]): readonly ParsedMatrix[] =>
  parseMatrixDocument({
    file: 'matrix.csv',
    format: 'csv',
    sheets: [
      {
        name: null,
        heading: null,
        rows: lines.map((line, index) => ({ number: index + 1, cells: line.split(';') })),
      },
    ],
  });

const old = matrixOf(
  'Control;CISO;IT;HR',
  'A.6.1.2 Segregation of duties;A;R;I',
  'A.9.2.3 Management of privileged access rights;A;R;I',
  'A.18.2.3 Technical compliance review;A;R;I',
  'A.9.2 User access management;A;R;I',
);

describe('a matrix by the numbers of 2013', () => {
  it('is known by a number that no other edition has', () => {
    expect(isEdition2013(old)).toBe(true);
    expect(isEdition2013(matrixOf('Control;CISO;IT', 'A.5.1 Policies;A;R', 'A.8.8 Vulnerabilities;A;R'))).toBe(false);
  });

  it('keeps what is written by the present numbers, for houses mix both', () => {
    const [matrix] = matrixOf(
      'Control;CISO;IT;HR',
      'A.12.6.1 Technical vulnerabilities;A;R;I',
      '9.2.1 General;A;R;I',
      'A.5.15 Access control;A;R;I',
      'A.8.13 Information backup;A;R;I',
    ).map(inPresentEdition);
    expect(matrix?.matrix.rows.map(({ reference }) => reference?.id)).toEqual(['A.8.8', '9.2.1', 'A.5.15', 'A.8.13']);
    expect(matrix?.notes.map(({ row }) => row)).toEqual([2]);
  });

  it('is read by what took each number over, and says so', () => {
    const [matrix] = old.map(inPresentEdition);
    expect(matrix?.matrix.rows.map(({ reference }) => reference?.id ?? null)).toEqual(['A.5.3', 'A.8.2', null, null]);
    expect(matrix?.notes.map(({ row, reason }) => [row, reason])).toEqual([
      [2, 'A.6.1.2 of the edition of 2013 is A.5.3 now.'],
      [3, 'A.9.2.3 of the edition of 2013 is A.8.2 now.'],
      [4, 'A.18.2.3 of the edition of 2013 became A.5.36 and A.8.8: choose one.'],
      [5, 'A.9.2 is no requirement of the edition of 2013, by whose numbers this file goes.'],
    ]);
  });
});
