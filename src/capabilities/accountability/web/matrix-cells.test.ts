import { describe, expect, it } from 'vitest';
import type { Accountability } from '../model.ts';
import { byPlace, cellsAfter, cellValues, editsOf } from './matrix-cells.ts';

const role = '01900000-0000-7000-8000-000000000001';
const person = '01900000-0000-7000-8000-000000000002';
const cell = (fields: object): Accountability =>
  ({
    id: 'c',
    version: 3,
    requirementId: '5.1',
    roleId: role,
    personId: null,
    letters: ['R', 'A'],
    ...fields,
  }) as never;
const change = { rowId: '5.1', columnId: `role:${role}`, before: 'A/R', after: 'C' };

describe('cells between the page and the server', () => {
  it('stand with who answers first, in the column of their role or person', () => {
    expect(cellValues([cell({}), cell({ roleId: null, personId: person, letters: ['I'] })])).toEqual([
      { rowId: '5.1', columnId: `role:${role}`, value: 'A/R' },
      { rowId: '5.1', columnId: `person:${person}`, value: 'I' },
    ]);
  });

  it('are edited with the version that was seen, or none where the cell was empty', () => {
    expect(editsOf([change], byPlace([cell({})]))).toEqual([
      { requirementId: '5.1', roleId: role, personId: null, letters: ['C'], version: 3 },
    ]);
    expect(editsOf([{ ...change, columnId: `person:${person}` }], byPlace([]))).toEqual([
      { requirementId: '5.1', roleId: null, personId: person, letters: ['C'], version: null },
    ]);
  });

  it('take what the server answered and leave out what was emptied', () => {
    const answered = cell({ version: 4, letters: ['C'] });
    expect(cellsAfter([cell({})], [change], [answered])).toEqual([answered]);
    expect(cellsAfter([cell({})], [{ ...change, after: '' }], [])).toEqual([]);
  });
});
