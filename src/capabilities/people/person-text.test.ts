import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, plainDate } from '../../kernel/date.ts';
import { cleanCell } from './cell-text.ts';
import { dateColumns, dateIn } from './date-column.ts';
import { readDate } from './date-text.ts';
import { readEmail } from './email-text.ts';
import { readStatus } from './employment-status.ts';
import { readFullTimeShare, readWeeklyHours } from './hours-text.ts';
import { personName } from './name-text.ts';

const today = plainDate('2026-11-23');

describe('names', () => {
  test.each([
    ['Okoye, Ada', 'Ada Okoye'],
    ['  García  Márquez , José ', 'José García Márquez'],
    ['Smith, Jr.', 'Smith, Jr.'],
    ['John Smith, Jr.', 'John Smith, Jr.'],
    ['Smith, Jr., John', 'John Smith, Jr.'],
    ['Ada Okoye, CISSP, MBA', 'Ada Okoye, CISSP, MBA'],
    ['Müller, Dr. Hans', 'Dr. Hans Müller'],
    ['Dr. Ada Okoye', 'Dr. Ada Okoye'],
    ['Roy, Cy (On Leave)', 'Cy Roy'],
    ['\u202Bمحمد علي\u202C', 'محمد علي'],
    ['علي، محمد', 'محمد علي'],
    ['علی\u200Cرضا', 'علی\u200Cرضا'],
    ['Ad\u200Ba\uFEFF Oko\u00ADye', 'Ada Okoye'],
    ['张伟', '张伟'],
    ['Zoe\u0308 Łukasik', 'Zoë Łukasik'],
    ["O'Brien-Núñez, Seán", "Seán O'Brien-Núñez"],
    [' ', ''],
  ])('%s is %s', (text, name) => {
    expect(personName(text)).toBe(name);
  });

  test('cleaning is done once and for all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanCell(cleanCell(text))).toBe(cleanCell(text));
      }),
    );
  });
});

describe('dates', () => {
  test.each([
    ['2019-03-15', '2019-03-15'],
    ['2019-03-15T00:00:00Z', '2019-03-15'],
    ['15.03.2019', '2019-03-15'],
    ['5.3.19', '2019-03-05'],
    ['5.3.62', '1962-03-05'],
    ['15/03/2019 08:30', '2019-03-15'],
    ['03/15/2019', '2019-03-15'],
    ['15 Mar 2019', '2019-03-15'],
    ['March 15, 2019', '2019-03-15'],
    ['15. März 2019', '2019-03-15'],
    ['15 août 2019', '2019-08-15'],
    ['15 de marzo de 2019', '2019-03-15'],
    ['15 марта 2019 г.', '2019-03-15'],
    ['20190315', '2019-03-15'],
    ['43539', '2019-03-15'],
    ['43539.5', '2019-03-15'],
  ])('%s is %s', (text, date) => {
    expect(readDate(text, today)).toMatchObject({ kind: 'day', date });
  });

  test.each(['31.12.9999', '9999-12-31', '00.00.0000', '0', 'n/a', '-'])('%s is no end', (text) => {
    expect(['open', 'none']).toContain(readDate(text, today).kind);
  });

  test.each(['31.02.2020', '32/13/2020', 'soon', '12', '99999999'])('%s is no date', (text) => {
    expect(readDate(text, today)).toEqual({ kind: 'none' });
  });

  const column = (label: string, cells: readonly string[], told: 'day-first' | 'month-first' | null = null) => {
    const [one] = dateColumns(
      [{ index: 0, label }],
      cells.map((text) => [text]),
      today,
      told,
    );
    return one === undefined ? [] : cells.map((text) => dateIn(one, text, today));
  };

  test('one value above twelve proves the order of its column', () => {
    expect(column('Start date', ['03/04/2020', '13/04/2020']).map(({ date }) => date)).toEqual([
      '2020-04-03',
      '2020-04-13',
    ]);
    expect(column('Start date', ['03/04/2020', '04/13/2020']).map(({ date }) => date)).toEqual([
      '2020-03-04',
      '2020-04-13',
    ]);
  });

  test('without proof an English column is asked about, a told order is followed, a German one is day first and flagged', () => {
    expect(column('Start date', ['03/04/2020', '05/05/2020'])).toEqual([
      { date: null, flag: expect.stringContaining('Either 2020-04-03 or 2020-03-04') },
      { date: '2020-05-05', flag: null },
    ]);
    expect(column('Start date', ['03/04/2020'], 'month-first')).toEqual([{ date: '2020-03-04', flag: null }]);
    expect(column('Eintritt', ['03/04/2020'])[0]).toMatchObject({ date: '2020-04-03', flag: expect.any(String) });
  });

  test('two values that prove opposite orders leave the others open', () => {
    expect(column('Start date', ['13/04/2020', '04/13/2020', '03/04/2020']).map(({ date }) => date)).toEqual([
      '2020-04-13',
      '2020-04-13',
      null,
    ]);
  });

  test('every day of two centuries is read back from its usual spellings', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), (days) => {
        const date = addDays(plainDate('1960-01-01'), days);
        const [year, month, day] = date.split('-');
        for (const text of [date, `${day}.${month}.${year}`, `${year}/${month}/${day}`, `${year}${month}${day}`])
          expect(readDate(text, today)).toMatchObject({ kind: 'day', date });
        expect(readDate(String(21_916 + days), today)).toMatchObject({ kind: 'day', date });
      }),
    );
  });
});

test('hours of a week, and shares of one', () => {
  expect(['38,5', '38.50 h', '37:30', '40 Std./Woche', '35h', '0'].map(readWeeklyHours)).toEqual([
    38.5, 38.5, 37.5, 40, 35, 0,
  ]);
  expect(['169', 'full', '-1', '1e2'].map(readWeeklyHours)).toEqual([null, null, null, null]);
  expect(['0,5', '80 %', '100', '1.0', '1'].map((text) => readFullTimeShare(text, 40))).toEqual([20, 32, 40, 40, 40]);
});

test('addresses in the forms that people paste', () => {
  expect(readEmail('Ada Okoye <Ada@Sample.example>')).toBe('ada@sample.example');
  expect(readEmail('mailto:ada@sample.example; bo@sample.example')).toBe('ada@sample.example');
  expect(['ada', 'ada@', '@sample', 'n/a'].map(readEmail)).toEqual([null, null, null, null]);
});

test('words for statuses in several languages', () => {
  expect(['Terminated - Voluntary', 'ausgeschieden', 'uit dienst', 'Уволен', 'T'].map(readStatus)).toEqual(
    Array(5).fill('ended'),
  );
  expect(['Active', 'Full-Time', 'aktiv', 'En poste', 'A'].map(readStatus)).toEqual(Array(5).fill('active'));
  expect(['On Leave', 'Elternzeit', 'L'].map(readStatus)).toEqual(Array(3).fill('on-leave'));
  expect(['Suspended', 'gekündigt', 'Baja'].map(readStatus)).toEqual(Array(3).fill('unsure'));
  expect(readStatus('')).toBe(null);
});
