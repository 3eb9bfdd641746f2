import { describe, expect, it } from 'vitest';
import { endAfter, lastDayOf } from './last-day.ts';

describe('the last day of a period', () => {
  it('is the day before the half-open end, over the turn of a month and in leap years', () => {
    expect(lastDayOf('2026-03-01')).toBe('2026-02-28');
    expect(lastDayOf('2028-03-01')).toBe('2028-02-29');
    expect(lastDayOf(null)).toBe('');
  });

  it('comes back as the end that it was made from', () => {
    for (const end of ['2026-01-01', '2026-12-31', '2028-02-29']) expect(endAfter(lastDayOf(end))).toBe(end);
    expect(endAfter('')).toBeNull();
  });

  it('leaves what is no date as it stands, for the schema to complain about', () => {
    expect(endAfter('31.12.2026')).toBe('31.12.2026');
  });
});
