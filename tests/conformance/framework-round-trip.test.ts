import { describe, expect, it } from 'vitest';
import { parseMatrixDocument } from '../../src/capabilities/accountability/matrix-document.ts';
import { planMatrixImport } from '../../src/capabilities/accountability/matrix-import.ts';
import { accountabilityMatrix } from '../../src/capabilities/documents/accountability-matrix.ts';
import { matrixCsv } from '../../src/capabilities/documents/matrix-csv.ts';
import type { Snapshot } from '../../src/capabilities/trail/snapshot.ts';
import { plainDate } from '../../src/kernel/date.ts';
import { readDocument } from '../../src/platform/files/document.ts';
import { newFirm } from '../factories/firm.ts';
import { frameworkOf } from '../factories/framework.ts';
import { countingIds } from '../factories/snapshot.ts';

const newId = countingIds();
const today = plainDate('2026-03-03');
const sea = frameworkOf('sea', { 'W-1': 'Watch', 'W-2': 'Log' }, [['W-2', 'A.8.15']], newId);
const firm = newFirm();
firm.letters('sea:W-1', 'ciso', 'A');
firm.letters('A.8.15', 'ciso', 'AR');
const snapshot = firm.snapshot(sea);

const exported = (of: Snapshot): string => matrixCsv(accountabilityMatrix(of, today, undefined, sea.framework[0]));
const planned = async (text: string) => {
  const document = await readDocument({ name: 'sea.csv', bytes: new TextEncoder().encode(text) });
  return planMatrixImport(parseMatrixDocument(document), snapshot, new Map(), newId);
};

describe('the matrix of a framework as CSV', () => {
  it('holds its own letters, and says whose letters the other rows show', () => {
    const [, first, second] = exported(snapshot).split(/\r?\n/);
    expect(first).toContain('sea:W-1,W-1 Watch,yes,A,');
    expect(second).toContain('sea:W-2,W-2 Log [letters of A.8.15],yes,,');
  });

  it('comes back without a change', async () => {
    const { items, report } = await planned(exported(snapshot));
    expect(items).toEqual([]);
    expect(report).toMatchObject({ taken: 0, changed: 0, unchanged: 2, ignored: [] });
  });

  it('comes back with the letters that were changed in it, and no others', async () => {
    const edited = exported(snapshot).replace('sea:W-2,W-2 Log [letters of A.8.15],yes,,', 'sea:W-2,W-2 Log,yes,R,');
    const { items } = await planned(edited);
    expect(items).toMatchObject([
      { register: 'accountability', operation: 'create', fields: { requirementId: 'sea:W-2', letters: ['R'] } },
    ]);
  });

  it('is not in the matrix of ISO', () => {
    expect(matrixCsv(accountabilityMatrix(snapshot, today))).not.toContain('sea:');
  });

  it('names its rows by the source’s own ids in any other list', async () => {
    const rows = [
      'Control,CISO,HR Manager,IT Operations',
      'W-1 Watch,A,R,C',
      'W-2 Log,A,R,I',
      'A.8.16 Monitoring,A,C,R',
    ];
    const { report } = await planned(rows.join('\n'));
    expect(report.requirements.map(({ target, how }) => [target, how])).toEqual([
      ['sea:W-1', 'id'],
      ['sea:W-2', 'id'],
      ['A.8.16', 'id'],
    ]);
  });
});
