import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csv } from '../../../tests/conformance/written.ts';
import { countingIds, personOf, snapshotWith, templateRows } from '../../../tests/factories/snapshot.ts';
import { plainDate } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import { levels } from '../../kernel/level.ts';
import type { ChangeItem } from '../trail/change.ts';
import { foreseen } from '../trail/foresight.ts';
import { isUnapproved } from '../training/training-standing.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { planCompetenceImport, type CompetenceImport } from './competence-import.ts';
import { readCompetences } from './competence-document.ts';
import type { CompetenceChoices, CompetenceImportOptions } from './import-context.ts';

const today = plainDate('2026-03-03');
const operator = { kind: 'operator', name: 'Operator' } as const;
const idOf = (number: number): PersonId => `00000000-0000-7000-9000-${String(number).padStart(12, '0')}` as PersonId;
const [ada, ben, ana, twin] = [1, 2, 3, 4].map(idOf) as [PersonId, PersonId, PersonId, PersonId];

const house: Snapshot = snapshotWith({
  role: templateRows(countingIds()).role,
  person: [
    personOf(ada, 'Ada Okoye', { email: 'ada@firma.example', externalId: '1001' }),
    personOf(ben, 'Ben Park'),
    personOf(ana, 'Ana Ruiz', { email: 'ana.1@firma.example' }),
    personOf(twin, 'Ana Ruiz', { email: 'ana.2@firma.example' }),
  ],
});

const nothing: CompetenceChoices = {
  levels: new Map(),
  roles: new Map(),
  competences: new Map(),
  people: new Map(),
  measures: new Map(),
  newCompetences: false,
  likely: false,
};

const ids = countingIds();
const freshId: CompetenceImportOptions['newId'] = () => ids().replace('-8000-', '-8abc-');

function imported(
  lines: readonly string[],
  known: Snapshot = house,
  {
    choices = {},
    ...options
  }: Partial<Omit<CompetenceImportOptions, 'choices'>> & { readonly choices?: Partial<CompetenceChoices> } = {},
): CompetenceImport {
  return planCompetenceImport(readCompetences(csv(...lines).sheets, 'skills.csv', today), known, {
    name: 'skills.csv',
    today,
    on: today,
    newId: freshId,
    by: { userId: null, name: 'Olga Owner', personId: null },
    may: () => true,
    ...options,
    choices: { ...nothing, ...choices },
  });
}

const after = (known: Snapshot, { items }: CompetenceImport): Snapshot => foreseen(known, items, operator);
const outcomes = ({ report }: CompetenceImport): readonly string[] =>
  report.rows.map(
    ({ label, outcome, changes }) =>
      `${label} ${outcome}: ${changes.map(({ field, from, to }) => `${field} ${from}→${to}`).join(', ')}`,
  );
const leftOut = ({ report }: CompetenceImport): readonly string[] =>
  report.ignored.map(({ row, reason }) => `${row}: ${reason}`);
const kinds = (items: readonly ChangeItem[]): readonly string[] =>
  items.map(({ register, operation }) => `${operation} ${register}`);
const held = ({ competenceAssessment }: Snapshot): readonly unknown[] =>
  competenceAssessment.map(({ personId, competence, level, on, method, assessorName, to }) => [
    personId,
    competence,
    level,
    on,
    method,
    assessorName,
    to,
  ]);

const grid = ['Name,Risk assessment,Privacy,Cryptography', 'Ada Okoye,3,x,', 'Ben Park,Expert,0,'];

describe('a matrix of people and skills', () => {
  it('becomes a judgement for each cell, by whoever brings it in', () => {
    const first = imported(grid);
    expect(outcomes(first)).toEqual([
      'Ada Okoye taken: Risk assessment →3, Privacy →3',
      'Ben Park taken: Risk assessment →5, Privacy →0',
    ]);
    expect(held(after(house, first))).toEqual([
      [ada, 'risk-assessment', 3, today, 'manager', 'Olga Owner', null],
      [ada, 'privacy', 3, today, 'manager', 'Olga Owner', null],
      [ben, 'risk-assessment', 5, today, 'manager', 'Olga Owner', null],
      [ben, 'privacy', 0, today, 'manager', 'Olga Owner', null],
    ]);
  });

  it('makes the row of whoever brings it in their own word, linked or by name', () => {
    const methods = (by: { readonly name: string; readonly personId: typeof ada | null }): readonly unknown[] =>
      after(house, imported(grid, house, { by: { userId: null, ...by } })).competenceAssessment.map(
        ({ personId, method }) => [personId, method],
      );
    const own = [
      [ada, 'self'],
      [ada, 'self'],
      [ben, 'manager'],
      [ben, 'manager'],
    ];
    expect(methods({ name: 'A. O.', personId: ada })).toEqual(own);
    expect(methods({ name: 'ada okoye', personId: null })).toEqual(own);
  });

  it('is not put on another scale by one slip', () => {
    const slip = imported(['Name,Risk assessment,Privacy,Cryptography', 'Ada Okoye,3,4,7', 'Ben Park,5,2,1']);
    expect(held(after(house, slip)).map((row) => (row as readonly unknown[])[2])).toEqual([3, 4, 5, 2, 1]);
    expect(slip.report.flagged.map(({ column, reason }) => [column, reason])).toEqual([
      ['Cryptography', 'Nobody knows yet what “7” means: choose a level for it.'],
    ]);
    const ten = imported(['Name,Risk assessment,Privacy,Cryptography', 'Ada Okoye,3,8,7', 'Ben Park,10,2,1']);
    expect(held(after(house, ten)).map((row) => (row as readonly unknown[])[2])).toEqual([2, 4, 4, 5, 1, 1]);
  });

  it('leaves a judgement out whose day is none, so that it ends nothing', () => {
    const list = imported([
      'Person,Competence,Level,Date',
      'Ada Okoye,Privacy,3,31.02.2026',
      'Ben Park,Privacy,3,2026-01-05',
    ]);
    expect(held(after(house, list)).map((row) => (row as readonly unknown[])[0])).toEqual([ben]);
    expect(leftOut(list)).toEqual([expect.stringContaining('Its day is none')]);
  });

  it('changes nothing when it comes again, on another day either', () => {
    const known = after(house, imported(grid, house, { on: plainDate('2026-01-05') }));
    const again = imported(grid, known);
    expect([again.report.unchanged, again.items]).toEqual([2, []]);
  });

  it('adds a judgement where a level has changed, and ends the earlier one where it is lower', () => {
    const known = after(house, imported(grid, house, { on: plainDate('2026-01-05') }));
    const lower = imported(['Name,Risk assessment,Privacy,Cryptography', 'Ada Okoye,2,5,'], known);
    expect(outcomes(lower)).toEqual(['Ada Okoye changed: Risk assessment 3→2, Privacy 3→5']);
    expect(kinds(lower.items)).toEqual([
      'update competenceAssessment',
      'create competenceAssessment',
      'create competenceAssessment',
    ]);
    const rows = held(after(known, lower));
    expect(rows).toContainEqual([ada, 'risk-assessment', 3, '2026-01-05', 'manager', 'Olga Owner', today]);
    expect(rows).toContainEqual([ada, 'privacy', 3, '2026-01-05', 'manager', 'Olga Owner', null]);
  });

  it('is taken by the user’s own reading of the scale; a step that nobody knows is left out', () => {
    const lines = ['Name,Risk assessment,Privacy,Cryptography', 'Ada Okoye,fit,x,x', 'Ben Park,x,x,x'];
    const unread = imported(lines);
    expect(unread.report.scale).toMatchObject([
      { value: 'x', level: 3, by: 'proposed' },
      { value: 'fit', level: null, by: 'proposed' },
    ]);
    expect(unread.report.flagged).toMatchObject([
      { row: 2, column: 'Risk assessment', reason: 'Nobody knows yet what “fit” means: choose a level for it.' },
    ]);
    const read = imported(lines, house, {
      choices: {
        levels: new Map([
          ['fit', levels[4]],
          ['x', null],
        ]),
      },
    });
    expect(outcomes(read)).toEqual(['Ada Okoye taken: Risk assessment →4']);
    expect(leftOut(read)).toEqual(['3: Nobody knows yet what “x” means: choose a level for it.']);
  });
});

describe('names of a file', () => {
  it('of competences are known by name, other names and brackets; a likeness waits, and the unknown is not made by itself', () => {
    const lines = [
      'Person,Competence,Level',
      'Ada Okoye,Risikomanagement,3',
      'Ada Okoye,Cryptography and key management (TLS),3',
      'Ada Okoye,Key management procedures,2',
      'Ada Okoye,Basket weaving,1',
    ];
    const back = imported(lines);
    expect(back.report.competences.map(({ foreign, target, how }) => [foreign, target, how])).toEqual([
      ['Risikomanagement', 'risk-assessment', 'alias'],
      ['Cryptography and key management (TLS)', 'cryptography', 'name'],
      ['Key management procedures', 'cryptography', 'similar'],
      ['Basket weaving', null, 'none'],
    ]);
    expect(leftOut(back)).toEqual([
      '4: It may be “Cryptography and key management”: confirm it, or choose another competence.',
      '5: No competence is called so: choose one, or take it as the organization’s own.',
    ]);
    const own = imported(lines, house, { choices: { newCompetences: true, likely: true } });
    expect(own.report.ignored).toEqual([
      {
        sheet: undefined,
        row: 4,
        text: 'Ada Okoye: Key management procedures',
        reason: 'The file says level 3 of the same person, competence and day elsewhere.',
      },
    ]);
    expect(after(house, own).competence).toMatchObject([
      { key: 'basket-weaving', name: 'Basket weaving', retired: false },
    ]);
  });

  it('of people go by number, address and name; namesakes and strangers are asked about', () => {
    const back = imported([
      'Personnel number,Name,E-mail,Competence,Level',
      '1001,A. Okoye,,Privacy,3',
      ',Ana Ruiz,ana.2@firma.example,Privacy,2',
      ',Ana Ruiz,,Privacy,4',
      ',Ben Parkk,,Privacy,1',
      ',Carla Unknown,,Privacy,1',
    ]);
    expect(held(after(house, back)).map((row) => (row as readonly unknown[])[0])).toEqual([ada, twin]);
    expect(leftOut(back)).toEqual([
      '4: Several people of the register are called Ana Ruiz: choose one.',
      '5: It may be Ben Park: confirm it, or choose somebody else.',
      '6: Nobody in the register is Carla Unknown: choose somebody, or bring the people in first.',
    ]);
  });

  it('may be chosen, but not from elsewhere', () => {
    const lines = ['Person,Competence,Level', 'Somebody,Privacy,3'];
    const chosen = imported(lines, house, { choices: { people: new Map([['Somebody', ben]]) } });
    expect(after(house, chosen).competenceAssessment).toMatchObject([{ personId: ben, level: 3 }]);
    expect(() => imported(lines, house, { choices: { people: new Map([['Somebody', idOf(99)]]) } })).toThrow(
      'There is no such person',
    );
    expect(leftOut(imported(lines, house, { choices: { people: new Map([['Somebody', 'ignore']]) } }))).toEqual([
      '2: You left this person out.',
    ]);
  });
});

describe('what roles require', () => {
  const lines = [
    'Role,Required Competence,Proficiency Level,Mandatory',
    'Data Protection Officer,Privacy,Intermediate,Yes',
    'Data Protection Officer,Beehive inspection,Basic,No',
    'Beekeeper,Privacy,Basic,Yes',
  ];

  it('is told from what to what, and what the file does not speak of stays', () => {
    const dpo =
      house.role.find(({ key }) => key === 'dpo') ?? house.role.find(({ name }) => name === 'Data Protection Officer');
    const before = dpo?.competences.find(({ competence }) => competence === 'privacy');
    const back = imported(lines, house, { choices: { newCompetences: true } });
    expect(before).toBeDefined();
    expect(outcomes(back)[0]).toBe(`Data Protection Officer: Privacy changed: required level ${before?.level}→3`);
    const next = after(house, back);
    const required = next.role.find(({ id }) => id === dpo?.id)?.competences ?? [];
    expect(required).toHaveLength((dpo?.competences.length ?? 0) + 1);
    expect(required).toContainEqual({ competence: 'beehive-inspection', level: 2, required: false });
    expect(next.role.find(({ name }) => name === 'Beekeeper')).toMatchObject({
      competences: [{ competence: 'privacy', level: 2, required: true }],
    });
    expect(imported(lines, next).report).toMatchObject({ unchanged: 3, taken: 0, changed: 0, ignored: [] });
  });

  it('is not for everybody to say: a contributor takes what people hold, and is told of the rest', () => {
    const back = imported(
      ['Person,Role,Competence,Required level,Current level', 'Ada Okoye,Data Protection Officer,Privacy,5,4'],
      house,
      {
        may: (register) => register === 'competenceAssessment',
      },
    );
    expect(kinds(back.items)).toEqual(['create competenceAssessment']);
    expect(back.report.flagged).toMatchObject([
      { reason: 'Only owners and managers say what a role requires: ask one of them.' },
    ]);
  });
});

describe('trainings', () => {
  const lines = [
    'Person,Training,Type,Due Date,Completion Date,Status,Evidence,Next Refresh',
    'Ada Okoye,Harbour drill,Internal drill,2026-02-28,2026-02-20,Completed,Report 7,2027-02-20',
    'Ben Park,Harbour drill,Internal drill,2026-05-31,,Planned,,',
    'All Employees (42),Awareness,E-learning,2026-06-30,,In progress (28/42),LMS,',
  ];

  it('make measures and the trainings of people; what is planned waits for approval; a crowd has none', () => {
    const back = imported(lines);
    const next = after(house, back);
    expect(next.measure).toMatchObject([
      { name: 'Harbour drill', kind: 'exercise', repeatMonths: 12, audience: null },
      { name: 'Awareness', kind: 'e-learning', repeatMonths: null, audience: { everyone: true } },
    ]);
    expect(next.training).toMatchObject([
      {
        personId: ada,
        state: 'completed',
        completedOn: '2026-02-20',
        due: '2026-02-28',
        note: 'Report 7',
        approval: null,
      },
      { personId: ben, state: 'proposed', completedOn: null, due: '2026-05-31' },
    ]);
    expect(back.report.proposed).toBe(1);
    expect(next.training.filter(isUnapproved)).toEqual([]);
    expect(imported(lines, next).report).toMatchObject({ unchanged: 3, taken: 0, changed: 0, proposed: 0 });
  });

  it('go on when a later file says that they were done', () => {
    const next = after(house, imported(lines));
    const done = imported(
      ['Person,Training,Completion Date,Status', 'Ben Park,Harbour drill,2026-03-01,Completed'],
      next,
    );
    expect(outcomes(done)).toEqual(['Ben Park: Harbour drill changed: completed on →2026-03-01']);
    expect(kinds(done.items)).toEqual(['update training']);
  });
});

describe('any file', () => {
  it('has every row below its headings in exactly one list, and what is planned can be written', () => {
    const cell = fc.constantFrom(
      '',
      '0',
      '3',
      '5',
      'x',
      'Expert',
      'fit',
      'n/a',
      '[value]',
      '2 -> 4',
      '2/5',
      '✅ 15 Jan 2026',
      '2025-06-01',
      'TBD',
    );
    const who = fc.constantFrom('Ada Okoye', 'Ben Park', 'Ana Ruiz', 'Nobody', 'Total', '[Name]', 'All staff');
    const what = fc.constantFrom(
      'Risk assessment',
      'Privacy',
      'Basket weaving',
      'Cryptography',
      'Key management procedures',
    );
    const list = fc
      .array(fc.tuple(who, what, cell, cell, cell), { minLength: 1, maxLength: 12 })
      .map((rows) => ['Person,Competence,Level,Date,Valid until', ...rows.map((row) => row.join(','))]);
    const matrix = fc
      .array(fc.tuple(who, cell, cell, cell, cell), { minLength: 1, maxLength: 8 })
      .map((rows) => ['Name,Risk assessment,Privacy,Basket weaving,Cryptography', ...rows.map((row) => row.join(','))]);
    fc.assert(
      fc.property(fc.oneof(list, matrix), fc.boolean(), (lines, own) => {
        const first = imported(lines, house, { choices: { newCompetences: own, likely: own } });
        const { rows, ignored, tables } = first.report;
        const places = [...rows, ...ignored].map(({ row }) => row);
        expect(places).toHaveLength(tables.reduce((sum, table) => sum + table.rows, 0));
        expect(new Set(places).size).toBe(places.length);
        const next = after(house, first);
        const again = imported(lines, next, { choices: { newCompetences: own, likely: own } });
        expect(again.items.filter(({ operation }) => operation === 'create')).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
