import { describe, expect, it } from 'vitest';
import { plainDate } from '../../kernel/date.ts';
import { sheetOfPaste } from './pasted-names.ts';
import { parsePeople } from './people-document.ts';

const people = (text: string) =>
  parsePeople(sheetOfPaste(text), { today: plainDate('2026-03-01') }).people.map(
    ({ row, name, email, jobTitle, unit }) => ({ row, name, email, jobTitle, unit }),
  );

describe('names pasted into Muster', () => {
  it('are taken one a line, with what else is known behind them', () => {
    expect(
      people('Maria Lindqvist, maria@example.org, Head of IT\n\nJonas Weber; jonas@example.org; Network engineer; IT'),
    ).toEqual([
      { row: 1, name: 'Maria Lindqvist', email: 'maria@example.org', jobTitle: 'Head of IT', unit: null },
      { row: 3, name: 'Jonas Weber', email: 'jonas@example.org', jobTitle: 'Network engineer', unit: 'IT' },
    ]);
  });

  it('are turned round where the surname stands first, and taken from an address line of a mail', () => {
    expect(people('Weber, Jonas\nليلى حداد <layla@example.org>').map(({ name, email }) => [name, email])).toEqual([
      ['Jonas Weber', null],
      ['ليلى حداد', 'layla@example.org'],
    ]);
  });

  it('may be nothing but names, and that alone is no reason to look again', () => {
    const { people: found, flagged } = parsePeople(sheetOfPaste('Ana Ruiz\nليلى حداد\n'), {
      today: plainDate('2026-03-01'),
    });
    expect(found.map(({ name }) => name)).toEqual(['Ana Ruiz', 'ليلى حداد']);
    expect(flagged).toEqual([]);
  });

  it('are read as a table where a heading came along', () => {
    expect(people('Department\tFirst name\tLast name\nLegal\tAna\tRuiz')).toEqual([
      { row: 2, name: 'Ana Ruiz', email: null, jobTitle: null, unit: 'Legal' },
    ]);
  });
});
