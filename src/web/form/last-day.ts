import { addDays, isPlainDate } from '../../kernel/date.ts';

/** Periods are half-open; people speak of the last day. The day before `to`, for a field or a cell; empty for an open end. */
export const lastDayOf = (to: string | null): string => (to !== null && isPlainDate(to) ? addDays(to, -1) : (to ?? ''));

/** The first day that is no longer part of it, of a last day as somebody typed it. What is no date stays, so that it is told. */
export const endAfter = (lastDay: string): string | null =>
  lastDay === '' ? null : isPlainDate(lastDay) ? addDays(lastDay, 1) : lastDay;
