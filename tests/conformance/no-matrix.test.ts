import { describe, expect, it } from 'vitest';
import { inspectDocument } from '../../src/capabilities/accountability/inspection.ts';
import { parseMatrixDocument } from '../../src/capabilities/accountability/matrix-document.ts';
import { csv, markdown, matrices } from './written.ts';

describe('tables of letters that are no responsibility matrix', () => {
  it.each([
    ['access rights', csv('Resource,Admin,User,Guest', 'Orders,R,R,R', 'Invoices,RW,R,-', 'Reports,R,R,R')],
    ['grades', csv('Risk,Category,Rating,Owner', 'Fire,A,C,CISO', 'Flood,C,I,CIO', 'Theft,I,A,CSO')],
    [
      'reasons in a statement of applicability',
      csv('Control,Included,Reason', '5.1,Yes,"R, B"', '5.2,Yes,"R, L"', '5.3,No,R'),
    ],
  ])('%s', (_, document) => {
    expect(matrices(inspectDocument(document))).toEqual([]);
  });

  it('what each role is responsible for, in words', () => {
    const document = markdown(
      '| Role | Responsible | Accountable | Consulted |',
      '|---|---|---|---|',
      '| Architect | Technical design | Architecture decisions | Developers |',
    );
    expect(matrices(inspectDocument(document))).toEqual([]);
  });

  it('says that a template is empty', () => {
    const document = markdown(
      '| Activity | Responsible | Accountable | Informed |',
      '|---|---|---|---|',
      '| Backup | | | |',
    );
    expect(inspectDocument(document).problems).toMatchObject([
      { row: 1, reason: expect.stringContaining('no cell below') },
    ]);
  });

  it('says what a matrix without a header lacks', () => {
    const inspection = inspectDocument(csv('Approve policy,A,R,C', 'Assess risks,A,R,I', 'Backup,I,A,R'));
    expect(inspection).toMatchObject({ kind: 'unknown', tables: [], problems: [{ row: 1 }] });
    expect(inspection.problems?.[0]?.reason).toContain('Add a header row');
  });
});

describe('what the importer gets', () => {
  it('knows row, column, section and the requirement that a label names', () => {
    const [matrix] = parseMatrixDocument(
      csv(
        'Control ID,Activity,CISO,IT',
        'Organisational,,,',
        'A.5.1,Policies,A,R',
        '8.13,Backup,A (if critical),R',
        ',Annex A 8.8 Vulnerabilities,A,R',
      ),
    );
    expect(matrix?.rows.map((row) => [row.number, row.label, row.section, row.reference])).toEqual([
      [3, 'Policies', 'Organisational', { id: 'A.5.1', explicit: true }],
      [4, 'Backup', 'Organisational', { id: '8.13', explicit: true }],
      [5, 'Annex A 8.8 Vulnerabilities', 'Organisational', { id: 'A.8.8', explicit: true }],
    ]);
    expect(matrix?.rows[1]?.entries[0]).toEqual({
      role: 'CISO',
      letters: [],
      conditional: ['A'],
      row: 4,
      column: 2,
      text: 'A (if critical)',
      flag: 'conditional',
    });
  });
});
