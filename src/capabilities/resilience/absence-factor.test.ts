import { array, assert, integer, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { absenceFactor } from './absence-factor.ts';

const work = array(integer({ min: 0, max: 50 }), { maxLength: 9 });

/** Tries every group of people. */
const smallestHalf = (contributions: readonly number[]): number => {
  const total = contributions.reduce((sum, one) => sum + one, 0);
  let smallest = contributions.length;
  for (let group = 0; group < 2 ** contributions.length; group++) {
    const members = contributions.filter((_, index) => (group & (1 << index)) !== 0);
    if (members.reduce((sum, one) => sum + one, 0) * 2 >= total) smallest = Math.min(smallest, members.length);
  }
  return smallest;
};

describe('the contributor absence factor', () => {
  it('is 2 for the published example', () => {
    expect(absenceFactor([1000, 202, 90, 33, 332, 343, 42, 433])).toEqual({ factor: 2, total: 2475, carried: 1433 });
  });

  it('is 1 when one person makes exactly half, and 0 when nobody makes anything', () => {
    expect(absenceFactor([3, 6, 1, 2]).factor).toBe(1);
    expect(absenceFactor([])).toEqual({ factor: 0, total: 0, carried: 0 });
    expect(absenceFactor([0, 0]).factor).toBe(0);
  });

  it('is the smallest group that makes half, as trying every group finds it', () => {
    assert(
      property(work, (all) => {
        expect(absenceFactor(all).factor).toBe(smallestHalf(all));
      }),
    );
  });

  it('rises by one at most, and never falls, when somebody joins who contributes no more than anybody', () => {
    assert(
      property(work, integer({ min: 0, max: 50 }), (all, joining) => {
        const least = Math.min(joining, ...all);
        const [before, after] = [absenceFactor(all).factor, absenceFactor([...all, least]).factor];
        expect(after === before || after === before + 1).toBe(true);
      }),
    );
  });

  it('does not depend on order or unit', () => {
    assert(
      property(work, integer({ min: 1, max: 9 }), (all, unit) => {
        expect(absenceFactor(all.toReversed().map((one) => one * unit)).factor).toBe(absenceFactor(all).factor);
      }),
    );
  });
});
