import type { PlainDate } from '../kernel/date.ts';

/** The day that it is where the reader sits. */
export function today(): PlainDate {
  const now = new Date();
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}` as PlainDate;
}
