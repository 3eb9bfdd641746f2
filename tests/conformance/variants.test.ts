import { describe, expect, it } from 'vitest';
import { inspectDocument } from '../../src/capabilities/accountability/inspection.ts';
import { csv, markdown, matrices, only } from './written.ts';

describe('matrices as they lie around in companies', () => {
  it('German, DEBI by name, running numbers before the task', () => {
    const matrix = only(
      markdown(
        '# Verantwortungsmatrix (DEBI)',
        '| Nr. | Aufgabe | GF | ISB | IT-Leitung |',
        '|---|---|:-:|:-:|:-:|',
        '| 1 | Leitlinie freigeben | E | D | B |',
        '| 2 | Risiken bewerten | I | E/D | B |',
      ),
    );
    expect(matrix).toMatchObject({ labelColumn: 'Aufgabe', roleColumns: ['GF', 'ISB', 'IT-Leitung'] });
    expect(matrix.cells).toEqual({ A: 2, R: 2, S: 0, C: 2, I: 1 });
  });

  it('German, letters by a legend in the running text, without outer bars', () => {
    const matrix = only(
      markdown(
        '## Zuständigkeiten',
        '',
        'V = Verantwortlich (Durchführung), E = Entscheidung, M = Mitwirkung, K = Kenntnis',
        '',
        'Prozess | Leitung | ISB | Betrieb',
        '--- | --- | ---| ---',
        'Backup (A.8.13) | E | V | M',
        'Schulung (A.6.3) | K | E, V | M',
      ),
    );
    expect(matrix.heading).toBe('Zuständigkeiten');
    expect(matrix.cells).toEqual({ A: 2, R: 2, S: 2, C: 0, I: 1 });
  });

  it('French, two tables under one another in one sheet, each with a title, semicolons', () => {
    const found = matrices(
      inspectDocument(
        csv(
          'Matrice RACI SMSI;;;;',
          ';;;;',
          'Réf;Activité;Direction;RSSI;DSI',
          '5.2;Politique de sécurité;A;R;C',
          '9.2;Audit interne;A;R (pilotage);I',
          ';;;;',
          'Matrice RACI incidents;;;;',
          'Étape;RSSI;SOC;Métiers;DPO',
          'Détection;A;R;I;-',
          'Notification;A (si > 72 h);C;I;R',
        ),
      ),
    );
    expect(found.map((matrix) => matrix.headerRow)).toEqual([3, 8]);
    expect(found[0]?.flaggedCells).toEqual([
      { row: 'Audit interne', column: 'RSSI', text: 'R (pilotage)', reason: 'qualified' },
    ]);
    expect(found[1]).toMatchObject({ labelColumn: 'Étape', rowsWithoutAccountable: ['Notification'] });
    expect(found[1]?.flaggedCells).toMatchObject([{ row: 'Notification', reason: 'conditional' }]);
  });

  it('two tables with nothing between them', () => {
    const found = matrices(
      inspectDocument(
        csv(
          'Activity,CISO,IT,HR',
          'Policy,A,R,C',
          'Backup,I,AR,-',
          'Process,DPO,Legal,CEO',
          'DPIA,R,C,A',
          'Breach,R,C,A',
        ),
      ),
    );
    expect(found.map((matrix) => [matrix.labelColumn, matrix.matrixRows, matrix.cells.A])).toEqual([
      ['Activity', 2, 2],
      ['Process', 2, 2],
    ]);
  });

  it('Spanish, roles named in cells', () => {
    const matrix = only(
      csv(
        'Control,Responsable,Aprobador,Consultado,Informado',
        'A.5.1 Políticas,Responsable SGSI,Alta Dirección,"Legal, RRHH",Todos',
        'A.8.13 Copias,Admin. TI,CISO,,"Procesos; RRHH"',
      ),
    );
    expect(matrix).toMatchObject({
      orientation: 'roles named in cells',
      labelColumn: 'Control',
      assignments: { responsible: 2, accountable: 2, consulted: 2, informed: 3 },
    });
  });

  it('single letters over role names', () => {
    const matrix = only(
      markdown(
        '| Activity | R | A | C | I |',
        '|---|---|---|---|---|',
        '| Policy | ISMS Manager | CEO | CISO; Legal | All staff |',
        '| Backup | IT Ops | CISO (if critical) | — | Users |',
      ),
    );
    expect(matrix.assignments).toEqual({ responsible: 2, accountable: 1, consulted: 2, informed: 2 });
    expect(matrix.rowsWithoutAccountable).toEqual(['Backup']);
  });

  it('Dutch, header of two rows, description between, lower case, a row of totals', () => {
    const matrix = only(
      csv(
        ';;Rollen;;;',
        'Activiteit;Toelichting;CISO;Directie;IT-beheer;HR',
        'Beleid vaststellen;jaarlijks;r;a;c;i',
        'Back-up;dagelijks, wekelijks;a;i;r;',
        'Totaal;;2;2;2;1',
      ),
    );
    expect(matrix).toMatchObject({
      headerRow: 2,
      labelColumn: 'Activiteit',
      roleColumns: ['CISO', 'Directie', 'IT-beheer', 'HR'],
    });
    expect(matrix.ignoredRows).toEqual([{ row: 5, text: 'Totaal', reason: 'not letters' }]);
  });

  it('Russian, Cyrillic letters that look or sound like RACI, С beside К as support', () => {
    const matrix = only(
      csv(
        'Процесс;Директор;Руководитель ИБ;Администратор;HR',
        'Политика ИБ;А;Р;К;И',
        'Резервное копирование;И;А;Р;—',
        'Обучение;И;А/Р;С;Р',
      ),
    );
    expect(matrix.cells).toEqual({ A: 3, R: 4, S: 1, C: 1, I: 3 });
  });

  it('Czech, section rows in bold, a doubtful A, a check mark beside a letter', () => {
    const matrix = only(
      markdown(
        '### Matice odpovědnosti',
        '| Činnost | Vedení | Manažer KB | Správce IT |',
        '|---|---|---|---|',
        '| **Řízení** | | | |',
        '| Schválení politiky | A | R | C |',
        '| Zálohování | I | A? | R |',
        '| **Provoz** | | | |',
        '| Záplaty | I | A | ✅ R |',
      ),
    );
    expect(matrix.cells).toEqual({ A: 2, R: 3, S: 0, C: 1, I: 2 });
    expect(matrix.rowsWithoutAccountable).toEqual(['Zálohování']);
    expect(matrix.ignoredRows.map((row) => [row.text, row.reason])).toEqual([
      ['Řízení', 'section'],
      ['Provoz', 'section'],
    ]);
  });

  it('English, duties written out in the cells, teams called Support and Consultant in the header', () => {
    const matrix = only(
      csv(
        'Task,CEO,Support,Consultant',
        'Policy,Accountable,Responsible,Consulted',
        'Backup,Informed,Accountable,"Responsible, Support"',
      ),
    );
    expect(matrix.roleColumns).toEqual(['CEO', 'Support', 'Consultant']);
    expect(matrix.cells).toEqual({ A: 2, R: 2, S: 1, C: 1, I: 1 });
  });

  it('Italian, with a condition, and Portuguese, with the legend in a quotation', () => {
    const italian = only(
      csv('Attività;Direzione;RSPP;IT', 'Politica;A;R;C', 'Backup;A;I;R (esterno)', 'Formazione;A (se necessario);R;I'),
    );
    expect(italian.rowsWithoutAccountable).toEqual(['Formazione']);
    const portuguese = only(
      markdown(
        '### Matriz RACI',
        '| Decisão | Plataforma | Arquiteto |',
        '|---|---|---|',
        '| Publicar imagem | **R** | C |',
        '| Aprovar exceção | I | A |',
        '',
        '> R = Responsável, A = Aprovador, C = Consultado, I = Informado',
      ),
    );
    expect(portuguese.cells).toEqual({ A: 1, R: 1, S: 0, C: 1, I: 1 });
  });

  it('French, the task in the second column under domains in the first, a row without its last bars', () => {
    const matrix = only(
      markdown(
        '### Matrice RACI',
        '| Domaine | Tâche | MOE | MOA | Référents',
        '| :---: | :---: | :---: | :---: | :---: |',
        '| Intégration | | | |',
        '| | Charte | R | A | |',
        '| | Maîtrise | R,A || C,I |',
      ),
    );
    expect(matrix).toMatchObject({ labelColumn: 'Tâche', roleColumns: ['MOE', 'MOA', 'Référents'], matrixRows: 2 });
    expect(matrix.ignoredRows).toEqual([{ row: 4, text: 'Intégration', reason: 'section' }]);
  });

  it('a form around the matrix: document data above, statuses beside, a legend in the label column below', () => {
    const matrix = only(
      csv(
        'Responsibility Assignment Matrix,,,,',
        'Org:,ACME,Date:,2026-01-01,',
        ',,Roles,,',
        '#,Task,CEO,CISO,Status',
        '1,Policy,A,R,Done',
        '1.1,Review policy,A,R,Open',
        ',"Legend: R=Responsible, A=Accountable, C=Consulted, I=Informed",,,',
      ),
    );
    expect(matrix).toMatchObject({ headerRow: 4, labelColumn: 'Task', roleColumns: ['CEO', 'CISO'], matrixRows: 2 });
    expect(matrix.ignoredRows.map((row) => row.reason)).toEqual(['legend']);
  });

  it('several roles in one cell, with notes in brackets', () => {
    const matrix = only(
      markdown(
        '| Activity | Responsible | Accountable | Consulted |',
        '|---|---|---|---|',
        '| Onboarding | Contributor + engineers | Reviewer/Steward | Council (if sensitive), Legal (rights, media) |',
      ),
    );
    expect(matrix.roleColumns).toEqual([
      'Contributor',
      'engineers',
      'Reviewer/Steward',
      'Council',
      'Legal (rights, media)',
    ]);
    expect(matrix.flaggedCells).toEqual([
      { row: 'Onboarding', column: 'Consulted', text: 'Council (if sensitive)', reason: 'qualified' },
    ]);
  });

  it('roles down, activities across', () => {
    const matrix = only(csv('Role,Approve policy,Assess risk,Backup', 'CEO,A,I,I', 'CISO,R,A,A', 'IT Ops,C,R,R'));
    expect(matrix).toMatchObject({
      orientation: 'activities as columns',
      roleColumns: ['CEO', 'CISO', 'IT Ops'],
      matrixRows: 3,
    });
    expect(matrix.rowsWithSeveralAccountable).toEqual([]);
  });

  it('spacer rows inside, signatures and a legend after it', () => {
    const matrix = only(
      csv(
        'RACI matrix v2,,,',
        ',,,',
        'Activity,CISO,IT,HR',
        'Governance,,,',
        'Policy,A,R,C',
        ',,,',
        'Operations,,,',
        'Backup,A,R,-',
        'Patching,A,R,n/a',
        ',,,',
        'Prepared by,Jane,,',
        'R,Responsible,,',
        'A,Accountable,,',
      ),
    );
    expect(matrix).toMatchObject({ headerRow: 3, matrixRows: 3, cells: { A: 3, R: 3, S: 0, C: 1, I: 0 } });
    expect(matrix.ignoredRows.map((row) => row.text)).toEqual(['Governance', 'Operations']);
  });

  it('lettered rows, a phase column, notes that begin with a letter', () => {
    const matrix = only(
      csv(
        'ID,Phase,Activity,CISO,IT Manager,Approver,Notes',
        'A,Plan,Define scope,R,C,A,see plan',
        'B,Plan,Assess risk,R/A,C,I,',
        'C,Do,Implement,A,R,I,R: with vendor',
      ),
    );
    expect(matrix).toMatchObject({
      labelColumn: 'Activity',
      roleColumns: ['CISO', 'IT Manager', 'Approver'],
      matrixRows: 3,
    });
  });

  it('roles whose names consist of RASCI letters, a role without letters, an empty column for comments', () => {
    const matrix = only(
      csv('Activity,SCA,IS,CISO,Auditor,Comments', 'Policy,A,R,C,,', 'Backup,I,A/R,C,,', 'Access,I,A,R,,'),
    );
    expect(matrix.roleColumns).toEqual(['SCA', 'IS', 'CISO', 'Auditor']);
  });

  it('emphasis, escapes, code, breaks, strikes and emoji in Markdown cells', () => {
    const matrix = only(
      markdown(
        '# RACI',
        '| Activity | CEO | CISO | IS | SA |',
        '|:--|:-:|:-:| :-: |:-:|',
        '| Patch | 🅰️ | **R**\\* | C<br>I | `R` |',
        '| Backup \\| restore | – | ~~A~~ | A/R | _I_ |',
        '| Escape `a|b` | A | R | ❌ | I |',
      ),
    );
    expect(matrix.cells).toEqual({ A: 3, R: 4, S: 0, C: 1, I: 3 });
    expect(matrix.flaggedCells.map((cell) => [cell.row, cell.text, cell.reason])).toEqual([
      ['Patch', 'R*', 'qualified'],
      ['Backup | restore', '~~A~~', 'struck through'],
      ['Escape a|b', '❌', 'not a letter'],
    ]);
  });

  it('thresholds make nobody accountable and everybody look', () => {
    const matrix = only(
      csv(
        'Activity,Manager,Director,Board',
        'Approve purchase,A (if <10k),A (if >10k),I',
        'Sign contract,R,A,A (only for M&A)',
        'Emergency change,A*,(R),I',
      ),
    );
    expect(matrix.cells.A).toBe(2);
    expect(matrix.rowsWithoutAccountable).toEqual(['Approve purchase']);
    expect(matrix.rowsWithSeveralAccountable).toEqual([]);
    expect(matrix.flaggedCells.map((cell) => cell.reason)).toEqual([
      'conditional',
      'conditional',
      'conditional',
      'qualified',
      'qualified',
    ]);
  });
});
