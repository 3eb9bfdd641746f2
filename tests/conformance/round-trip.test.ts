import { array, assert, constantFrom, integer, property, record, shuffledSubarray, uniqueArray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { letters, type Letter } from '../../src/domain/requirement.ts';
import { csv, markdown, only } from './written.ts';

const roles = ['CEO', 'CISO', 'IT-Leitung', 'HR', 'Legal/Compliance', 'DPO', 'Fachbereich', 'SOC', 'Auditor interno'];
const activities = [
  'Politik',
  'Risikoanalyse',
  'Backup',
  'Audit interne',
  'Gestión de accesos',
  'Lieferanten',
  'Schulung',
];

/** A matrix where every role has a letter somewhere, the first activity has R and A, and every activity has a letter. */
const matrices = record({
  roles: uniqueArray(constantFrom(...roles), { minLength: 2, maxLength: 6 }),
  activities: uniqueArray(constantFrom(...activities), { minLength: 2, maxLength: 7 }),
  cells: array(array(shuffledSubarray([...letters], { maxLength: 2 }), { minLength: 6, maxLength: 6 }), {
    minLength: 7,
    maxLength: 7,
  }),
  separator: constantFrom('/', ', ', ' & ', '+', ''),
  none: constantFrom('', '-', '—', 'n/a'),
  dress: constantFrom<(letters: string) => string>(
    (text) => text,
    (text) => `**${text}**`,
    (text) => ` ${text} `,
    (text) => text.toLowerCase(),
  ),
  delimiter: constantFrom(';', '\t'),
  titles: integer({ min: 0, max: 2 }),
}).map((matrix) => {
  const cells = matrix.activities.map((_, row) =>
    matrix.roles.map((__, column): readonly Letter[] => {
      if (row === 0) return column === 0 ? ['A'] : ['R'];
      return column === 0 ? ['I'] : (matrix.cells[row]?.[column] ?? []);
    }),
  );
  return { ...matrix, cells };
});

describe('any matrix', () => {
  it('is read back letter by letter, as CSV and as Markdown, however it is dressed', () => {
    assert(
      property(matrices, ({ roles, activities, cells, separator, none, dress, delimiter, titles }) => {
        const join = (found: readonly Letter[]): string =>
          // Lower-case letters that touch are words ("as", "air").
          found.length === 0 ? none : dress(found.join(separator === '' && dress('A') === 'a' ? '/' : separator));
        const rows = activities.map((activity, at) => [activity, ...(cells[at] ?? []).map(join)]);
        const header = ['Aktivität', ...roles];
        const expected: Record<string, number> = { A: 0, R: 0, S: 0, C: 0, I: 0 };
        for (const letter of cells.flat(2)) expected[letter] = (expected[letter] ?? 0) + 1;
        const without = activities.filter((_, at) => !(cells[at] ?? []).some((cell) => cell.includes('A')));

        const delimited = csv(
          ...Array.from({ length: titles }, (_, at) => `Title ${at + 1}`),
          ...[header, ...rows].map((row) => row.join(delimiter)),
        );
        const table = markdown(...[header, header.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`));
        for (const document of [delimited, table]) {
          const matrix = only(document);
          expect(matrix.roleColumns).toEqual(roles);
          expect(matrix.matrixRows).toBe(activities.length);
          expect(matrix.cells).toEqual(expected);
          expect(matrix.rowsWithoutAccountable).toEqual(without);
        }
      }),
      { numRuns: 300 },
    );
  });
});
