/**
 * Text of a stranger's cell. Everything here keeps the letters of every script and removes only what one cannot see
 * or what differs by typing habit.
 */

// Bidirectional controls, word joiners, soft hyphen, byte order mark, Arabic letter mark, variation-free fillers.
const INVISIBLE = /[\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF]/gu;
// The zero-width (non-)joiner carries meaning between letters of these scripts and is noise elsewhere.
const JOINED_SCRIPT =
  /[\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Malayalam}\p{Script=Sinhala}\p{M}]/u;
// Nothing to clean: most cells, and the reason why 50,000 rows take a second less.
const PLAIN = /^(?:[!-~]+(?: [!-~]+)*)?$/u;
const SPACE = /[\s\p{Cc}]+/gu;

/** NFC, one line, single spaces, no invisible or bidirectional controls; `''` for a blank cell. */
export function cleanCell(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .replace(/[\u200C\u200D]+/gu, (joiner: string, at: number, whole: string) =>
      JOINED_SCRIPT.test(whole.charAt(at - 1)) && JOINED_SCRIPT.test(whole.charAt(at + joiner.length)) ? joiner : '',
    )
    .replace(SPACE, ' ')
    .trim()
    .normalize('NFC');
}

const UNDECOMPOSED: Readonly<Record<string, string>> = { ß: 'ss', ł: 'l', ø: 'o', đ: 'd', æ: 'ae', œ: 'oe', ı: 'i' };

/** For comparing: lower case without diacritics, so that `Ruíz` and `RUIZ` meet. Never for storing. */
export const foldText = (text: string): string => (PLAIN.test(text) ? text.toLowerCase() : foldLetters(text));

const foldLetters = (text: string): string =>
  cleanCell(text)
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[ßłøđæœı]/gu, (letter) => UNDECOMPOSED[letter] ?? letter);

/** Folded letters and digits only: `First_Name`, `firstName` and `First name*` are one. */
export const compactText = (text: string): string => foldText(text).replace(/[^\p{L}\p{N}]+/gu, '');

/** At most `length` characters for a message, with an ellipsis where it was cut. */
export const clip = (text: string, length = 80): string =>
  text.length <= length ? text : `${Array.from(text).slice(0, length).join('')}…`;

/** True for text that a spreadsheet would run as a formula. Muster keeps it as text. */
export const startsLikeFormula = (text: string): boolean => /^[=+\-@]/u.test(text);

/** Without the apostrophe that an export sets before text which a spreadsheet would run as a formula. */
export const unguarded = (text: string): string => text.replace(/^'(?=[=+\-@＝＋－＠])/u, '');
