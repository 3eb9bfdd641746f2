import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MatrixStore, type Batch } from './matrix-store.ts';
import type { CellChange, CellValue } from './model.ts';

const data = {
  rows: [
    { id: 'A.5.1', label: 'Policies', group: 'A.5' },
    { id: 'A.5.2', label: 'Roles and responsibilities', group: 'A.5' },
    { id: 'A.8.1', label: 'Endpoint devices', group: 'A.8' },
    { id: 'A.8.2', label: 'Privileged access', group: 'A.8' },
  ],
  columns: [
    { id: 'top', label: 'Top management' },
    { id: 'ism', label: 'Information security manager' },
    { id: 'it', label: 'IT operations' },
  ],
  groups: [
    { id: 'A.5', label: 'A.5 Organizational' },
    { id: 'A.8', label: 'A.8 Technological' },
  ],
};

const start: readonly CellValue[] = [
  { rowId: 'A.5.1', columnId: 'top', value: 'A' },
  { rowId: 'A.8.2', columnId: 'it', value: 'R' },
];

const made = (): MatrixStore => new MatrixStore(data, start);

const put = (rowId: string, columnId: string, after: string): CellChange => ({ rowId, columnId, before: '', after });

const shown = (store: MatrixStore): readonly string[] =>
  data.rows.map((row) => data.columns.map((column) => store.get(row.id, column.id) || '.').join(' '));

const accepted = (store: MatrixStore, batch: Batch | undefined): void => {
  if (batch !== undefined) store.accept(batch);
};

const someChanges = fc
  .array(
    fc.record({
      rowId: fc.constantFrom(...data.rows.map((row) => row.id)),
      columnId: fc.constantFrom(...data.columns.map((column) => column.id)),
      before: fc.constant(''),
      after: fc.constantFrom('', 'R', 'A', 'S', 'A/R'),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((changes) => [...new Map(changes.map((change) => [`${change.rowId} ${change.columnId}`, change])).values()]);

describe('a matrix in which somebody works', () => {
  it('shows a letter at once and marks it as being saved until the server has taken it', () => {
    const store = made();
    const batch = store.edit([put('A.5.2', 'ism', 'R')]);
    expect(store.get('A.5.2', 'ism')).toBe('R');
    expect(store.isSaving('A.5.2', 'ism')).toBe(true);
    accepted(store, batch);
    expect(store.isSaving('A.5.2', 'ism')).toBe(false);
    expect(store.get('A.5.2', 'ism')).toBe('R');
  });

  it('goes back to what the server holds when a change is refused, and has nothing left to undo', () => {
    const store = made();
    const batch = store.edit([put('A.5.1', 'top', 'I')]);
    if (batch !== undefined) store.refuse(batch);
    expect(store.get('A.5.1', 'top')).toBe('A');
    expect(store.canUndo).toBe(false);
  });

  it('keeps a later letter of the same cell when the earlier one is refused', () => {
    const store = made();
    const first = store.edit([put('A.5.1', 'top', 'I')]);
    const second = store.edit([put('A.5.1', 'top', 'C')]);
    if (first !== undefined) store.refuse(first);
    expect(store.get('A.5.1', 'top')).toBe('C');
    if (second !== undefined) store.refuse(second);
    expect(store.get('A.5.1', 'top')).toBe('A');
  });

  it('lets a refused undo be undone again', () => {
    const store = made();
    accepted(store, store.edit([put('A.8.1', 'it', 'A')]));
    const undo = store.undo();
    if (undo !== undefined) store.refuse(undo);
    expect(store.get('A.8.1', 'it')).toBe('A');
    expect([store.canUndo, store.canRedo]).toEqual([true, false]);
  });

  it('takes letters combined in one cell as one step', () => {
    const store = made();
    accepted(store, store.edit([put('A.5.2', 'ism', 'A')]));
    accepted(store, store.edit([put('A.5.2', 'ism', 'A/R')], { continues: true }));
    accepted(store, store.undo());
    expect(store.get('A.5.2', 'ism')).toBe('');
    accepted(store, store.redo());
    expect(store.get('A.5.2', 'ism')).toBe('A/R');
  });

  it('keeps an unsaved letter on top of what a reload brings', () => {
    const store = made();
    const batch = store.edit([put('A.5.1', 'top', 'R')]);
    store.load([{ rowId: 'A.5.1', columnId: 'top', value: 'S' }]);
    expect(shown(store)).toEqual(['R . .', '. . .', '. . .', '. . .']);
    if (batch !== undefined) store.refuse(batch);
    expect(store.get('A.5.1', 'top')).toBe('S');
  });

  it('undoes any work back to the start and redoes it to the end', () => {
    fc.assert(
      fc.property(fc.array(someChanges, { maxLength: 12 }), (edits) => {
        const store = made();
        const before = shown(store);
        for (const changes of edits) accepted(store, store.edit(changes));
        const after = shown(store);
        while (store.canUndo) accepted(store, store.undo());
        expect(shown(store)).toEqual(before);
        while (store.canRedo) accepted(store, store.redo());
        expect(shown(store)).toEqual(after);
      }),
    );
  });

  it('holds what the server holds once every change is answered, whichever were refused', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(someChanges, fc.boolean(), fc.constantFrom('edit', 'undo', 'redo')), { maxLength: 12 }),
        (acts) => {
          const store = made();
          const server = new Map(start.map((cell) => [`${cell.rowId} ${cell.columnId}`, cell.value]));
          const sent: { batch: Batch; taken: boolean }[] = [];
          for (const [changes, taken, act] of acts) {
            const batch = act === 'edit' ? store.edit(changes) : act === 'undo' ? store.undo() : store.redo();
            if (batch !== undefined) sent.push({ batch, taken });
          }
          for (const { batch, taken } of sent) {
            if (taken) {
              for (const change of batch.changes) server.set(`${change.rowId} ${change.columnId}`, change.after);
              store.accept(batch);
            } else store.refuse(batch);
          }
          for (const row of data.rows) {
            for (const column of data.columns) {
              expect(store.get(row.id, column.id)).toBe(server.get(`${row.id} ${column.id}`) ?? '');
              expect(store.isSaving(row.id, column.id)).toBe(false);
            }
          }
        },
      ),
    );
  });
});

describe('taking what the server holds', () => {
  const pool: readonly CellValue[] = data.rows.flatMap((row) =>
    data.columns.flatMap((column) =>
      ['', 'A', 'R'].map((value) => ({
        rowId: row.id,
        columnId: column.id,
        value,
        ground: value === 'R' ? 'must' : '',
      })),
    ),
  );
  /** At most one of each place; the same objects come again and again. */
  const held = fc
    .subarray([...pool])
    .map((cells) => [...new Map(cells.map((cell) => [`${cell.rowId} ${cell.columnId}`, cell])).values()]);

  it('shows just that, whatever was edited, saved or refused between, and whichever objects come again', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(held, someChanges, fc.boolean()), { minLength: 1, maxLength: 6 }), (acts) => {
        const store = made();
        for (const [cells, changes, taken] of acts) {
          const batch = store.edit(changes);
          if (batch !== undefined && taken) store.accept(batch);
          else if (batch !== undefined) store.refuse(batch);
          store.load(cells);
          const shown = new Map(cells.map((cell) => [`${cell.rowId} ${cell.columnId}`, cell]));
          for (const row of data.rows) {
            for (const column of data.columns) {
              expect(store.get(row.id, column.id)).toBe(shown.get(`${row.id} ${column.id}`)?.value ?? '');
              expect(store.ground(row.id, column.id)).toBe(shown.get(`${row.id} ${column.id}`)?.ground ?? '');
            }
          }
        }
      }),
    );
  });
});

describe('what a cell, a row and a column are told', () => {
  it('wakes only the edited cell and its row and column', () => {
    const store = made();
    const woken: string[] = [];
    for (const row of data.rows) {
      store.subscriptions.subscribe(`row ${row.id}`, () => woken.push(`row ${row.id}`));
      for (const column of data.columns) {
        store.subscriptions.subscribeCell(row.id, column.id, () => woken.push(`${row.id} ${column.id}`));
      }
    }
    store.edit([put('A.8.1', 'it', 'R')]);
    expect(woken).toEqual(['A.8.1 it', 'row A.8.1']);
  });

  it('works out the marks of a row again when one of its cells changes', () => {
    const store = made();
    store.lintRowsWith((row, cells) =>
      [...cells.values()].includes('A') ? [] : [{ rowId: row.id, severity: 'error', reason: 'Nobody is accountable.' }],
    );
    expect(store.lint.row('A.5.1')).toEqual([]);
    expect(store.lint.row('A.8.2').map((mark) => mark.reason)).toEqual(['Nobody is accountable.']);
    store.edit([put('A.8.2', 'ism', 'A')]);
    expect(store.lint.row('A.8.2')).toEqual([]);
    store.undo();
    expect(store.lint.touchesRow('A.8.2')).toBe(true);
  });
});

describe('folding a group', () => {
  it('takes the cursor from a vanishing row to the heading, and keeps it on a row that only moves', () => {
    const store = made();
    store.cursor.moveTo({ line: 4, column: 2 });
    expect(store.cursor.cell).toEqual({ rowId: 'A.8.1', columnId: 'it' });
    store.fold('A.5', true);
    expect(store.cursor.cell).toEqual({ rowId: 'A.8.1', columnId: 'it' });
    expect(store.cursor.active.line).toBe(2);
    store.fold('A.8', true);
    expect(store.cursor.line).toMatchObject({ kind: 'group', id: 'A.8', folded: true });
    expect(store.lines).toHaveLength(2);
  });
});
