import { describe, expect, it } from 'vitest';
import { settingOf } from '../../../../tests/factories/rows.ts';
import { settingsOf } from '../../assessment/rule-tuning.ts';
import { accountableTotal, lintRow, loadTotal } from './matrix-lint.ts';

const texts = {
  noAccountable: 'nobody answers',
  severalAccountable: (count: number) => `${count} answer`,
  noResponsible: 'nobody works',
  severalResponsible: (count: number) => `${count} work`,
};
const row = { id: 'A.8.8', label: 'Management of technical vulnerabilities' };
const lint = lintRow(texts);

describe('the lint of a row of the matrix', () => {
  it('is quiet about one who answers and one who works, be it the same', () => {
    expect(lint(row, new Map([['role:ciso', 'A/R']]))).toEqual([]);
  });

  it('asks for A and R in an empty row', () => {
    expect(lint(row, new Map())).toEqual([
      { rowId: 'A.8.8', severity: 'error', reason: 'nobody answers' },
      { rowId: 'A.8.8', severity: 'warning', reason: 'nobody works' },
    ]);
  });

  it('marks every cell of those who answer when they are several', () => {
    const cells = new Map([
      ['role:ceo', 'A'],
      ['role:ciso', 'A/R'],
      ['role:dpo', 'C'],
    ]);
    expect(lint(row, cells)).toEqual([
      { rowId: 'A.8.8', columnId: 'role:ceo', severity: 'error', reason: '2 answer' },
      { rowId: 'A.8.8', columnId: 'role:ciso', severity: 'error', reason: '2 answer' },
    ]);
  });

  it('goes by what the organization set', () => {
    const settings = settingsOf({
      ruleSetting: [
        settingOf('rasci.several-accountable', { limit: 2 }),
        settingOf('rasci.several-responsible', { limit: 1 }),
        settingOf('rasci.no-accountable', { on: false }),
      ],
    });
    const own = lintRow(texts, settings);
    const two = new Map([
      ['role:ceo', 'A/R'],
      ['role:ciso', 'A/R'],
    ]);
    expect(own(row, two).map(({ reason }) => reason)).toEqual(['2 work', '2 work']);
    expect(own(row, new Map([['role:ceo', 'R']]))).toEqual([]);
    expect(accountableTotal('A', texts, settings).of(row, two)).toEqual({ text: '2' });
    expect(accountableTotal('A', texts, settings).of(row, new Map())).toEqual({ text: '0' });
  });

  it('asks nothing of a requirement that does not apply', () => {
    expect(lint({ ...row, locked: 'no software is developed here' }, new Map())).toEqual([]);
    expect(accountableTotal('A', texts).of({ ...row, locked: 'out' }, new Map())).toEqual({ text: '' });
  });

  it('counts the rows for which a column answers or works once each', () => {
    const cells = new Map([
      ['5.1', 'A/R'],
      ['5.2', 'R'],
      ['5.3', 'C'],
    ]);
    const total = loadTotal('load', (accountable, responsible) => `${accountable} and ${responsible}`);
    expect(total.of({ id: 'role:ciso', label: 'CISO' }, cells)).toEqual({ text: '2', reason: '1 and 2' });
  });
});
