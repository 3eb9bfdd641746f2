import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate, type PlainDate } from '../../kernel/date.ts';
import { MusterError } from '../../kernel/errors.ts';
import { covers } from '../../kernel/period.ts';
import {
  around,
  engagedAgain,
  hasLeft,
  isEngaged,
  periodShown,
  refuseOverlappingEngagements,
  stateOn,
} from './engaged.ts';
import { personFields } from './model.ts';

const day = plainDate;
const amina = {
  name: 'Amina Farouk',
  from: day('2026-03-01'),
  to: null,
  earlierPeriods: [
    { from: null, to: day('2021-07-01') },
    { from: day('2023-01-01'), to: day('2024-01-01') },
  ],
};

describe('somebody who came back twice', () => {
  it('is engaged within each engagement and not between them', () => {
    const days = ['2019-05-05', '2021-06-30', '2021-07-01', '2022-12-31', '2023-01-01', '2023-12-31', '2024-01-01'];
    expect(days.map((on) => isEngaged(amina, day(on)))).toEqual([true, true, false, false, true, true, false]);
    expect(isEngaged(amina, day('2026-03-01'))).toBe(true);
  });

  it('is yet to start between two engagements, and has left only after the last', () => {
    expect(stateOn(amina, day('2025-01-01'))).toBe('future');
    expect(hasLeft(amina, day('2025-01-01'))).toBe(false);
    const gone = { ...amina, to: day('2026-04-01') };
    expect([stateOn(gone, day('2026-04-01')), hasLeft(gone, day('2026-04-01'))]).toEqual(['ended', true]);
    expect([stateOn(gone, day('2023-06-01')), hasLeft(gone, day('2023-06-01'))]).toEqual(['active', false]);
  });

  it('shows the engagement that the day lies in', () => {
    expect(periodShown(amina, day('2023-06-01'))).toEqual({ from: '2023-01-01', to: '2024-01-01' });
    expect(periodShown(amina, day('2025-06-01'))).toEqual({ from: '2026-03-01', to: null });
  });

  it('held a role only while engaged', () => {
    const appointment = { from: day('2020-01-01'), to: null };
    expect(around(amina, appointment, day('2022-02-02'))).toEqual({ since: '2021-07-01', next: '2023-01-01' });
    expect(around(amina, appointment, day('2025-02-02'))).toEqual({ since: '2024-01-01', next: '2026-03-01' });
  });
});

describe('engaging somebody again', () => {
  const left = { ...amina, to: day('2026-06-01') };

  it('keeps the engagement that is over among the earlier ones', () => {
    expect(engagedAgain(left, day('2026-09-01'), null)).toEqual({
      earlierPeriods: [...amina.earlierPeriods, { from: '2026-03-01', to: '2026-06-01' }],
      from: '2026-09-01',
      to: null,
    });
  });

  it('is refused while the present engagement runs, before it ends, and for no day at all', () => {
    expect(() => engagedAgain(amina, day('2026-09-01'), null)).toThrow('The engagement of Amina Farouk has no end');
    expect(() => engagedAgain(left, day('2026-05-31'), null)).toThrow('Amina Farouk is engaged until 2026-05-31');
    expect(() => engagedAgain(left, day('2026-09-01'), day('2026-09-01'))).toThrow('The last day cannot be before');
  });

  it('leaves no trace of an engagement that never began', () => {
    const never = { ...left, to: left.from };
    expect(engagedAgain(never, day('2026-09-01'), null).earlierPeriods).toEqual(amina.earlierPeriods);
  });
});

const someDay = fc.integer({ min: 0, max: 400 }).map((days) => addDays(day('2025-01-01'), days));
const someTerm = fc.record({ from: someDay, to: fc.option(someDay, { nil: null }) });
const orNull = <T>(make: () => T): T | null => {
  try {
    return make();
  } catch (error) {
    if (error instanceof MusterError) return null;
    throw error;
  }
};

/** Somebody engaged again and again, as far as each term is taken. */
const history = fc.tuple(someTerm, fc.array(someTerm, { maxLength: 6 })).map(([first, more]) => {
  const begin = { name: 'Somebody', from: first.from as PlainDate | null, to: first.to, earlierPeriods: [] };
  const fits = first.to === null || first.to > first.from;
  return more.reduce<Parameters<typeof engagedAgain>[0]>(
    (person, term) => ({ ...person, ...orNull(() => engagedAgain(person, term.from, term.to)) }),
    fits ? begin : { ...begin, to: null },
  );
});

describe('any history of engagements', () => {
  it('never overlaps, is taken by the register, and covers each day at most once', () => {
    fc.assert(
      fc.property(history, someDay, (person, on) => {
        expect(personFields.shape.earlierPeriods.safeParse(person.earlierPeriods).success).toBe(true);
        expect(() => refuseOverlappingEngagements(person)).not.toThrow();
        const covering = [...person.earlierPeriods, person].filter((period) => covers(period, on)).length;
        expect(covering).toBe(isEngaged(person, on) ? 1 : 0);
        expect(stateOn(person, on) === 'active').toBe(isEngaged(person, on));
      }),
    );
  });

  it('is told around any day as a count of days tells it', () => {
    fc.assert(
      fc.property(history, someTerm, someDay, (person, term, on) => {
        const there = (at: PlainDate): boolean => isEngaged(person, at) && covers(term, at);
        fc.pre(!there(on));
        const { since, next } = around(person, term, on);
        const before = Array.from({ length: 420 }, (_, back) => addDays(on, -1 - back)).find(there);
        const after = Array.from({ length: 420 }, (_, ahead) => addDays(on, ahead + 1)).find(there);
        expect(since).toBe(before === undefined ? null : addDays(before, 1));
        expect(next).toBe(after ?? null);
      }),
    );
  });

  it('is refused where the present engagement begins before an earlier one ended', () => {
    fc.assert(
      fc.property(history, someDay, (person, from) => {
        const last = person.earlierPeriods.at(-1);
        fc.pre(last !== undefined && from < last.to);
        expect(() => refuseOverlappingEngagements({ ...person, from, to: null })).toThrow(
          'cannot begin before its end',
        );
      }),
    );
  });
});
