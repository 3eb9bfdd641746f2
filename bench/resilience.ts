import { assess } from '../src/capabilities/assessment/assess.ts';
import { resilience } from '../src/capabilities/resilience/resilience.ts';
import { plainDate } from '../src/kernel/date.ts';
import { syntheticSnapshot } from '../tests/factories/snapshot.ts';
import type { BenchResult } from './result.ts';

const sizes = [1_000, 10_000, 50_000] as const;
const FACTS_PER_PERSON = 10;
const on = plainDate('2026-03-01');

/**
 * Times `resilience` at three sizes against `assess` of the same snapshot, which is linear in the facts: a ratio that
 * stays says that the factors are (nearly) linear too. Best of several runs in milliseconds.
 */
export function run(): readonly BenchResult[] {
  return sizes.map((size) => {
    const snapshot = syntheticSnapshot(size, FACTS_PER_PERSON);
    const rounds = size <= 1_000 ? 100 : 7;
    let [value, yardstick] = [Infinity, Infinity];
    for (let round = 0; round < rounds; round++) {
      value = Math.min(
        value,
        timed(() => resilience(snapshot, on).carriers),
      );
      yardstick = Math.min(
        yardstick,
        timed(() => assess(snapshot, on).gaps.length),
      );
    }
    return {
      name: `resilience of ${size} people, ${FACTS_PER_PERSON} facts each`,
      value,
      yardstick,
      ratio: value / yardstick,
      unit: 'ms',
      note: 'assess of the same snapshot as yardstick, less is better',
    };
  });
}

function timed(work: () => number): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}
