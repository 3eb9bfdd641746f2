import type { PlainDate } from '../../kernel/date.ts';
import { readDate, type DateOrder } from '../people/date-text.ts';

/** A day in a cell, perhaps behind a mark: `✅ 15 Jan 2026`. `doubt`: the day could be read otherwise. */
export interface CellDate {
  readonly date: PlainDate;
  readonly doubt: boolean;
}

const LEAD =
  /^(?:[✓✔✅☑√x×]\ufe0f?|yes|ja|oui|done|completed|erledigt|ok|passed|bestanden)\s*[,:(–-]?\s*(?=\d|\p{L}{3,}\.? \d)/iu;

/** A cell without the mark that says that it is done. */
export const undecorated = (cell: string): string => cell.trim().replace(LEAD, '').replace(/\)$/u, '');

/**
 * The day that a cell names and nothing else, or behind a mark that says that it is done; null when it names none. A day
 * such as 03/04/2026 is read in the order that its table proves, else day first and doubted.
 */
export function cellDate(cell: string, today: PlainDate, order: DateOrder | null = null): CellDate | null {
  const text = undecorated(cell);
  if (!/\d/u.test(text)) return null;
  const reading = readDate(text, today);
  if (reading.kind === 'day') return { date: reading.date, doubt: false };
  if (reading.kind === 'either')
    return { date: order === 'month-first' ? reading.monthFirst : reading.dayFirst, doubt: order === null };
  return null;
}

/** The last day of what a text says of an end: `exp. 2027`, `valid until 12/2027`, `31.12.2027`; null when it says none. */
export function expiryIn(text: string): string | null {
  const found =
    /(?:exp(?:ires|iry|\.)?|valid (?:until|to|till)|gultig bis|gültig bis|bis|jusqu'au|hasta|tot|до|do)\s*:?\s*((?:\d{1,2}[./-]){0,2}\d{4}(?:-\d{2}(?:-\d{2})?)?)/iu.exec(
      text,
    );
  return found?.[1] ?? null;
}
