import { expect, test } from 'vitest';
import { plainDate } from '../../kernel/date.ts';
import { planPeople } from './people-import.ts';

const sheet = {
  name: null,
  heading: null,
  rows: [
    { number: 1, cells: ['Personnel number', 'Name', 'Job title', 'Department', 'Reports to'] },
    { number: 2, cells: ['P300', 'Ober Chef', 'Managing director', '', ''] },
    { number: 3, cells: ['P301', 'Mittel Chef', '', 'IT', 'Ober Chef'] },
  ],
};

test('the dry run says of everybody new what the file says of them, and nothing that was assumed', () => {
  let next = 0;
  const { report } = planPeople(
    [sheet],
    { person: [], columnMapping: [] },
    {
      today: plainDate('2026-11-23'),
      newId: () => `id ${(next += 1)}`,
      name: 'people.csv',
    },
  );
  expect(report.rows.map(({ label, changes }) => [label, changes.map(({ field, to }) => `${field}: ${to}`)])).toEqual([
    ['Ober Chef', ['job title: Managing director', 'personnel number: P300']],
    ['Mittel Chef', ['unit: IT', 'personnel number: P301', 'reports to: row 2']],
  ]);
});
