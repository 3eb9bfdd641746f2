import { array, assert, integer, property, record, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PersonId } from '../../kernel/id.ts';
import { addAll, addRow, emptyMask, hasRow, type RowMask } from '../assessment/row-mask.ts';
import { truckFactor, type Cover } from './truck-factor.ts';

const ROWS = 40;
const all = Array.from({ length: ROWS }, (_, row) => row);

const maskOf = (rows: readonly number[]): RowMask => {
  const mask = emptyMask(ROWS);
  for (const row of rows) addRow(mask, row);
  return mask;
};
const coverOf = (rows: readonly number[], index: number): Cover => ({
  personId: `person ${index}` as PersonId,
  rows: maskOf(rows),
});
const factorOf = (people: readonly (readonly number[])[], wanted = all, everyone: readonly number[] = []) =>
  truckFactor(people.map(coverOf), maskOf(wanted), maskOf(everyone)).factor;

/** The size of the smallest group whose loss leaves more than half of the rows without anybody; null when none does. */
const smallestGroup = (covers: readonly Cover[], wanted: readonly number[], everyone: RowMask): number | null => {
  let smallest: number | null = null;
  for (let group = 0; group < 2 ** covers.length; group++) {
    const left = emptyMask(ROWS);
    addAll(left, everyone);
    covers.forEach(({ rows }, index) => {
      if ((group & (1 << index)) === 0) addAll(left, rows);
    });
    const size = covers.filter((_, index) => (group & (1 << index)) !== 0).length;
    if (wanted.filter((row) => !hasRow(left, row)).length * 2 > wanted.length)
      smallest = Math.min(smallest ?? size, size);
  }
  return smallest;
};

const someRows = subarray(all, { minLength: 1, maxLength: 14 });
const scenes = record({
  covers: array(someRows, { maxLength: 7 }).map((people) => people.map(coverOf)),
  wanted: subarray(all, { minLength: 1, maxLength: 12 }),
  everyone: subarray(all, { maxLength: 3 }),
});

describe('the truck factor over requirements', () => {
  it('is 1 when one person covers more than half alone, and 2 when it is exactly half', () => {
    expect(factorOf([all.slice(0, 21), all.slice(21)])).toBe(1);
    expect(factorOf([all.slice(0, 20), all.slice(20)])).toBe(2);
  });

  it('names who goes, what they cover and what is lost with each', () => {
    const { steps, uncovered } = truckFactor(
      [all.slice(0, 20), all.slice(10, 32), all.slice(30, 38)].map(coverOf),
      maskOf(all),
      emptyMask(ROWS),
    );
    expect(uncovered).toBe(2);
    expect(steps).toEqual([
      { personId: 'person 1', covers: 22, lost: 10 },
      { personId: 'person 0', covers: 20, lost: 20 },
    ]);
  });

  it('is 0 when more than half have nobody to begin with, and when there is nothing to cover', () => {
    expect(factorOf([all.slice(0, 19)])).toBe(0);
    expect(factorOf([])).toBe(0);
    expect(factorOf([all], [])).toBe(0);
  });

  it('does not exist when everybody holds half together', () => {
    expect(factorOf([all], all, all.slice(0, 20))).toBeNull();
    expect(factorOf([all], all, all.slice(0, 19))).toBe(1);
  });

  it('takes the first by id of two who cover as much, whatever the order of the records', () => {
    const covers = [all.slice(0, 15), all.slice(15, 30), all.slice(25)].map(coverOf);
    const [there, back] = [covers, covers.toReversed()].map((people) =>
      truckFactor(people, maskOf(all), emptyMask(ROWS)),
    );
    expect(there).toEqual(back);
    expect(there?.steps.map(({ personId }) => personId)).toEqual(['person 0', 'person 1']);
  });

  it('may be more than the smallest group, where those who cover most cover the same', () => {
    const covers = [all.slice(0, 18), all.slice(0, 17), all.slice(18, 30), all.slice(30)].map(coverOf);
    const none = emptyMask(ROWS);
    expect(truckFactor(covers, maskOf(all), none).factor).toBe(3);
    expect(smallestGroup(covers, all, none)).toBe(2);
  });

  it('is never less than the smallest group that does as much, and exists when there is such a group', () => {
    assert(
      property(scenes, ({ covers, wanted, everyone }) => {
        const standing = maskOf(everyone);
        const { factor } = truckFactor(covers, maskOf(wanted), standing);
        const smallest = smallestGroup(covers, wanted, standing);
        expect([factor === null, factor === 0]).toEqual([smallest === null, smallest === 0]);
        expect(factor ?? Infinity).toBeGreaterThanOrEqual(smallest ?? Infinity);
      }),
      { numRuns: 400 },
    );
  });

  it('is exact where every requirement has one person alone', () => {
    assert(
      property(array(integer({ min: 0, max: 6 }), { minLength: ROWS, maxLength: ROWS }), (owners) => {
        const covers = [0, 1, 2, 3, 4, 5, 6].map((owner) =>
          coverOf(
            all.filter((row) => owners[row] === owner),
            owner,
          ),
        );
        const { factor } = truckFactor(covers, maskOf(all), emptyMask(ROWS));
        expect(factor).toBe(smallestGroup(covers, all, emptyMask(ROWS)));
      }),
      { numRuns: 60 },
    );
  });

  it('is exact where all cover the same: all of them', () => {
    assert(
      property(integer({ min: 1, max: 7 }), someRows, (count, rows) => {
        const covers = Array.from({ length: count }, (_, index) => coverOf(rows, index));
        const { factor } = truckFactor(covers, maskOf(rows), emptyMask(ROWS));
        expect([factor, smallestGroup(covers, rows, emptyMask(ROWS))]).toEqual([count, count]);
      }),
      { numRuns: 40 },
    );
  });

  it('never falls when somebody joins, and stays when somebody without any requirement does', () => {
    assert(
      property(scenes, someRows, ({ covers, wanted, everyone }, rows) => {
        const factor = (people: readonly Cover[]): number =>
          truckFactor(people, maskOf(wanted), maskOf(everyone)).factor ?? Infinity;
        expect(factor([...covers, coverOf(rows, 99)])).toBeGreaterThanOrEqual(factor(covers));
        expect(factor([...covers, coverOf([], 99)])).toBe(factor(covers));
      }),
      { numRuns: 400 },
    );
  });

  it('changes nothing in what it is given', () => {
    const covers = [all.slice(0, 30)].map(coverOf);
    truckFactor(covers, maskOf(all), emptyMask(ROWS));
    expect(covers).toEqual([all.slice(0, 30)].map(coverOf));
  });
});
