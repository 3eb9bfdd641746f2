import { useMemo } from 'react';

/** Languages that Muster speaks; English is complete, others may lag and fall back to it. */
export const locales = ['en'] as const;
export type Locale = (typeof locales)[number];

/** A leaf is a text, or a function of its arguments where a text has a number or a name in it. */
export type MessageCatalogue<M> = { readonly en: M } & { readonly [L in Exclude<Locale, 'en'>]?: M };

/** Declares the texts of one capability, a record a language, all of the shape of English. */
export const defineMessages = <M extends object>(catalogue: MessageCatalogue<M>): MessageCatalogue<M> => catalogue;

const spoken = (): Locale => locales.find((locale) => navigator.language.startsWith(locale)) ?? 'en';

/** The texts of a catalogue in the reader's language. */
export function useMessages<M>(catalogue: MessageCatalogue<M>): M {
  return catalogue[spoken()];
}

/** How dates, numbers and shares are written where the reader lives. */
export interface Format {
  /** A plain date, such as 3 Mar 2026. */
  readonly date: (date: string) => string;
  /** A moment with minutes, in the reader's zone. */
  readonly moment: (instant: string) => string;
  readonly number: (value: number) => string;
  /** A share of 0 to 1 as a percentage. */
  readonly share: (value: number) => string;
  readonly list: (words: readonly string[]) => string;
}

/** Dates and numbers follow the browser's region as long as it speaks the language of the texts. */
export function formatFor(region: string): Format {
  const date = new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(region, { dateStyle: 'medium', timeStyle: 'short' });
  const number = new Intl.NumberFormat(region, { maximumFractionDigits: 2 });
  const share = new Intl.NumberFormat(region, { style: 'percent', maximumFractionDigits: 0 });
  const list = new Intl.ListFormat(region, { type: 'conjunction' });
  return {
    date: (text) => date.format(Date.parse(text)),
    moment: (text) => moment.format(Date.parse(text)),
    number: (value) => number.format(value),
    share: (value) => share.format(value),
    list: (words) => list.format(words),
  };
}

export function useFormat(): Format {
  return useMemo(() => formatFor(navigator.language.startsWith(spoken()) ? navigator.language : 'en-GB'), []);
}

/** `counted(3, 'gap', 'gaps')` is "3 gaps". */
export const counted = (count: number, one: string, many: string): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
