import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCompetences } from '../../src/capabilities/competence-intake/competence-document.ts';
import type { Sheet, SourceDocument } from '../../src/capabilities/intake/sheet.ts';
import { inspect, inspectedOf } from '../../src/cli/inspect.ts';
import { plainDate } from '../../src/kernel/date.ts';
import { figures, flags, leftOut, read, scaleOf } from './competence-figures.ts';
import { csv } from './written.ts';

const folder = new URL('documents/competence/', import.meta.url).pathname;

describe('documents that strangers published', () => {
  it('requirements of roles in long form, with levels as words', async () => {
    const { kind, tables } = await inspect(`${folder}cenedril-competence-matrix.csv`);
    expect([kind, tables]).toMatchObject([
      'competence',
      [
        {
          layout: 'role and competence in each row',
          headerRow: 1,
          rows: 22,
          cells: 22,
          roles: 10,
          competences: 22,
          scale: [
            { value: 'basic', level: 2, cells: 7 },
            { value: 'intermediate', level: 3, cells: 8 },
            { value: 'advanced', level: 4, cells: 7 },
          ],
          ignoredRows: [],
          dropped: [{ column: 'Source' }],
        },
      ],
    ]);
  });

  it('a register of trainings: a crowd is nobody, and what is said of it is named', async () => {
    const { kind, tables } = await inspect(`${folder}cenedril-training-register.csv`);
    expect([kind, tables]).toMatchObject([
      'training',
      [{ layout: 'person and training in each row', rows: 14, cells: 14, persons: 6, trainings: 14, ignoredRows: [] }],
    ]);
    const [table] = read(tables);
    expect([...new Set(table?.flaggedCells.map(({ row }) => row))]).toEqual([12, 13, 14, 15]);
  });

  it('a template that nobody filled in says so, with every row', async () => {
    const { kind, tables, refused } = await inspect(`${folder}handbook-iso9001-competence.md`);
    expect([kind, refused]).toEqual(['competence', 'it is a template: nothing in it is filled in yet.']);
    expect(read(tables).map(({ cells, ignoredRows }) => [cells, ignoredRows.map(({ row }) => row)])).toEqual([
      [0, [61, 62, 63, 64]],
      [0, [292]],
    ]);
  });
});

describe('a grid of people and skills', () => {
  it('in German: title rows, a legend, sums, a wish of nobody, footnotes, a development, nothing to say', () => {
    const document = csv(
      'Kompetenzmatrix Hafenbetrieb;;;;',
      'Stufen: 0 = keine Kenntnisse, 1 = Grundkenntnisse, 2 = Fortgeschritten, 3 = Experte;;;;',
      'Name;Abteilung;Risikomanagement;Notfallplanung;Kryptografie',
      'Wiebke Ahlers;IT;2;1;3*',
      'Jörn Petersen;IT;1 -> 2;n/a;-',
      'Durchschnitt;;1,5;1;3',
      'Soll;;2;2;2',
    );
    expect(figures(document)).toEqual([['people by competences', { roles: 0, persons: 2, competences: 3, cells: 4 }]]);
    expect(scaleOf(document)).toEqual([{ 1: 2, 2: 4, 3: 5 }]);
    expect(flags(document)).toEqual(['4 Kryptografie: 3*', '5 Risikomanagement: 1 -> 2', '5 Notfallplanung: n/a']);
    expect(leftOut(document)).toEqual([
      '6: A sum or an average, no person or competence.',
      '7: It wants levels of nobody in particular: requirements belong to roles.',
    ]);
  });

  it.each<[string, SourceDocument, unknown, unknown]>([
    [
      'marks, in Dutch',
      csv('Medewerker,Phishing,Wachtwoorden,Incident melden', 'Jan de Vries,x,o,x', 'Piet van Dam,,✓,x'),
      ['people by competences', { roles: 0, persons: 2, competences: 3, cells: 5 }],
      { o: 1, x: 3, '✓': 3 },
    ],
    [
      'Harvey balls, skills down and people across, in Spanish',
      csv('Competencia;Ana Ruiz;José Peña;Li Wei', 'Riesgos;●;◕;○', 'Auditoría;◑;◔;●'),
      ['competences by people', { roles: 0, persons: 3, competences: 2, cells: 6 }],
      { '○': 0, '◔': 1, '◑': 3, '◕': 4, '●': 5 },
    ],
    [
      'percentages',
      csv(
        'Employee,Email,Python,Cloud security,Threat modelling',
        'Ada Okoye,a@x.example,80%,100%,20%',
        'Bo Lind,b@x.example,45%,0%,TBD',
      ),
      ['people by competences', { roles: 0, persons: 2, competences: 3, cells: 5 }],
      { '0%': 0, '20%': 1, '45%': 3, '80%': 4, '100%': 5 },
    ],
    [
      'stars under a title, with nothing in the corner',
      csv('Team skills matrix,,', ',Networking,Linux', 'Ada Okoye,★★★☆☆,★★★★★', 'Bo Lind,★,☆☆☆☆☆'),
      ['people by competences', { roles: 0, persons: 2, competences: 2, cells: 4 }],
      { 0: 0, 1: 1, 3: 3, 5: 5 },
    ],
    [
      'roles down, as so many of five',
      csv('Role,Risk assessment,Incident management,Privacy', 'CISO,4/5,5/5,3/5', 'Auditor,3/5,2/5,4/5'),
      ['roles by competences', { roles: 2, persons: 0, competences: 3, cells: 6 }],
      { 2: 2, 3: 3, 4: 4, 5: 5 },
    ],
    [
      'roles across, from 0 to 4',
      csv('Skill,ISMS Manager,IT Lead', 'Risk,4,2', 'Audit,3,0'),
      ['competences by roles', { roles: 2, persons: 0, competences: 2, cells: 4 }],
      { 0: 0, 2: 2, 3: 3, 4: 4 },
    ],
  ])('%s', (_, document, expected, scale) => {
    expect([figures(document), scaleOf(document)]).toEqual([[expected], [scale]]);
  });
});

describe('what is no table of competences', () => {
  it.each([
    ['an asset register', csv('Name,Type,Owner,Confidentiality,Integrity,Availability', 'Server,HW,Ops,3,2,1')],
    ['grades', csv('Student,Math,Art,Sports', 'Ada,A,C,B', 'Ben,B,A,A')],
    ['shifts', csv('Employee,Mon,Tue,Wed', 'Ada,8,6,8', 'Ben,8,8,7')],
    ['a risk register', csv('Risk,Likelihood,Impact,Score', 'Fire,3,4,12', 'Flood,2,5,10')],
    ['money', csv('Name,January,February,March', 'Ada,1200,1300,1400', 'Bo,900,800,700')],
  ])('%s', (_, document) => {
    expect(read(inspectedOf(document).tables)).toEqual([]);
  });
});

describe('any table', () => {
  const cell = fc.oneof(
    fc.constantFrom(
      '',
      '-',
      '3',
      '5',
      '2/4',
      '1 -> 3',
      'x',
      '●',
      'n/a',
      '[value]',
      '80%',
      'Expert',
      '✅ 15 Jan 2026',
      '2026-02-30',
      '03/04/2026',
      'L2',
      '3*',
      '{{name}}',
      'Total',
      'Legend',
      '0 = none, 1 = some',
    ),
    fc.constantFrom(
      'Name',
      'Role',
      'Competence',
      'Skill',
      'Level',
      'SOLL',
      'IST',
      'Gap',
      'Training',
      'Frequency',
      'Completed',
      'Status',
      'E-mail',
      'Date',
      '#',
      'Basic',
      'Advanced',
      'Ada Okoye',
      'Ben Park',
    ),
    fc.string({ maxLength: 12 }),
  );
  const sheet = fc
    .tuple(
      fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 14 }),
      fc.option(fc.constantFrom('Skills matrix', 'CISO — Ada', 'Training'), { nil: null }),
    )
    .map(([rows, name]): Sheet => ({
      name,
      heading: null,
      rows: rows.map((cells, at) => ({ number: at + 1, cells })),
      merges: [],
    }));

  it('is read without a fault, and each row below the headings stands in one line', () => {
    fc.assert(
      fc.property(fc.array(sheet, { minLength: 1, maxLength: 3 }), (sheets) => {
        const { tables } = readCompetences(
          sheets.map((one, at) => ({ ...one, name: `${at}` })),
          'skills.xlsx',
          plainDate('2026-05-01'),
        );
        for (const one of new Set(tables.map(({ sheet: name }) => name))) {
          const own = tables.filter((table) => table.sheet === one);
          const seen = own.flatMap(({ lines, headerRow }) => [headerRow, ...lines.map(({ row }) => row)]);
          expect(new Set(seen).size).toBe(seen.length);
          const first = Math.min(...own.map(({ headerRow }) => headerRow));
          const filled = (sheets[Number(one)]?.rows ?? []).filter(
            ({ number, cells }) => number >= first && cells.some((text) => text.replace(/[\s\p{C}]/gu, '') !== ''),
          );
          expect(
            filled
              .filter(({ number }) => !seen.includes(number))
              .map(({ cells }) => cells.join('').trim())
              .filter((text) => text !== '' && /[\p{L}\p{N}]/u.test(text)),
          ).toEqual([]);
        }
      }),
      { numRuns: 300 },
    );
  });
});
