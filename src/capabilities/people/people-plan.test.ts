import { describe, expect, test } from 'vitest';
import { sheetOf } from '../../../tests/factories/sheet.ts';
import { plainDate } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import { parsePeople } from './people-document.ts';
import { type ExistingPerson, planPeopleImport } from './people-plan.ts';

const today = plainDate('2026-11-23');
const id = (text: string): PersonId => text as PersonId;

const known = (fields: Partial<ExistingPerson> & { readonly id: PersonId; readonly name: string }): ExistingPerson => ({
  email: null,
  externalId: null,
  kind: 'internal',
  unit: null,
  site: null,
  jobTitle: null,
  managerId: null,
  from: null,
  to: null,
  weeklyHours: null,
  ...fields,
});

const plan = (existing: readonly ExistingPerson[], text: string, on = today) =>
  planPeopleImport(existing, parsePeople(sheetOf(text), { today: on }), on);
const outcomes = (result: ReturnType<typeof plan>): readonly string[] =>
  result.rows.map(({ row, outcome }) => `${row} ${outcome}`);

const ada = known({ id: id('ada'), name: 'Ada Okoye', externalId: '1', email: 'ada@sample.example', unit: 'IT' });
const bo = known({ id: id('bo'), name: 'Bo Lund', email: 'bo@sample.example' });

describe('who is meant', () => {
  test('by number, by address, by name; what differs is named, what is blank erases nothing', () => {
    const result = plan(
      [ada, bo, known({ id: id('cy'), name: 'Cy Roy', unit: 'Store' })],
      `Employee ID,Name,Email,Department
1,Ada Okoye-Lund,,Security
,Bo Lund,BO@sample.example,
,cy ROY,,Store
9,Dee Fox,,`,
    );
    expect(outcomes(result)).toEqual(['2 changed', '3 unchanged', '4 unchanged', '5 taken']);
    expect(result.rows[0]).toMatchObject({
      by: 'externalId',
      changes: [
        { field: 'name', from: 'Ada Okoye', to: 'Ada Okoye-Lund' },
        { field: 'unit', from: 'IT', to: 'Security' },
      ],
    });
  });

  test('two namesakes in the register: the user is asked, nobody is touched', () => {
    const result = plan(
      [known({ id: id('x'), name: 'Kim Lee' }), known({ id: id('y'), name: 'Kim Lee' })],
      'Name,Job title\nKim Lee,CISO',
    );
    expect(result.rows).toEqual([]);
    expect(result.ignored).toEqual([
      { row: 2, text: 'Kim Lee', reason: 'The register has 2 people called Kim Lee: choose one.' },
    ]);
    expect(result.flagged).toHaveLength(1);
  });

  test('the same name under another number is asked, under another number and address is somebody new', () => {
    const result = plan([ada], 'Employee ID,Name,Email\n77,Ada Okoye,\n78,Ada Okoye,ada2@sample.example');
    expect(result.ignored.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
      "2 The register's Ada Okoye has the number 1: say whether this is the same person.",
    ]);
    expect(outcomes(result)).toEqual(['3 taken']);
  });

  test('a number and an address of two different people stop the row', () => {
    const result = plan([ada, bo], 'Employee ID,Name,Email\n1,Ada Okoye,bo@sample.example');
    expect(result.rows).toEqual([]);
    expect(result.ignored[0]?.reason).toContain('The number is that of Ada Okoye');
  });

  test("another system's number does not replace the one on record", () => {
    const result = plan([ada], 'Object ID,Name,Email,Department\nguid-9,Ada Okoye,ada@sample.example,IT');
    expect(outcomes(result)).toEqual(['2 unchanged']);
    expect(result.flagged[0]?.reason).toBe('The register knows this address under number 1: that number is kept.');
  });
});

test('the second row of the same person is left out and flagged', () => {
  const result = plan(
    [],
    `Employee ID,Name,Email
1,Ada Okoye,ada@sample.example
1,Ada Okoye,
2,A. Okoye,ada@sample.example
3,Ada Okoye,other@sample.example
,Ada Okoye,`,
  );
  expect(outcomes(result)).toEqual(['2 taken', '5 taken']);
  expect(result.ignored.map(({ row, reason }) => `${row} ${reason}`)).toEqual([
    '3 Row 2 (Ada Okoye) has the same number “1” already.',
    '4 Row 2 (Ada Okoye) has the same address “ada@sample.example” already.',
    '6 Row 2 has the same name, and neither a number nor an address tells the two apart.',
  ]);
  expect(new Set(result.flagged.map(({ row }) => row))).toEqual(new Set([3, 4, 5, 6]));
});

describe('managers', () => {
  test('are found in the file first, then in the register; a missing or doubled one is flagged', () => {
    const result = plan(
      [ada],
      `Employee ID,Name,Manager
2,Bo Lund,Ada Okoye
3,Cy Roy,"Lund, Bo"
4,Dee Fox,Nobody Known
5,Kim Lee,2
6,Kim Lee,
7,Eve Ash,Kim Lee
8,Gus Orr,8`,
    );
    const links = result.rows.map((row) => (row.outcome === 'unchanged' ? null : row.manager));
    expect(links).toEqual([
      { kind: 'existing', id: 'ada' },
      { kind: 'row', row: 2 },
      null,
      { kind: 'row', row: 2 },
      null,
      null,
      null,
    ]);
    expect(
      result.flagged.filter(({ column }) => column === 'manager').map(({ row, reason }) => `${row} ${reason}`),
    ).toEqual(
      [
        '4 Neither the file nor the register has the manager Nobody Known.',
        '7 2 people in the file are called Kim Lee: the manager was left out.',
        '8 Nobody reports to themselves: the manager was left out.',
      ].map((text) => text.replace(/^7/, '7').replace(/^8/, '8')),
    );
  });

  test('in a circle are left out, also when the register closes it', () => {
    const inFile = plan([], 'Employee ID,Name,Manager ID\n1,Ada Okoye,2\n2,Bo Lund,3\n3,Cy Roy,2');
    expect(inFile.rows.map((row) => row.outcome === 'taken' && row.manager)).toEqual([
      { kind: 'row', row: 3 },
      null,
      null,
    ]);
    const closed = plan(
      [known({ ...ada, managerId: bo.id }), bo],
      'Name,Email,Manager\nBo Lund,bo@sample.example,Ada Okoye',
    );
    expect(outcomes(closed)).toEqual(['2 unchanged']);
    expect(closed.flagged[0]?.reason).toContain('in a circle');
  });
});

describe('who has left', () => {
  const text = 'Employee ID,Name,Status\n1,Ada Okoye,Terminated';

  test('ends on the day of the import, and the same file tomorrow changes nothing', () => {
    const first = plan([ada], text);
    expect(first.rows[0]).toMatchObject({
      outcome: 'changed',
      changes: [{ field: 'to', from: null, to: '2026-11-23' }],
    });
    const tomorrow = plan([known({ ...ada, to: today })], text, plainDate('2026-11-24'));
    expect(outcomes(tomorrow)).toEqual(['2 unchanged']);
  });

  test('stays ended when a file lists them without an end, and that is flagged', () => {
    const result = plan(
      [known({ ...ada, to: plainDate('2025-01-01') })],
      'Employee ID,Name,Status\n1,Ada Okoye,Active',
    );
    expect(outcomes(result)).toEqual(['2 unchanged']);
    expect(result.flagged[0]?.reason).toContain('left on 2025-01-01');
  });

  test('is not assumed of those whom the file does not mention: they are listed', () => {
    expect(plan([ada, bo, known({ id: id('old'), name: 'Old Hand', to: today })], text).absent).toEqual(['bo']);
  });
});

test('50,000 people are planned in linear time', () => {
  const rows = Array.from(
    { length: 50_000 },
    (_, at) => `${at},Person ${at} Test,p${at}@sample.example,${Math.floor(at / 10)}`,
  );
  const result = plan([], `Employee ID,Name,Email,Manager ID\n${rows.join('\n')}`);
  expect(result.rows).toHaveLength(50_000);
  expect(result.flagged.map(({ row }) => row)).toEqual([2]);
});
