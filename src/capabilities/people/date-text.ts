import { isPlainDate, type PlainDate } from '../../kernel/date.ts';
import { cleanCell, foldText } from './cell-text.ts';

export type DateOrder = 'day-first' | 'month-first';

/**
 * What a cell in a date column says. `open` is an end that a system writes for "never" (31.12.9999). `either` could be
 * two days until the order of its column is known.
 */
export type DateReading =
  | { readonly kind: 'blank' | 'open' | 'none' }
  | { readonly kind: 'day'; readonly date: PlainDate; readonly proves: DateOrder | null }
  | { readonly kind: 'either'; readonly dayFirst: PlainDate; readonly monthFirst: PlainDate };

const MONTHS: readonly string[] = [
  'jan|ene|gen|янв|sty|led',
  'feb|fev|fevr|feve|фев|lut|uno',
  'mar|mrz|mars|marz|maer|mrt|maa|мар',
  'apr|avr|abr|апр|kwi|dub',
  'may|mai|mei|mag|maj|май|мая|kve',
  'jun|juin|giu|июн|cze',
  'jul|juil|lug|июл|lip',
  'aug|aou|ago|авг|sie|srp',
  'sep|set|сен|wrz|zar',
  'oct|okt|ott|out|окт|paz|rij',
  'nov|ноя|lis',
  'dec|dez|dic|дек|gru|pro',
];
// Beside the abbreviations, names whose first letters say another month.
const FULL: Readonly<Record<string, number>> = {
  cerven: 6,
  cervna: 6,
  cervenec: 7,
  cervence: 7,
  listopad: 11,
  listopada: 11,
  srpna: 8,
};

const two = (value: number): string => String(value).padStart(2, '0');
const day = (year: number, month: number, date: number): PlainDate | null => {
  const text = `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
  return isPlainDate(text) ? text : null;
};
const sure = (date: PlainDate | null, proves: DateOrder | null = null): DateReading =>
  date === null ? { kind: 'none' } : { kind: 'day', date, proves };

/** Two digits: up to ten years ahead of `today` in its century, else the century before. */
const fullYear = (text: string, today: PlainDate): number => {
  if (text.length > 2) return Number(text);
  const now = Number(today.slice(0, 4));
  const year = Math.floor(now / 100) * 100 + Number(text);
  return year > now + 10 ? year - 100 : year;
};

const monthOf = (word: string): number => {
  const folded = foldText(word).replace(/\.$/u, '');
  const full = FULL[folded];
  if (full !== undefined) return full;
  return MONTHS.findIndex((names) => names.split('|').some((name) => folded.startsWith(name))) + 1;
};

const EXCEL_EPOCH = Date.UTC(1899, 11, 30);

/** Days since 1899-12-30, as Excel counts from March 1900 on; only years 1927 to 2173 are taken for dates. */
const fromSerial = (serial: number): PlainDate | null => {
  if (serial < 10_000 || serial > 99_999) return null;
  const text = new Date(EXCEL_EPOCH + Math.floor(serial) * 86_400_000).toISOString().slice(0, 10);
  return isPlainDate(text) ? text : null;
};

const NEVER =
  /^(9999|2999|2199)(?:[-/.]|1231$)|[./-]9999$|^(9223372036854775807|0+)$|^0000|^1899-12-3[01]|^1900-01-0[01]|^0?[01][./-]0?1[./-]1900$/u;

function numeric(a: string, b: string, year: number, dotted: boolean): DateReading {
  const dayFirst = day(year, Number(b), Number(a));
  const monthFirst = dotted ? null : day(year, Number(a), Number(b));
  if (dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst)
    return { kind: 'either', dayFirst, monthFirst };
  if (dayFirst !== null) return sure(dayFirst, monthFirst === null && !dotted ? 'day-first' : null);
  return sure(monthFirst, 'month-first');
}

/** Reads one cell. `today` decides the century of a year in two digits. A time of day behind the date is left out. */
export function readDate(cell: string, today: PlainDate): DateReading {
  const text = cleanCell(cell).replace(/[T\s,]+\d{1,2}:\d{2}.*$/u, '');
  if (text === '' || /^[-–—/.]+$|^(n\/?a|null|none|never|unbefristet|nie|keine?)$/iu.test(text))
    return { kind: text === '' ? 'blank' : 'open' };
  if (NEVER.test(text)) return { kind: 'open' };
  const iso =
    /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/u.exec(text) ??
    /^((?:19|20)\d{2})(0[1-9]|1[0-2])([0-3]\d)(?:\d{6}(?:\.0)?Z)?$/u.exec(text);
  if (iso) return sure(day(Number(iso[1]), Number(iso[2]), Number(iso[3])));
  const parts = /^(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{4}|\d{2})$/u.exec(text);
  if (parts) return numeric(parts[1] ?? '', parts[3] ?? '', fullYear(parts[4] ?? '', today), parts[2] === '.');
  if (/^\d{5}(?:[.,]\d+)?$/u.test(text)) return sure(fromSerial(Number(text.replace(',', '.'))));
  return named(text, today);
}

function named(text: string, today: PlainDate): DateReading {
  const bare = text.replace(/^\p{L}+\.?,\s+(?=\d)/u, '');
  const dayMonth =
    /^(\d{1,2})(?:\.|st|nd|rd|th|er|º)?[\s-]*(?:de\s+)?(\p{L}{3,})\.?,?[\s-]*(?:de\s+)?(\d{4}|\d{2})(?:\s*г\.?)?$/u.exec(
      bare,
    );
  if (dayMonth) return sure(day(fullYear(dayMonth[3] ?? '', today), monthOf(dayMonth[2] ?? ''), Number(dayMonth[1])));
  const monthDay = /^(\p{L}{3,})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/u.exec(bare);
  if (monthDay) return sure(day(Number(monthDay[3]), monthOf(monthDay[1] ?? ''), Number(monthDay[2])));
  return { kind: 'none' };
}

/** The order that the whole column proves: null when no value does, `mixed` when two values contradict each other. */
export function provenOrder(readings: readonly DateReading[]): DateOrder | 'mixed' | null {
  const orders = new Set(
    readings.flatMap((reading) => (reading.kind === 'day' && reading.proves ? [reading.proves] : [])),
  );
  if (orders.size > 1) return 'mixed';
  return [...orders][0] ?? null;
}
