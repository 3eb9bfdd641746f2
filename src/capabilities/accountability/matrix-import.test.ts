import { expect, it } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { countingIds } from '../../../tests/factories/snapshot.ts';
import { parseMatrixDocument } from './matrix-document.ts';
import { planMatrixImport } from './matrix-import.ts';

it('leaves a cell as it is where the file says something that is no letter, and says so', () => {
  const firm = newFirm();
  firm.letters('A.8.8', 'it-operations', 'A');
  firm.letters('A.8.8', 'security-operations', 'R');
  firm.letters('A.8.8', 'service-desk', 'I');
  const lines = [
    'Control;IT Operations Manager;Security Operations;Service Desk',
    'A.8.8 Management of technical vulnerabilities;A;see wiki;',
    'A.8.9 Configuration management;A;R;I',
  ];
  const matrices = parseMatrixDocument({
    file: 'matrix.csv',
    format: 'csv',
    sheets: [
      { name: null, heading: null, rows: lines.map((line, at) => ({ number: at + 1, cells: line.split(';') })) },
    ],
  });
  const { report } = planMatrixImport(matrices, firm.snapshot(), new Map(), countingIds());
  expect(report.rows[0]?.changes).toEqual([{ field: 'Service Desk', from: 'I', to: '' }]);
  expect(report.flagged).toMatchObject([{ row: 2, column: 'Security Operations', text: 'see wiki' }]);
});
