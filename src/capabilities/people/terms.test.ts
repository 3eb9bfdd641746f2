import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, plainDate } from '../../kernel/date.ts';
import { weeklyHoursSchema, type WeeklyHours } from '../../kernel/hours.ts';
import { personFields } from './model.ts';
import { hoursFrom, termsOn, termsWith, termsWithout } from './terms.ts';

const hours = (value: number): WeeklyHours => weeklyHoursSchema.parse(value);
const rate = (minor: number) => ({ minor, currency: 'EUR' });
const day = plainDate;

describe('hours and rate with their history', () => {
  const piotr = { weeklyHours: hours(40), costRate: rate(6500), terms: [] };
  const parental = { ...piotr, terms: termsWith(piotr, day('2026-02-01'), { weeklyHours: hours(24) }) };
  const back = {
    ...parental,
    terms: termsWith(parental, day('2027-02-01'), { weeklyHours: hours(32), costRate: rate(7000) }),
  };

  it('hold from their day on, and what a change does not name goes on', () => {
    const on = (text: string) => termsOn(back, day(text));
    expect([on('2026-01-31'), on('2026-02-01'), on('2027-02-01')]).toEqual([
      expect.objectContaining({ weeklyHours: 40, costRate: rate(6500) }),
      expect.objectContaining({ weeklyHours: 24, costRate: rate(6500) }),
      expect.objectContaining({ weeklyHours: 32, costRate: rate(7000) }),
    ]);
  });

  it('are replaced on the same day, and taken back', () => {
    expect(termsWith(back, day('2027-02-01'), { weeklyHours: hours(30) }).map((each) => each.weeklyHours)).toEqual([
      24, 30,
    ]);
    expect(termsWithout(back, day('2026-02-01')).map(({ from }) => from)).toEqual(['2027-02-01']);
    expect(hoursFrom(back, null, hours(20))).toEqual({ weeklyHours: 20 });
  });

  it('say of any changes on any day what the last one before it said', () => {
    const someDay = fc.integer({ min: 0, max: 60 }).map((days) => addDays(day('2026-01-01'), days));
    const change = fc.record({ from: someDay, weeklyHours: fc.integer({ min: 0, max: 168 }).map(hours) });
    fc.assert(
      fc.property(fc.array(change, { maxLength: 12 }), someDay, (changes, on) => {
        const terms = changes.reduce<ReturnType<typeof termsWith>>(
          (made, { from, weeklyHours }) => termsWith({ ...piotr, terms: made }, from, { weeklyHours }),
          [],
        );
        expect(personFields.shape.terms.safeParse(terms).success).toBe(true);
        const days = changes.map(({ from }) => from).filter((from) => from <= on);
        const latest = days.toSorted().at(-1);
        const expected = changes.findLast(({ from }) => from === latest)?.weeklyHours ?? piotr.weeklyHours;
        expect(termsOn({ ...piotr, terms }, on)).toMatchObject({ weeklyHours: expected, costRate: rate(6500) });
      }),
    );
  });
});
