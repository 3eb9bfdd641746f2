import { assess } from '../src/capabilities/assessment/assess.ts';
import { plainDate } from '../src/kernel/date.ts';
import { syntheticSnapshot } from '../tests/factories/snapshot.ts';
import { best } from './best.ts';
import type { BenchResult } from './result.ts';

interface AssessResult extends BenchResult {
  /** Must stay within a factor of two over all sizes: `assess` is linear in the facts. */
  readonly microsecondsPerFact: number;
}

const sizes = [100, 1_000, 10_000, 50_000] as const;
const FACTS_PER_PERSON = 10;
const on = plainDate('2026-03-01');

/**
 * Times `assess` at four sizes, 10 facts a person. The yardstick is `JSON.parse` of the same snapshot: what it costs
 * only to read the facts. `value` and `yardstick` are the best of several runs in milliseconds.
 */
export function run(): readonly AssessResult[] {
  const results: AssessResult[] = [];
  for (const size of sizes) {
    const snapshot = syntheticSnapshot(size, FACTS_PER_PERSON);
    const text = JSON.stringify(snapshot);
    // Small sizes need rounds enough for the compiler to warm up: a server that runs has long done so.
    const rounds = size <= 1_000 ? 300 : 7;
    const value = best(rounds, () => assess(snapshot, on).gaps.length);
    const yardstick = best(rounds, () => (JSON.parse(text) as { person: unknown[] }).person.length);
    const facts =
      snapshot.person.length + snapshot.role.length + snapshot.appointment.length + snapshot.accountability.length;
    const microsecondsPerFact = (value * 1000) / facts;
    results.push({
      name: `assess ${size} people, ${FACTS_PER_PERSON} facts each`,
      microsecondsPerFact,
      value,
      yardstick,
      ratio: value / yardstick,
      unit: 'ms',
      note: `${microsecondsPerFact.toFixed(2)} µs a fact, JSON.parse as yardstick, less is better`,
    });
  }
  return results;
}
