import { cleanCell, foldText } from './cell-text.ts';

const SUFFIX =
  /^(?:jr|sr|junior|senior|ii|iii|iv|esq|ph\.?\s?d|m\.?d|dds|mba|cpa|cissp|cisa|cism|ccsp|crisc|pmp|rn|ll\.?\s?[mb]|m\.?\s?(?:a|sc|eng|ed)|b\.?\s?(?:a|sc|eng|ed)|dipl\.?.*|mag\.?|msc|bsc|beng|meng|obe|mbe)\.?$/iu;
const MARK =
  /\s*[([]\s*(on leave|terminated|inactive|contractor|contingent|external|extern|ext\.?|guest|c)\s*[)\]]\s*$/iu;
// Han, kana and hangul names are written family name first, without a space.
const FAMILY_FIRST = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}々ー・]+$/u;

/** A mark that a system writes behind a name, such as `(On Leave)` or `[C]`; null when there is none. */
export const nameMark = (text: string): string | null => MARK.exec(cleanCell(text))?.[1]?.toLowerCase() ?? null;

/** A name as it is written, without what a system puts around it. */
export const writtenName = (text: string): string =>
  cleanCell(text)
    .replace(MARK, '')
    .replace(/[,،，;]\s*$/u, '');

/** Whether a name is written with the last name in front: `Ruiz, Ana`. */
export const isTurned = (text: string): boolean => /[,،，]/u.test(text) && personName(text) !== writtenName(text);

/**
 * One name as people say it: `Ruiz, Ana` becomes `Ana Ruiz`, `John Smith, Jr.` stays, honorifics stay. Unicode is kept
 * (NFC) without invisible controls. `''` when nothing is left.
 */
export function personName(text: string): string {
  const bare = writtenName(text);
  const parts = bare
    .split(/\s*[,،，]\s*/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const suffixes = parts.slice(1).filter((part) => SUFFIX.test(part));
  const [first, ...others] = parts.filter((part, index) => index === 0 || !SUFFIX.test(part));
  if (first === undefined) return '';
  // More than one comma beside suffixes is no "last, first": leave what a person wrote.
  if (others.length > 1) return bare;
  const given = others[0];
  const spoken = given === undefined ? first : joinName(given, first);
  return [spoken, ...suffixes].join(', ');
}

/** A name from its parts, in the order in which its script is read. */
export function joinName(given: string, family: string, middle = ''): string {
  if (middle === '' && FAMILY_FIRST.test(given) && FAMILY_FIRST.test(family))
    return `${family}${given}`.normalize('NFC');
  return [given, middle, family].filter((part) => part !== '').join(' ');
}

/** For comparing two names: folded, without punctuation. Word order counts. */
export const nameKey = (name: string): string =>
  foldText(name)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** True when two names have a word in common. */
export function shareAWord(a: string, b: string): boolean {
  const words = new Set(nameKey(a).split(' '));
  return nameKey(b)
    .split(' ')
    .some((word) => word !== '' && words.has(word));
}

const ACADEMIC = /^(?:(?:prof|dr|mag|ing|dipl|phd|doc|mudr|judr|professor|doctor)\b\.?[\s\-.]*\S*\s*)+/iu;
const GENDERED =
  /^(mr|mrs|ms|miss|mx|herr|frau|hr|fr|m|mme|mlle|monsieur|madame|sr|sra|srta|senor|senora|dhr|mevr|mw|sig|sigra|signor|signora|pan|pani)\.?$/u;

/** What a column called "Title" holds: `academic` is kept with the name, `gendered` (Mr, Frau) is not kept. */
export function honorificKind(text: string): 'academic' | 'gendered' | null {
  const folded = foldText(text);
  if (GENDERED.test(folded)) return 'gendered';
  return ACADEMIC.test(folded) && folded.length <= 20 && !folded.includes(' of ') ? 'academic' : null;
}
