import { expect, it } from 'vitest';
import { newFirm } from '../../../tests/factories/firm.ts';
import { countingIds } from '../../../tests/factories/snapshot.ts';
import { parseMatrixDocument } from './matrix-document.ts';
import { planMatrixImport } from './matrix-import.ts';

it('takes a column headed by the name of one person for letters of that person', () => {
  const firm = newFirm();
  const odile = firm.hire('Odile Garnier');
  const lines = [
    'Mesure;RSSI;DSI;Mme Odile Garnier',
    'A.5.1 Politiques;A;I;R',
    'A.8.8 Vulnérabilités;A;C;R',
    'A.8.13 Sauvegarde;A;R;I',
  ];
  const matrices = parseMatrixDocument({
    file: 'matrice.csv',
    format: 'csv',
    sheets: [
      { name: null, heading: null, rows: lines.map((line, at) => ({ number: at + 1, cells: line.split(';') })) },
    ],
  });
  const { report, items } = planMatrixImport(matrices, firm.snapshot(), new Map(), countingIds());
  expect(report.roles).toContainEqual({ foreign: 'Mme Odile Garnier', target: odile.id, how: 'name' });
  expect(items.filter(({ register }) => register === 'role')).toEqual([]);
  expect(items).toContainEqual(
    expect.objectContaining({ fields: expect.objectContaining({ personId: odile.id }) as object }),
  );
});

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
