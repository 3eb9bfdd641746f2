import type { WeeklyHours } from '../../kernel/hours.ts';
import { cleanCell } from './cell-text.ts';

/** Hours of a full-time week when a file gives only a share (full-time equivalent) and no hours. */
export const FULL_TIME_HOURS = 40;

const hours = (value: number): WeeklyHours | null =>
  Number.isFinite(value) && value >= 0 && value <= 168 ? ((Math.round(value * 100) / 100) as WeeklyHours) : null;

const UNIT =
  /\s*(h|hrs?|hours?|std\.?|stunden|heures?|horas?|uren|uur|ore|godzin\w*|hodin\w*|ч|часов)?\s*(\/|per|pro|par|por|a)?\s*(w|week|wk|woche|semaine|semana|settimana|неделю)?\.?$/iu;

/** `38,5`, `38.50 h`, `37:30`; null when it is no number of hours from 0 to 168. */
export function readWeeklyHours(cell: string): WeeklyHours | null {
  const text = cleanCell(cell).replace(UNIT, '');
  const clock = /^(\d{1,3}):([0-5]\d)(?::00)?$/u.exec(text);
  if (clock) return hours(Number(clock[1]) + Number(clock[2]) / 60);
  return /^\d{1,3}(?:[.,]\d+)?$/u.test(text) ? hours(Number(text.replace(',', '.'))) : null;
}

/** A full-time share of at most 1.5 as `0.8`, `0,8`, `80 %` or `80`, in hours of a week of `fullTime` hours. */
export function readFullTimeShare(cell: string, fullTime: number): WeeklyHours | null {
  const match = /^(\d{1,3}(?:[.,]\d+)?)\s*(%?)$/u.exec(cleanCell(cell));
  if (!match) return null;
  const value = Number((match[1] ?? '').replace(',', '.'));
  const share = match[2] === '%' || value > 2 ? value / 100 : value;
  return share > 1.5 ? null : hours(share * fullTime);
}
