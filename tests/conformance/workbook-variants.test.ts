import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { parseMatrixDocument } from '../../src/capabilities/accountability/matrix-document.ts';
import type { SourceDocument } from '../../src/capabilities/intake/sheet.ts';
import { readDocument } from '../../src/platform/files/document.ts';
import { only } from './written.ts';

interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

const workbook = async (rows: (string | number | null)[][], merges: Merge[] = []): Promise<SourceDocument> =>
  readDocument({ name: 'matrix.xlsx', bytes: await writeXlsx({ sheets: [{ name: 'RACI', rows, merges }] }) });

describe('matrices in workbooks', () => {
  it('a merged title, a header of two rows in column B with merged label and merged "Roles", areas merged downwards', async () => {
    const document = await workbook(
      [
        [null, 'Responsibilities of the ISMS'],
        [],
        [null, 'Area', 'Activity', 'Roles'],
        [null, null, null, 'CEO', 'CISO', 'IT'],
        [null, 'Governance', 'Policy', 'A', 'R', 'C'],
        [null, null, 'Review', 'A', 'R', 'I'],
        [null, 'Operations', 'Backup', 'I', 'A', 'R'],
      ],
      [
        { startRow: 0, startCol: 1, endRow: 0, endCol: 5 },
        { startRow: 2, startCol: 1, endRow: 3, endCol: 1 },
        { startRow: 2, startCol: 2, endRow: 3, endCol: 2 },
        { startRow: 2, startCol: 3, endRow: 2, endCol: 5 },
        { startRow: 4, startCol: 1, endRow: 5, endCol: 1 },
      ],
    );
    expect(only(document)).toMatchObject({
      sheet: 'RACI',
      headerRow: 4,
      labelColumn: 'Activity',
      roleColumns: ['CEO', 'CISO', 'IT'],
      matrixRows: 3,
      cells: { A: 3, R: 3, S: 0, C: 1, I: 2 },
    });
  });

  it('departments over role names', async () => {
    const document = await workbook(
      [
        ['Task', 'Management', null, 'IT', null],
        [null, 'CEO', 'CFO', 'CIO', 'Admin'],
        ['Budget', 'A', 'R', 'C', null],
        ['Patching', null, 'I', 'A', 'R'],
      ],
      [
        { startRow: 0, startCol: 1, endRow: 0, endCol: 2 },
        { startRow: 0, startCol: 3, endRow: 0, endCol: 4 },
      ],
    );
    expect(only(document)).toMatchObject({ labelColumn: 'Task', roleColumns: ['CEO', 'CFO', 'CIO', 'Admin'] });
  });

  it('an activity merged over two rows keeps its name in both', async () => {
    const document = await workbook(
      [
        ['Activity', 'Step', 'CISO', 'IT'],
        ['Patching', 'plan', 'A', 'R'],
        [null, 'roll out', 'I', 'A/R'],
        ['Backup', 'run', 'A', 'R'],
      ],
      [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
    );
    expect(only(document)).toMatchObject({ matrixRows: 3, ignoredRows: [] });
  });

  it('numbers of clauses are references: 5.10 as a number keeps the zero that its format shows', async () => {
    const rows = [
      ['Clause', 'Title', 'CEO', 'CISO'],
      [5.1, 'Leadership', 'A', 'R'],
      [5.1, 'Acceptable use', 'A', 'R'],
      ['A.8.8', 'Vulnerabilities', 'I', 'A'],
    ];
    const cells = new Map([['2,0', { value: 5.1, style: { numFmt: '0.00' } }]]);
    const bytes = await writeXlsx({ sheets: [{ name: 'RACI', rows, cells }] });
    const [matrix] = parseMatrixDocument(await readDocument({ name: 'matrix.xlsx', bytes }));
    expect(matrix?.rows.map((row) => [row.label, row.reference?.id, row.reference?.explicit])).toEqual([
      ['Leadership', '5.1', true],
      ['Acceptable use', '5.10', true],
      ['Vulnerabilities', 'A.8.8', true],
    ]);
  });
});
