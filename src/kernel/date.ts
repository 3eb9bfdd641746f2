import { z } from 'zod';
import type { Branded } from './brand.ts';
import { invalid } from './errors.ts';

/** A day in the calendar without time or zone: `YYYY-MM-DD`. Compare with `<`: the text sorts as the days do. */
export type PlainDate = Branded<string, 'PlainDate'>;

/** A moment in UTC with milliseconds: `2026-03-03T09:00:00.000Z`. Compare with `<`. */
export type Instant = Branded<string, 'Instant'>;

const DAY_MS = 86_400_000;
const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** True when `text` is a day that exists, between the years 1900 and 2199. */
export function isPlainDate(text: string): text is PlainDate {
  const match = SHAPE.exec(text);
  if (!match) return false;
  const year = Number(match[1]);
  if (year < 1900 || year > 2199) return false;
  return new Date(Date.UTC(year, Number(match[2]) - 1, Number(match[3]))).toISOString().startsWith(text);
}

/** @throws MusterError `invalid` when the text is no day. */
export function plainDate(text: string): PlainDate {
  if (!isPlainDate(text)) throw invalid([{ path: '', message: `"${text}" is no date.`, accepted: 'YYYY-MM-DD' }]);
  return text;
}

export function instant(at: Date | string): Instant {
  const date = new Date(at);
  if (Number.isNaN(date.getTime()))
    throw invalid([{ path: '', message: `"${String(at)}" is no moment.`, accepted: 'ISO 8601' }]);
  return date.toISOString() as Instant;
}

/** The UTC day of a moment. */
export const dayOf = (at: Instant): PlainDate => at.slice(0, 10) as PlainDate;

/** `days` may be negative. */
export function addDays(date: PlainDate, days: number): PlainDate {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10) as PlainDate;
}

/** The same day of the month so many months later; the last day of that month where it has no such day. */
export function addMonths(date: PlainDate, months: number): PlainDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const days = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  return addDays(first.toISOString().slice(0, 10) as PlainDate, Math.min(day, days) - 1);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: PlainDate, to: PlainDate): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);

export const plainDateSchema = z
  .string()
  .refine(isPlainDate, { error: 'Expected a date as YYYY-MM-DD.' })
  .meta({ format: 'date' }) as unknown as z.ZodType<PlainDate, string>;

export const instantSchema = z.iso
  .datetime({ error: 'Expected a moment in ISO 8601.' })
  .transform((text) => instant(text)) as unknown as z.ZodType<Instant, string>;
