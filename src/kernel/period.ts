import type { PlainDate } from './date.ts';

/** Half-open: `from` belongs to it, `to` does not; an absent bound is open. */
export interface Period {
  readonly from: PlainDate | null;
  readonly to: PlainDate | null;
}

/** True when `on` lies in `[from, to)`. */
export const covers = (period: Period, on: PlainDate): boolean =>
  (period.from === null || period.from <= on) && (period.to === null || on < period.to);

export const hasEnded = (period: Period, on: PlainDate): boolean => period.to !== null && period.to <= on;

export const overlaps = (a: Period, b: Period): boolean =>
  (a.to === null || b.from === null || b.from < a.to) && (b.to === null || a.from === null || a.from < b.to);
