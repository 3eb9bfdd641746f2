import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromTabSeparated, proposePaste, toTabSeparated, type PasteTarget } from './clipboard.ts';
import { MatrixStore } from './matrix-store.ts';
import { rasciKind, rasciMessages } from './rasci-kind.tsx';

const rowIds = ['4.1', '4.2', '4.3'];
const columnIds = ['top', 'ism', 'it'];
const kind = rasciKind(rasciMessages.en);
const made = (): MatrixStore =>
  new MatrixStore(
    {
      rows: rowIds.map((id) => (id === '4.3' ? { id, label: id, locked: 'not applicable' } : { id, label: id })),
      columns: columnIds.map((id) => ({ id, label: id })),
      groups: [],
    },
    [{ rowId: '4.1', columnId: 'top', value: 'A' }],
  );

const target = (over: Partial<PasteTarget> = {}): PasteTarget => ({
  rowIds,
  columnIds,
  selectedRows: 1,
  selectedColumns: 1,
  ...over,
});

const proposed = (store: MatrixStore, block: readonly (readonly string[])[], where = target()) =>
  proposePaste(block, where, {
    get: (rowId, columnId) => store.get(rowId, columnId),
    parse: kind.parse,
    locked: (rowId) => store.row(rowId)?.locked,
  });

describe('tab-separated text', () => {
  it('reads what a spreadsheet puts on the clipboard, quoted breaks and the last line break included', () => {
    expect(fromTabSeparated('R\tA\r\n"S\nor C"\t"say ""I"""\r\n')).toEqual([
      ['R', 'A'],
      ['S\nor C', 'say "I"'],
    ]);
  });

  it('keeps a stray quotation mark as it stands', () => {
    expect(fromTabSeparated('"R\tA')).toEqual([['"R', 'A']]);
  });

  it('returns every block that it wrote', () => {
    const texts = fc.string({ unit: fc.constantFrom('R', 'a', '"', '\t', '\n', ' ', '/') });
    const blocks = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(texts, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 }),
      );
    fc.assert(
      fc.property(blocks, (block) => {
        expect(fromTabSeparated(toTabSeparated(block))).toEqual(block);
      }),
    );
  });
});

describe('a paste is a proposal', () => {
  it('says what fits, what does not and why, and what lies beyond the edge', () => {
    const proposal = proposed(made(), [
      ['A', 'r', 'boss', 'S'],
      ['', 'accountable', 'C/I', ''],
      ['R', '', '', ''],
    ]);
    expect(proposal.fits).toEqual([
      { rowId: '4.1', columnId: 'ism', before: '', after: 'R' },
      { rowId: '4.2', columnId: 'ism', before: '', after: 'A' },
      { rowId: '4.2', columnId: 'it', before: '', after: 'C/I' },
    ]);
    expect(proposal.rejects.map((reject) => [reject.rowId, reject.columnId, reject.reason])).toEqual([
      ['4.1', 'it', '"boss" is not one of the letters R, A, S, C and I.'],
      ['4.3', 'top', 'not applicable'],
    ]);
    expect(proposal.overflow).toBe(1);
    expect(proposal.unchanged).toBe(4);
  });

  it('repeats one letter over the whole selection', () => {
    const proposal = proposed(made(), [['I']], target({ selectedRows: 2, selectedColumns: 3 }));
    expect(proposal.fits.map((change) => `${change.rowId} ${change.columnId}`)).toEqual([
      '4.1 top',
      '4.1 ism',
      '4.1 it',
      '4.2 top',
      '4.2 ism',
      '4.2 it',
    ]);
  });

  it('writes exactly what it proposed, as one step', () => {
    const letters = fc.constantFrom('', 'R', 'A', 's', 'C/I', 'x', 'Informed');
    fc.assert(
      fc.property(
        fc.array(fc.array(letters, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 4 }),
        (block) => {
          const store = made();
          const proposal = proposed(store, block);
          const batch = store.edit(proposal.fits);
          expect(batch?.changes ?? []).toEqual(proposal.fits);
          for (const change of proposal.fits) expect(store.get(change.rowId, change.columnId)).toBe(change.after);
          if (batch === undefined) return;
          store.undo();
          for (const change of proposal.fits) expect(store.get(change.rowId, change.columnId)).toBe(change.before);
          expect(store.canUndo).toBe(false);
        },
      ),
    );
  });
});
