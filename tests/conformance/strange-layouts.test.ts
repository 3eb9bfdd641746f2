import { writeXlsx } from 'hucre/xlsx';
import { describe, expect, it } from 'vitest';
import { inspectDocument, type InspectedMatrix } from '../../src/capabilities/accountability/inspection.ts';
import { readDocument } from '../../src/platform/files/document.ts';
import { csv, markdown, matrices, only } from './written.ts';

interface Merge {
  readonly startRow: number;
  readonly startCol: number;
  readonly endRow: number;
  readonly endCol: number;
}

const workbook = async (rows: (string | null)[][], merges: Merge[] = []): Promise<InspectedMatrix> =>
  only(await readDocument({ name: 'raci.xlsx', bytes: await writeXlsx({ sheets: [{ name: 'RACI', rows, merges }] }) }));

describe('what stands in cells beside the letters', () => {
  it('N for nobody in every other cell makes no row a header', () => {
    const matrix = only(
      csv(
        'Task,Ada,Ben,Cleo,Dana,Eli',
        'Design,A,N,N,N,R',
        'Roadmap,N,N,A,R,N',
        'Sales,N,A/R,N,N,N',
        'Support,N,N,N,A,R',
        'Website,N,N,C,N,N',
      ),
    );
    expect(matrix).toMatchObject({ matrixRows: 5, cells: { A: 4, R: 4, S: 0, C: 1, I: 0 }, flaggedCells: [] });
  });

  it('a middle dot between two letters', () => {
    expect(
      only(markdown('| Task | PO | BA |', '|---|---|---|', '| Scope | A | R·C |', '| UC | I | **R·A** |')).cells,
    ).toEqual({ A: 2, R: 2, S: 0, C: 1, I: 1 });
  });

  it('a word that is no duty among words that are', () => {
    const matrix = only(
      markdown(
        '# RACI',
        '| Task | CEO | CISO | CIO | HR |',
        '|---|---|---|---|---|',
        '| Policy | Accountable | Responsible | Responsible | Informed |',
        '| Backup | Informed | Accountable | Responsible | Somehow |',
        '| Access | Informed | Informed | Accountable | Responsible |',
      ),
    );
    expect(matrix).toMatchObject({ matrixRows: 3, cells: { A: 3, R: 4, S: 0, C: 0, I: 4 } });
  });

  it('a role that is called POs', () => {
    expect(only(csv('Task,CTO,POs,QA', 'Vision,A,C,I', 'Tests,I,C,R')).roleColumns).toEqual(['CTO', 'POs', 'QA']);
  });
});

describe('headers and sections in merged cells', () => {
  const across = (row: number, from: number, to: number): Merge => ({
    startRow: row,
    startCol: from,
    endRow: row,
    endCol: to,
  });

  it('a section merged over all columns, and a legend beside it', async () => {
    const matrix = await workbook(
      [
        ['', 'CEO', 'CISO', 'IT', null, null, null],
        ['Governance', null, null, null, null, 'R', 'Responsible'],
        ['Policy', 'A', 'R', 'C', null, 'A', 'Accountable'],
        ['Review', 'A', 'R', 'I', null, 'C', 'Consulted'],
        ['Operations', null, null, null, null, 'I', 'Informed'],
        ['Backup', 'I', 'A', 'R', null, null, null],
      ],
      [across(1, 0, 3), across(4, 0, 3)],
    );
    expect(matrix).toMatchObject({
      headerRow: 1,
      roleColumns: ['CEO', 'CISO', 'IT'],
      matrixRows: 3,
      cells: { A: 3, R: 3, S: 0, C: 1, I: 2 },
    });
  });

  it('names over one merged "Project team"', async () => {
    const matrix = await workbook(
      [
        ['Roles', 'Ada (CEO)', 'Ben (Lead)', 'Cleo (QA)', 'Dana (Ops)'],
        ['Task', 'Project team', null, null, null],
        ['Kick-off', 'A', 'R', 'C', 'I'],
        ['Release', 'I', 'A', 'C', 'R'],
      ],
      [across(1, 1, 4)],
    );
    expect(matrix.roleColumns).toEqual(['Ada (CEO)', 'Ben (Lead)', 'Cleo (QA)', 'Dana (Ops)']);
  });

  it('each person over a column for each letter', async () => {
    const matrix = await workbook(
      [
        ['Task', 'Ada', null, null, null, 'Ben', null, null, null],
        ['Server', 'R', 'A', null, null, null, null, 'C', 'I'],
        ['Client', null, null, 'C', 'I', 'R', 'A', null, null],
        ['Report', null, null, null, 'I', 'R', 'A', null, null],
      ],
      [across(0, 1, 4), across(0, 5, 8)],
    );
    expect(matrix).toMatchObject({ matrixRows: 3, cells: { A: 3, R: 3, S: 0, C: 2, I: 3 } });
    expect(new Set(matrix.roleColumns)).toEqual(new Set(['Ada', 'Ben']));
  });
});

describe('roles named in cells', () => {
  it('blank rows below the header and between sections, a row that repeats the letters', () => {
    const matrix = only(
      csv(
        'No;Tâche;Responsable;Approbateur;Consulté;Informé;Statut',
        ';;;;;;',
        '1;Serveur;R;A;C;I;',
        '1.1;Base;Ada;Ben;Tous;Tous;fait',
        '1.2;API;Ben;Ada;Tous;Tous;fait',
        ';;;;;;',
        '2;Client;;;;;',
        '2.1;Écran;Ada, Cleo;Ben;Tous;Tous;',
        ';;;;;;',
        ';Nom;Prénom;Date;;;',
        ';Durand;Zoé;2026;;;',
      ),
    );
    expect(matrix).toMatchObject({
      matrixRows: 3,
      assignments: { responsible: 4, accountable: 3, consulted: 3, informed: 3 },
    });
    expect(matrix.ignoredRows.map((row) => [row.text, row.reason])).toEqual([
      ['Serveur', 'legend'],
      ['Client', 'section'],
    ]);
  });

  it('columns that ask whether each duty is assigned', () => {
    const matrix = only(
      csv(
        'ID,Activity,Responsible Role,Accountable Role,Consulted Roles,Informed Roles,Responsible Assigned,Accountable Assigned',
        '1,Access review,IAM,CISO,"IT, DPO",All staff,Yes,Yes',
        '2,Backup,IT,CIO,,CISO,Yes,No',
      ),
    );
    expect(matrix.assignments).toEqual({ responsible: 2, accountable: 2, consulted: 2, informed: 2 });
  });

  it('ratings under single letters are none', () => {
    const document = csv('Risk,Owner,C,I,A,R,Score', 'Fire,CISO,1,2,3,6,12', 'Flood,CIO,2,2,1,5,10');
    expect(matrices(inspectDocument(document))).toEqual([]);
  });
});

describe('roles down and activities across without a heading that says so', () => {
  it.each([
    ['English', ['Step,Publish,Export,Share content', 'Product Owner,A,I,C', 'Scrum Master,R,A,A', 'Ops team,C,R,R']],
    ['Czech', [',Doručení,Správa změn,Provoz', 'Tým strategie,A,I,C', 'Tým provozu,R,A,A', 'Centrální IT,C,R,R']],
  ])('%s', (_, lines) => {
    expect(only(csv(...lines))).toMatchObject({
      orientation: 'activities as columns',
      matrixRows: 3,
      rowsWithSeveralAccountable: [],
    });
  });

  it('stays as it is when rows are work on teams', () => {
    const matrix = only(
      csv('Task,CEO,HR,CISO', 'Train the team,A,R,C', 'Appoint a manager,A,R,I', 'Set up backup,I,I,A'),
    );
    expect(matrix.orientation).toBeUndefined();
  });
});

describe('a list with a row for each assignment', () => {
  it('with the letter in a column of its own', () => {
    const matrix = only(
      csv(
        'Control;Role;RACI',
        'A.5.1 Policies;CEO;A',
        'A.5.1 Policies;CISO;R',
        'A.8.13 Backup;CISO;A',
        ';IT;R/C',
        ';HR;I',
      ),
    );
    expect(matrix).toMatchObject({
      orientation: 'one assignment a row',
      labelColumn: 'Control',
      roleColumns: ['CEO', 'CISO', 'IT', 'HR'],
      matrixRows: 2,
      cells: { A: 2, R: 2, S: 0, C: 1, I: 1 },
    });
  });

  it('with a column to tick for each duty', () => {
    const matrix = only(
      markdown(
        '| Aufgabe | Rolle | Verantwortlich | Rechenschaftspflichtig | Informiert |',
        '|---|---|---|---|---|',
        '| Leitlinie | GF | | x | |',
        '| Leitlinie | ISB | ✓ | | |',
        '| Backup | ISB | | x | x |',
        '| Backup | IT | x | | |',
      ),
    );
    expect(matrix).toMatchObject({ matrixRows: 2, cells: { A: 2, R: 2, S: 0, C: 0, I: 1 } });
  });
});

describe('words of other languages', () => {
  it.each([
    ['Russian, one answers and one does', 'Процесс;Исполнитель;Ответственный;Консультант;Информируемый'],
    ['Polish', 'Zadanie;Odpowiedzialny;Zatwierdzający;Konsultowany;Informowany'],
    ['Portuguese', 'Atividade;Responsável;Aprovador;Consultado;Informado'],
    ['German, what is to be done', 'Maßnahme;Verantwortlich;Rechenschaftspflichtig;Zu konsultieren;Zu informieren'],
    ['German, one answers and one does', 'Maßnahme;Durchführung;Verantwortlich;Beratend;Information an'],
    [
      'English, the duty in brackets',
      'Control;Implementer (Responsible);Owner (Accountable);Advice (Consulted);Others (Informed)',
    ],
  ])('%s', (_, header) => {
    const matrix = only(csv(header, '1;Ada;Ben;Cleo;Dana', '2;Eva;Ben;;"Cleo, Dana"'));
    expect(matrix.assignments).toMatchObject({ responsible: 2, accountable: 2, consulted: 1 });
    expect(matrix.roleColumns).toContain('Ben');
  });

  it('conjunctions that are letters themselves', () => {
    const matrix = only(
      csv('Zadanie;Zarząd;IOD;IT', 'Polityka;A;R;C', 'Kopie;I;A i R;R oraz C', 'Audit;A a R;C e I;R'),
    );
    expect(matrix).toMatchObject({ cells: { A: 3, R: 5, S: 0, C: 3, I: 2 }, flaggedCells: [] });
  });

  it('"wird informiert" is a duty, "responsible_id" is none', () => {
    const matrix = only(
      markdown(
        '## Verantwortlichkeiten',
        '| Aufgabe | GF | ISB | IT |',
        '|---|---|---|---|',
        '| Leitlinie | rechenschaftspflichtig | verantwortlich | wird informiert |',
        '| Backup | wird informiert | rechenschaftspflichtig | zuständig |',
      ),
    );
    expect(matrix.cells).toEqual({ A: 2, R: 2, S: 0, C: 0, I: 2 });
    const fields = csv('No,Field,Name,Key', '1,Responsible,responsible_id,no', '2,Informed,informed_id,no');
    expect(matrices(inspectDocument(fields))).toEqual([]);
  });
});

describe('other letters than RASCI', () => {
  it('DACI by its name: the driver does the work', () => {
    const matrix = only(csv('DACI,,,', 'Decision,PM,CTO,Legal', 'Vendor,D,A,C', 'Price,D,A,I'));
    expect(matrix.cells).toEqual({ A: 2, R: 2, S: 0, C: 1, I: 1 });
  });

  it('a legend whose brackets say what a word of two meanings means', () => {
    const matrix = only(
      csv(
        'RACI;;;',
        'Thema;GL;ISB;IT',
        'Leitlinie;V;D;I',
        'Backup;I;V;D',
        'V = Verantwortlich (accountable), D = Durchführend, I = Informiert;;;',
      ),
    );
    expect(matrix.cells).toEqual({ A: 2, R: 2, S: 0, C: 0, I: 2 });
  });
});

it('a matrix in HTML tags with a section over all columns', () => {
  const matrix = only(
    markdown(
      '<table><tr><th>Activity</th><th>CEO</th><th>CISO</th></tr>',
      '<tr><td colspan="3">Governance</td></tr>',
      '<tr><td>Policy</td><td align="center"><b>A</b></td><td>R</td></tr>',
      '<tr><td>Review</td><td>I</td><td>A/R</td></tr></table>',
    ),
  );
  expect(matrix).toMatchObject({ headerRow: 1, matrixRows: 2, cells: { A: 2, R: 2, S: 0, C: 0, I: 1 } });
  expect(matrix.ignoredRows).toEqual([{ row: 2, text: 'Governance', reason: 'section' }]);
});

it('a header that stands again on each page, and letters as signs', () => {
  const matrix = only(
    csv('Task,CEO,CISO,IT', 'Policy,🅰️,®,©', 'Review,A,R,ℹ️', 'Task,CEO,CISO,IT', 'Backup,Ⓘ,A,R', 'Restore,I,A,R'),
  );
  expect(matrix).toMatchObject({ matrixRows: 4, cells: { A: 4, R: 4, S: 0, C: 1, I: 3 }, flaggedCells: [] });
  expect(matrix.ignoredRows).toEqual([{ row: 4, text: 'Task', reason: 'repeated header' }]);
});
