import { describe, expect, it } from 'vitest';
import { blockOf, filling, setting } from './edits.ts';
import type { Range } from './lines.ts';
import { MatrixStore } from './matrix-store.ts';

const rows = ['4.1', '4.2', '4.3', '5.1', '5.2'].map((id) => ({
  id,
  label: id,
  group: id.charAt(0),
  ...(id === '4.3' ? { locked: 'left out' } : {}),
}));
const columns = [
  { id: 'ceo', label: 'Chief executive', group: 'Mandatory' },
  { id: 'ism', label: 'Security manager', group: 'Mandatory' },
  { id: 'it', label: 'Operations', group: 'Other' },
  { id: 'hr', label: 'People', group: 'Other' },
];
const groups = [
  { id: '4', label: 'Clause 4' },
  { id: '5', label: 'Clause 5' },
];

/** Lines: heading of 4, 4.1, 4.2, 4.3 (locked), heading of 5, 5.1, 5.2. */
const made = (): MatrixStore =>
  new MatrixStore({ rows, columns, groups }, [
    { rowId: '4.1', columnId: 'ceo', value: 'A' },
    { rowId: '4.2', columnId: 'ceo', value: 'R' },
    { rowId: '4.1', columnId: 'ism', value: 'C' },
  ]);
const range = (top: number, left: number, bottom: number, right: number): Range => ({ top, left, bottom, right });
const texts = (store: MatrixStore, source: Range, over: Range): readonly string[] =>
  filling(store, source, over).map(({ rowId, columnId, after }) => `${rowId} ${columnId} ${after || '.'}`);

describe('dragging the corner of a selection', () => {
  it('repeats the rows downward, over headings and past locked rows', () => {
    expect(texts(made(), range(1, 0, 2, 0), range(1, 0, 6, 0))).toEqual(['5.1 ceo R', '5.2 ceo A']);
  });

  it('repeats backward upward, so that the pattern goes on', () => {
    const store = made();
    store.edit([{ rowId: '5.1', columnId: 'hr', before: '', after: 'S' }]);
    expect(texts(store, range(5, 3, 6, 3), range(1, 3, 6, 3))).toEqual(['4.1 hr .', '4.2 hr S']);
  });

  it('repeats to the right', () => {
    expect(texts(made(), range(1, 0, 1, 1), range(1, 0, 1, 3))).toEqual(['4.1 it A', '4.1 hr C']);
  });
});

describe('a folded group of columns', () => {
  it('is one column in view that nothing is written to, and gives its columns back', () => {
    const store = made();
    store.foldColumns('Other', true);
    expect(store.columns.map(({ id }) => id)).toEqual(['ceo', 'ism', 'fold Other']);
    expect(store.columns[2]?.folds).toEqual(['it', 'hr']);
    expect(store.columnIndex('hr')).toBe(2);
    const everything = range(0, 0, 6, 2);
    expect(new Set(setting(store, everything, 'I').map(({ columnId }) => columnId))).toEqual(new Set(['ceo', 'ism']));
    expect(blockOf(store, range(1, 0, 1, 2))).toEqual([['A', 'C']]);
    expect(store.allColumns).toHaveLength(4);
    expect(store.columnFold('it')).toBe('Other');
    store.foldColumns('Other', false);
    expect(store.columns).toEqual(columns);
    expect(store.folds).toEqual({ rows: [], columns: [] });
  });

  it('is folded from the beginning where somebody left it so', () => {
    const store = new MatrixStore({ rows, columns, groups }, [], { rows: ['4'], columns: ['Mandatory'] });
    expect(store.columns.map(({ id }) => id)).toEqual(['fold Mandatory', 'it', 'hr']);
    expect(store.lines.map(({ id }) => id)).toEqual(['4', '5', '5.1', '5.2']);
  });
});
