import { daysBetween, type PlainDate } from '../../kernel/date.ts';

/** What is overdue is told again after so many days. */
export const OVERDUE_DAYS = 14;

/** Days before the end at which each is told: a competence in time to renew it, a duty shortly before. */
export const notices = {
  competence: [90, 60, 30, 7],
  training: [30, 7],
  effectiveness: [7],
  action: [7],
  control: [30, 7],
} as const satisfies Readonly<Record<string, readonly number[]>>;

/**
 * Which telling it is on a day: the nearest one that has passed, so that a night that was missed is made up for, and
 * nothing is told twice over. Null while it is early. `end` is the first day on which it is too late, or the day it is due.
 */
export function stepOn(end: PlainDate, on: PlainDate, days: readonly number[]): string | null {
  const left = daysBetween(on, end);
  if (left <= 0) return left > -OVERDUE_DAYS ? 'due' : `overdue-${Math.floor(-left / OVERDUE_DAYS)}`;
  const reached = days.filter((day) => left <= day);
  return reached.length === 0 ? null : String(Math.min(...reached));
}

/** The how-manieth time something is told that is told every so many days. */
export const roundOn = (from: PlainDate, on: PlainDate, every: number): string =>
  `round-${Math.floor(daysBetween(from, on) / every)}`;
