import { describe, expect, it } from 'vitest';
import type { SourceDocument } from '../../src/capabilities/intake/sheet.ts';
import { inspectedOf } from '../../src/cli/inspect.ts';
import { figures, flags, leftOut, scaleOf } from './competence-figures.ts';
import { csv, markdown } from './written.ts';

const counts = (roles: number, persons: number, competences: number, cells: number): object => ({
  roles,
  persons,
  competences,
  cells,
});

describe('scales', () => {
  it.each<[string, SourceDocument, unknown, unknown]>([
    [
      'ILUO in German, with a legend, personnel numbers and a sum',
      csv(
        'Qualifikationsmatrix Fertigung;;;;',
        'Mitarbeiter;Pers.-Nr.;Fräsen;Drehen;Summe',
        'Weber, Anna;1001;I;L;2',
        'Klein, Jonas;1002;U;O;2',
        'Summe;;2;2;4',
      ),
      ['people by competences', counts(0, 2, 2, 4)],
      { i: 1, l: 2, u: 4, o: 5 },
    ],
    [
      'filled and empty dots',
      csv('Team skills matrix,,', 'Name,Linux,Cloud', 'Ada Okoye,●●●○○,●○○○○', 'Bo Lind,○○○○○,●●●●●'),
      ['people by competences', counts(0, 2, 2, 4)],
      { 0: 0, 1: 1, 3: 3, 5: 5 },
    ],
    [
      'first letters of words',
      csv('Skills matrix,,,', 'Name,Linux,Cloud,Law', 'Ada Okoye,B,A,I', 'Bo Lind,I,I,B', 'Cy Young,E,B,B'),
      ['people by competences', counts(0, 3, 3, 9)],
      { b: 2, i: 3, a: 4, e: 5 },
    ],
    [
      'letters that only the file knows',
      csv('Skills matrix,,,', 'Name,Linux,Cloud,Law', 'Ada Okoye,T,K,T', 'Bo Lind,K,K,T', 'Cy Young,W,T,K'),
      ['people by competences', counts(0, 3, 3, 9)],
      { k: null, t: null, w: null },
    ],
    [
      'coloured circles',
      csv('Skills matrix,,', 'Name,Linux,Cloud', 'Ada Okoye,🟢,🟡', 'Bo Lind,🔴,🟢'),
      ['people by competences', counts(0, 2, 2, 4)],
      { '🔴': 0, '🟡': 2, '🟢': 3 },
    ],
    [
      'from 1 to 10',
      csv('Skills matrix,,', 'Team member,Linux,Cloud', 'Ada Okoye,7,10', 'Bo Lind,2,9'),
      ['people by competences', counts(0, 2, 2, 4)],
      { 2: 1, 7: 4, 9: 5, 10: 5 },
    ],
    [
      'a column for each step, for the person of the title',
      csv('Skill assessment: Ada Okoye,,,,', 'Skill,1,2,3,4', 'Networking,,,x,', 'Audit,x,,,'),
      ['levels as columns', counts(0, 1, 2, 2)],
      { 1: 1, 3: 3 },
    ],
    [
      'words with accents, in Portuguese',
      csv(
        'Matriz de Competências;;',
        'Colaborador;Comunicação;Gestão de riscos',
        'João Silva;Avançado;Básico',
        'Maria Souza;Especialista;Nenhum',
      ),
      ['people by competences', counts(0, 2, 2, 4)],
      { nenhum: 0, básico: 2, avançado: 4, especialista: 5 },
    ],
  ])('%s', (_, document, expected, scale) => {
    expect([figures(document), scaleOf(document)]).toEqual([[expected], [scale]]);
  });

  it('of which one answer is ticked in each cell', () => {
    const document = markdown(
      '# Profile: CISO',
      '| Skill | Required level | Self assessment |',
      '|---|---|---|',
      '| Risk | Senior | [ ] Junior [x] Senior [ ] Expert |',
    );
    expect(scaleOf(document)).toEqual([{ senior: 4 }]);
  });

  it('that only colours show cannot be read, and each row says so', () => {
    const document = csv('Skills matrix,,', 'Name,Linux,Cloud', 'Ada Okoye,,', 'Bo Lind,,');
    expect(inspectedOf(document).kind).toBe('competence');
    expect(leftOut(document)).toEqual(
      [3, 4].map(
        (row) =>
          `${row}: Its cells are empty. Levels that only colours show cannot be read: write them as figures or words.`,
      ),
    );
  });
});

describe('headings', () => {
  it.each<[string, SourceDocument, unknown]>([
    [
      'Soll and Ist below each competence, people down',
      csv(';Risiko;;Recht;', 'Name;Soll;Ist;Soll;Ist', 'Anna Weber;3;2;2;2', 'Jonas Klein;2;3;3;0'),
      ['people by competences', counts(0, 2, 2, 4)],
    ],
    [
      'Soll and Ist below each person, competences down',
      csv('Kompetenzmatrix;;;;', ';Anna Weber;;Jonas Klein;', 'Kompetenz;Soll;Ist;Soll;Ist', 'Risiko;3;2;2;3'),
      ['target and actual', counts(0, 2, 1, 2)],
    ],
    [
      'current, target and gap, with a sum below',
      csv('Employee,Role,Skill,Current,Target,Gap,Assessed', 'Ada Okoye,CISO,Risk,3,4,1,2026-01-05', 'Total,,,3,4,1,'),
      ['person and competence in each row', counts(1, 1, 1, 2)],
    ],
    [
      'one quarter after the other: the last one counts',
      csv('Employee,Skill,Q1 2025,Q2 2025', 'Ada Okoye,Risk,2,3', 'Bo Lind,Risk,1,2'),
      ['person and competence in each row', counts(0, 2, 1, 2)],
    ],
    [
      'Italian',
      csv(
        'Dipendente;Mansione;Competenza;Livello richiesto;Livello attuale',
        'Mario Rossi;Responsabile IT;Rischio;Avanzato;Intermedio',
      ),
      ['person and competence in each row', counts(1, 1, 1, 2)],
    ],
    [
      'Polish',
      csv(
        'Pracownik;Stanowisko;Umiejętność;Poziom wymagany;Poziom obecny',
        'Jan Kowalski;Administrator;Sieci;Zaawansowany;Podstawowy',
      ),
      ['person and competence in each row', counts(1, 1, 1, 2)],
    ],
    [
      'below what explains the scale',
      csv(
        ',Skills matrix,,,4,3,2',
        ',,,,Teaches others,Works alone,Needs help',
        'Leader:,Ada Okoye,Date:,2026-01-05,Expert,Moderate,Basic',
        ',Name,Email,Java,SQL,Score,',
        '1,Bo Lind,bo@x.example,3,2,5,',
        '2,Cy Young,cy@x.example,1,4,5,',
      ),
      ['people by competences', counts(0, 2, 2, 4)],
    ],
    [
      'groups above them, and nothing in the corner',
      csv('Skills of our team,,,,', ',Tools,,Trade,', ',Python,Java,Banking,Retail', 'Ada,3,2,1,0', 'Bo,1,1,4,2'),
      ['people by competences', counts(0, 2, 4, 8)],
    ],
    [
      'roles across, sentences down, nothing in the corner, the headings once more',
      csv(
        'Skills of our profiles,,,',
        'Smart devices,GP,AE,R',
        'Understand the basic notions of sensors,4,3,1',
        'Design the data sheet of a device,4,4,2',
        'Communication,GP,AE,R',
        'Explain the results to the customer,3,4,2',
      ),
      ['competences by roles', counts(3, 0, 3, 9)],
    ],
  ])('%s', (_, document, expected) => {
    expect(figures(document)).toEqual([expected]);
  });

  it('names that begin like a sum, a wish or a legend are names', () => {
    const people = csv(
      'Skills matrix,,',
      'Name,Linux,Cloud',
      'Max Mustermann,3,2',
      'Zielinski Jan,1,2',
      'Max,3,2',
      'Total,4,4',
      'Soll,3,3',
    );
    expect(leftOut(people)).toEqual([
      '5: A sum or an average, no person or competence.',
      '6: A sum or an average, no person or competence.',
      '7: It wants levels of nobody in particular: requirements belong to roles.',
    ]);
    const skills = csv(
      'Skill,Ada Okoye,Bo Lind',
      'Key management,3,2',
      'Total quality management,1,2',
      'Media literacy,1,2',
      'Expected loss models,2,2',
      'Average,2,2',
    );
    expect(figures(skills)).toEqual([['competences by people', counts(0, 2, 4, 8)]]);
    expect(leftOut(skills)).toEqual(['6: A sum or an average, no person or competence.']);
  });

  it('signs are explained by a table of their own', () => {
    const document = markdown(
      '## Competency matrix',
      '| Name | Role | Risk | Law |',
      '|---|---|---|---|',
      '| Jane Doe | CISO | ✅ | ⚠️ |',
      '| Max Mustermann | CTO | ❌ | ✅ |',
      '## Legend',
      '| Symbol | Meaning |',
      '|---|---|',
      '| ✅ | Competent |',
      '| ⚠️ | Partially competent |',
      '| ❌ | Not competent |',
    );
    expect(figures(document)).toEqual([
      ['people by competences', counts(0, 2, 2, 4)],
      ['scale', counts(0, 0, 0, 0)],
    ]);
    expect(scaleOf(document)).toEqual([{ '✗': 0, '⚠': 2, '✓': 3 }, {}]);
  });

  it('twice in one sheet', () => {
    const document = csv(
      'Skills A,,',
      'Name,Linux,Cloud',
      'Ada Okoye,3,2',
      ',,',
      'Skills B,,',
      'Name,Writing,Leading',
      'Ada Okoye,4,4',
      'Bo Lind,2,1',
    );
    expect(figures(document)).toEqual([
      ['people by competences', counts(0, 1, 2, 2)],
      ['people by competences', counts(0, 2, 2, 4)],
    ]);
  });

  it('of a part of a document are no role, and what nobody is named for is said', () => {
    const document = markdown(
      '## Core Skills',
      '| Skill | Current Level | Expected Level (Junior) |',
      '|---|---|---|',
      '| SQL | 3 | 4 |',
    );
    expect(figures(document)).toEqual([['target and actual', counts(1, 0, 1, 1)]]);
    expect(flags(document)).toEqual(['4 Current Level: 3']);
  });
});

describe('what is no table of competences or trainings', () => {
  it.each([
    [
      'applications',
      csv(
        'Candidate,Email,Position applied,Years of experience,Skills,Status',
        'Ada,a@x.example,Developer,5,Java,Open',
      ),
    ],
    ['an organization chart', csv('Name,Title,Department,Manager', 'Ada Okoye,CEO,Board,', 'Bo Lind,CTO,IT,Ada Okoye')],
    ['jobs', csv('Job Title,Department,Responsibilities,Qualifications,Salary Range', 'Developer,IT,Codes,BSc,50k')],
    ['risks', csv('ID,Risk,Category,Probability,Impact,Mitigation', 'R1,Lack of skills,People,3,4,Training')],
    ['maturity', csv('Function,Category,Current score,Target score', 'Protect,Awareness and training,3,4')],
    ['figures', csv('KPI,Target,Actual,Owner', 'Training completion,95%,90%,HR')],
    ['tasks', csv('Task,Owner,Due,Status', 'Security training,HR,2026-01-05,Open')],
    ['a survey', csv('Respondent,Satisfaction,Workload', 'Ada Okoye,4,3', 'Bo Lind,2,4')],
    [
      'communication',
      markdown(
        '| What | Purpose | When | Who |',
        '|---|---|---|---|',
        '| Policy | Awareness and alignment | Quarterly | All staff |',
      ),
    ],
  ])('%s', (_, document) => {
    expect(['competence', 'training']).not.toContain(inspectedOf(document).kind);
  });
});
