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
    ['the duties of one role', csv('Process,RACI role', 'Publish,R', 'Review,A', 'Archive,C', 'Report,I')],
    ['amber and red', csv('Project,Scope,Time,Cost', 'Alpha,R,A,R', 'Beta,A,A,R', 'Gamma,R,R,A')],
    ['shifts', csv('Employee,Mon,Tue,Wed', 'Ada,A,R,S', 'Ben,S,A,R', 'Cleo,R,S,A')],
    ['grades', csv('Student,Math,Art,Sports', 'Ada,A,C,B', 'Ben,B,A,A', 'Cleo,C,C,A')],
    ['sizes', csv('Article,Small,Medium,Large', 'Shirt,S,M,L', 'Trousers,S,M,L')],
    ['priorities', csv('Requirement,Sales,Support,IT', 'Login,M,S,C', 'Export,S,S,M', 'Theme,C,C,W')],
    ['create, read, update', csv('Entity,Order,Ship,Bill', 'Customer,C,R,R', 'Order,RU,R,CRUD', 'Item,R,U,C')],
    ['active and inactive', csv('ID,Name,Team,Status', '1,Ada,IT,A', '2,Ben,HR,I', '3,Cleo,IT,A')],
    ['key of an exam', csv('Question,Ada,Ben,Key', '1,A,C,A', '2,C,C,C', '3,A,A,A')],
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

  it.each([
    ['a header over nothing', csv('Activity,CISO,CIO,HR', 'Policy,,,', 'Backup,,,'), 'no cell below'],
    [
      'a legend alone',
      csv('R,Responsible', 'A,Accountable', 'C,Consulted', 'I,Informed'),
      'explanation of the letters',
    ],
  ])('says of %s what is missing', (_, document, reason) => {
    expect(inspectDocument(document)).toMatchObject({
      kind: 'unknown',
      problems: [{ row: 1, reason: expect.stringContaining(reason) }],
    });
  });

  it('asks for no header over access rights', () => {
    expect(inspectDocument(csv('Orders,R,R,R', 'Invoices,R,R,R', 'Reports,R,R,R')).problems).toBeUndefined();
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
