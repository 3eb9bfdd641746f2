import { describe, expect, it } from 'vitest';
import { readCompetences } from '../../src/capabilities/competence-intake/competence-document.ts';
import type { SourceDocument } from '../../src/capabilities/intake/sheet.ts';
import { inspectedOf } from '../../src/cli/inspect.ts';
import { plainDate } from '../../src/kernel/date.ts';
import { figures, flags, read, scaleOf } from './competence-figures.ts';
import { csv, markdown } from './written.ts';

describe('lists', () => {
  it.each<[string, SourceDocument, unknown, unknown]>([
    [
      'in French, with what is wanted beside what is there',
      csv(
        'Collaborateur;Poste;Compétence;Niveau requis;Niveau actuel;Date d’évaluation;Valable jusqu’au',
        'Zoé Martin;RSSI;Risques;Expert;Confirmé;12/03/2025;31/12/2027',
        'Zoé Martin;RSSI;Continuité;Confirmé;Débutant;12/03/2025;',
      ),
      ['person and competence in each row', { roles: 1, persons: 1, competences: 2, cells: 4 }],
      { débutant: 1, confirmé: 3, expert: 5 },
    ],
    [
      'in Czech',
      csv(
        'Role;Požadovaná kompetence;Požadovaná úroveň;Povinné',
        'Auditor;Auditní techniky;Pokročilý;Ano',
        'Auditor;Řízení rizik;Mírně pokročilý;Ne',
      ),
      ['role and competence in each row', { roles: 1, persons: 0, competences: 2, cells: 2 }],
      { 'mírně pokročilý': 3, pokročilý: 4 },
    ],
    [
      'in Russian',
      csv(
        'Сотрудник;Компетенция;Уровень;Дата оценки',
        'Иван Петров;Риски;Базовый;01.02.2026',
        'Анна Смирнова;Аудит;Эксперт;15.01.2026',
      ),
      ['person and competence in each row', { roles: 0, persons: 2, competences: 2, cells: 2 }],
      { базовый: 2, эксперт: 5 },
    ],
    [
      'competences in one cell without a level',
      markdown(
        '| Role | Required Competence |',
        '|---|---|',
        '| CISO | Risk management, law; audit |',
        '| DPO | Privacy |',
      ),
      ['role and competence in each row', { roles: 2, persons: 0, competences: 3, cells: 3 }],
      { '': 3 },
    ],
  ])('%s', (_, document, expected, scale) => {
    expect([figures(document), scaleOf(document)]).toEqual([[expected], [scale]]);
  });

  it('reads days month first where one of them proves it, and day first with a doubt where none does', () => {
    const with31 = csv('Employee,Skill,Level,Date', 'Ada Okoye,Risk,3,03/04/2026', 'Ada Okoye,Audit,3,01/31/2026');
    expect(flags(with31)).toEqual([]);
    const said = readCompetences(with31.sheets, '', plainDate('2026-05-01')).tables[0]?.lines.map((line) => line.said);
    expect(said).toMatchObject([[{ on: '2026-03-04' }], [{ on: '2026-01-31' }]]);
    expect(flags(csv('Employee,Skill,Level,Date', 'Ada Okoye,Risk,3,03/04/2026'))).toEqual(['2 Date: 03/04/2026']);
  });
});

describe('target and actual', () => {
  it('under a heading for each role, by the scale of the file, with nothing filled in below IST', () => {
    const document = markdown(
      '# Competence records',
      '## Scale',
      '| Level | Description |',
      '|---|---|',
      '| 1 | Basic knowledge |',
      '| 2 | Good knowledge |',
      '| 3 | In-depth knowledge |',
      '## [CISO] — [Name]',
      '| # | Competence dimension | SOLL | IST | Gap |',
      '|---|---|---|---|---|',
      '| 1 | Risk assessment | 3 | [value] | [gap] |',
      '| 2 | Privacy | 2 | 1 | -1 |',
      '## IT Lead: Ada Okoye',
      '| # | Competence dimension | SOLL | IST | Gap |',
      '|---|---|---|---|---|',
      '| 1 | Risk assessment | 1 | 2 | |',
    );
    expect(figures(document)).toEqual([
      ['scale', { roles: 0, persons: 0, competences: 0, cells: 0 }],
      ['target and actual', { roles: 1, persons: 1, competences: 2, cells: 3 }],
      ['target and actual', { roles: 1, persons: 1, competences: 1, cells: 2 }],
    ]);
    expect(scaleOf(document)).toEqual([{}, { 1: 2, 2: 3, 3: 4 }, { 1: 2, 2: 3 }]);
    expect(flags(document)).toEqual(['11 IST: [value]']);
    const { tables } = readCompetences(document.sheets, '', plainDate('2026-05-01'));
    expect(tables[2]?.lines[0]?.said).toMatchObject([
      { kind: 'required', role: 'IT Lead', value: '1' },
      { kind: 'held', person: { name: 'Ada Okoye' }, value: '2' },
    ]);
  });

  it('in pairs of columns below the role', () => {
    const document = csv(
      ',,CISO,,IT Lead,',
      'Group,Competence,SOLL,IST,SOLL,IST',
      'Risk,Risk assessment,4,3,2,2',
      ',Audit,3,[value],1,1',
    );
    expect(figures(document)).toEqual([['target and actual', { roles: 2, persons: 2, competences: 2, cells: 7 }]]);
    expect(flags(document)).toEqual(['4 CISO: IST: [value]']);
  });
});

describe('levels as columns', () => {
  it('say what each step means, by the words above them', () => {
    const document = csv(
      'Competency Area,Skill,Junior Developer (L1),Mid-Level Developer (L2),Senior Developer (L3)',
      'Technical,Testing,Writes simple tests.,Writes tests of several parts.,Designs how all is tested.',
      ',Design,Knows the parts.,Designs a part.,Designs the whole.',
    );
    expect(figures(document)).toEqual([['levels as columns', { roles: 0, persons: 0, competences: 2, cells: 2 }]]);
    expect(scaleOf(document)).toEqual([{ 1: 2, 2: 3, 3: 4 }]);
  });

  it('are ticked below the name of a role', () => {
    const document = markdown(
      '# Skills',
      '## Security Engineer',
      '| Skill | Basic | Advanced |',
      '|---|---|---|',
      '| Linux | x | |',
      '| Law | | x |',
    );
    expect([figures(document), scaleOf(document)]).toEqual([
      [['levels as columns', { roles: 1, persons: 0, competences: 2, cells: 2 }]],
      [{ basic: 2, advanced: 4 }],
    ]);
  });
});

describe('trainings', () => {
  it('with the day on which each was completed, behind a mark, and what is no such day', () => {
    const document = markdown(
      '| Staff Member | Role | Induction | Refresher | Paper | Last Updated |',
      '|---|---|---|---|---|---|',
      '| Ada Okoye | CISO | ✅ 03 Jan 2026 | ✅ 15 Jan 2026 | Lead Auditor — exp. 2027 | 15 Jan 2026 |',
      '| Bo Lind | DPO | ✓ 2026-01-05 | open | Privacy — exp. 2028 | 20 Jan 2026 |',
    );
    expect(read(inspectedOf(document).tables)).toMatchObject([
      {
        layout: 'people by trainings',
        persons: 2,
        trainings: 2,
        cells: 3,
        dropped: [{ column: 'Role' }, { column: 'Paper' }, { column: 'Last Updated' }],
      },
    ]);
    expect(flags(document)).toEqual(['4 Refresher: open']);
  });

  it('as a programme', () => {
    const document = csv(
      'Training Module,Target Audience,Frequency,Format,Duration Minutes',
      'Phishing,All staff,Annual + simulations,E-learning,30',
      'Drill,ISMS Team,Every 2 years,Tabletop,120',
    );
    const { tables } = readCompetences(document.sheets, '', plainDate('2026-05-01'));
    expect(tables[0]?.lines.map(({ said }) => said)).toMatchObject([
      [{ name: 'Phishing', measureKind: 'e-learning', repeatMonths: 12, hours: 0.5, audience: 'All staff' }],
      [{ name: 'Drill', measureKind: 'exercise', repeatMonths: 24, hours: 2, audience: 'ISMS Team' }],
    ]);
  });
});
