import { z } from 'zod';

// C0 and C1 controls, zero-width and bidirectional overrides: invisible in a page, and so a way to make two names look alike.
const INVISIBLE = /[\p{Cc}\u200b\u2028-\u202e\u2060-\u2069\ufeff]/gu;

/** Text as it is kept: NFC, without invisible controls, trimmed. Half of a surrogate pair, which no UTF-8 can hold, becomes U+FFFD. */
export const cleanText = (text: string): string =>
  text
    .toWellFormed()
    .normalize('NFC')
    .replace(INVISIBLE, (mark) => (mark === '\n' || mark === '\t' ? mark : ''))
    .trim();

/** One line of text, 1 to `max` characters after cleaning. */
export const lineSchema = (max: number): z.ZodType<string, string> =>
  z
    .string({ error: 'Expected text.' })
    .transform((text) => cleanText(text.replace(/\s+/g, ' ')))
    .pipe(z.string().min(1, 'This must not be empty.').max(max, `At most ${max} characters.`));

/** An address of at most 254 characters (RFC 5321). */
export const emailSchema = z.email({ error: 'Expected an e-mail address.' }).max(254, 'At most 254 characters.');

/** Text of several lines, up to `max` characters after cleaning; may be empty. */
export const proseSchema = (max: number): z.ZodType<string, string> =>
  z
    .string({ error: 'Expected text.' })
    .transform(cleanText)
    .pipe(z.string().max(max, `At most ${max} characters.`));
