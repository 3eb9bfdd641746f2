import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { addDays, plainDate } from '../../kernel/date.ts';
import { budgetOf, quarterOf, sumOf, yearsOf } from './budget.ts';

const expense = fc.record({
  on: fc.integer({ min: 0, max: 1200 }).map((days) => addDays(plainDate('2026-01-01'), days)),
  cost: fc.option(fc.record({ minor: fc.nat(10_000_000), currency: fc.constantFrom('EUR', 'CHF', 'USD') })),
  hours: fc.option(fc.integer({ min: 0, max: 1_000_000 }).map((hundredths) => hundredths / 100)),
});

it('sums by currency and by quarter', () => {
  const parts = [
    { on: plainDate('2026-03-31'), cost: { minor: 10_050, currency: 'EUR' }, hours: 8 },
    { on: plainDate('2026-04-01'), cost: { minor: 5_000, currency: 'CHF' }, hours: 0.1 },
    { on: plainDate('2026-04-02'), cost: { minor: 1, currency: 'EUR' }, hours: 0.2 },
    { on: plainDate('2026-04-03'), cost: null, hours: null },
  ];
  expect(budgetOf(parts)).toEqual({
    costs: [
      { minor: 5_000, currency: 'CHF' },
      { minor: 10_051, currency: 'EUR' },
    ],
    hours: 8.3,
    quarters: [
      { quarter: '2026-Q1', costs: [{ minor: 10_050, currency: 'EUR' }], hours: 8 },
      {
        quarter: '2026-Q2',
        costs: [
          { minor: 5_000, currency: 'CHF' },
          { minor: 1, currency: 'EUR' },
        ],
        hours: 0.3,
      },
    ],
  });
});

it('is told by calendar year too, each currency by itself', () => {
  const cost = (minor: number, currency: string) => ({ minor, currency });
  const parts = [
    { on: plainDate('2027-01-01'), cost: cost(700, 'EUR'), hours: 1 },
    { on: plainDate('2026-12-31'), cost: cost(300, 'CHF'), hours: 0.1 },
    { on: plainDate('2026-02-01'), cost: cost(200, 'EUR'), hours: 0.2 },
    { on: plainDate('2026-10-01'), cost: cost(50, 'CHF'), hours: null },
  ];
  expect(yearsOf(budgetOf(parts).quarters)).toEqual([
    { year: '2026', costs: [cost(350, 'CHF'), cost(200, 'EUR')], hours: 0.3 },
    { year: '2027', costs: [cost(700, 'EUR')], hours: 1 },
  ]);
});

it('is the sum of its parts, of any parts, in any order', () => {
  fc.assert(
    fc.property(fc.array(expense, { maxLength: 30 }), fc.nat(30), (parts, at) => {
      const whole = budgetOf(parts);
      expect(budgetOf(parts.toReversed())).toEqual(whole);
      const [one, other] = [budgetOf(parts.slice(0, at)), budgetOf(parts.slice(at))];
      for (const currency of ['EUR', 'CHF', 'USD']) {
        const totalOf = (costs: typeof whole.costs): number =>
          costs.filter((cost) => cost.currency === currency).reduce((sum, { minor }) => sum + minor, 0);
        expect(totalOf(whole.costs)).toBe(totalOf(one.costs) + totalOf(other.costs));
        expect(totalOf(whole.costs)).toBe(totalOf(whole.quarters.flatMap(({ costs }) => costs)));
        expect(totalOf(whole.costs)).toBe(totalOf(yearsOf(whole.quarters).flatMap(({ costs }) => costs)));
      }
      expect(sumOf([one, other])).toEqual({ costs: whole.costs, hours: whole.hours });
      expect(whole.hours).toBeCloseTo(one.hours + other.hours, 6);
      expect(new Set(parts.map(({ on }) => quarterOf(on))).size).toBe(whole.quarters.length);
    }),
    { numRuns: 200 },
  );
});
