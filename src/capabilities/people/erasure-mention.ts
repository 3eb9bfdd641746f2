/** What a person is called in texts: everything that they were ever entered under. */
export interface Identity {
  readonly names: ReadonlySet<string>;
  readonly emails: ReadonlySet<string>;
  readonly externalIds: ReadonlySet<string>;
}

/** Replaces every mention of a person in a text. */
export type Redaction = (text: string, instead: string) => string;

/** Shorter ones stand in too many texts that mean something else, such as a year. */
const ID_FROM = 6;

// Scripts that set no spaces between words: a name in them may stand right against the next word.
const unspaced = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Thai}\p{sc=Lao}\p{sc=Khmer}\p{sc=Myanmar}]/u;
const inWord = '[\\p{L}\\p{M}\\p{N}]';

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const words = (name: string): readonly string[] => name.split(/[\s,]+/).filter((word) => word !== '');

/** `Ada Byron Lovelace` as it is, and as lists write it: `Lovelace, Ada Byron`. `Lovelace, Ada` also as `Ada Lovelace`. */
function spellings(name: string): readonly string[] {
  const parts = words(name);
  const [first, last] = [parts[0], parts.at(-1)];
  if (first === undefined || last === undefined || parts.length === 1) return [name];
  return name.includes(',')
    ? [name, [...parts.slice(1), first].join(' '), parts.join(' ')]
    : [name, `${last}, ${parts.slice(0, -1).join(' ')}`, `${last} ${parts.slice(0, -1).join(' ')}`];
}

/** A name as a word of its own, also in the genitive (`Lovelace's`, `Lovelaces`). */
function namePattern(name: string): string {
  const [before, after] = [unspaced.test(name.at(0) ?? ''), unspaced.test(name.at(-1) ?? '')];
  const inside = name.split(/\s+/).map(literal).join('\\s+');
  return `${before ? '' : `(?<!${inWord})`}${inside}${after ? '' : `(?=(?:['’]?s)?(?!${inWord}))`}`;
}

const longestFirst = (patterns: readonly string[]): readonly string[] =>
  [...new Set(patterns)].sort((a, b) => b.length - a.length);

const anyOf = (patterns: readonly string[], flags: string): RegExp | null =>
  patterns.length === 0 ? null : new RegExp(longestFirst(patterns).join('|'), flags);

/**
 * Finds a person in texts: names as whole words, also turned round; e-mail addresses; and external ids of six characters
 * and more. A name of one word counts only as it is written, so that "will" stays when Will is forgotten; one without two
 * letters is not looked for.
 */
export function redactionOf({ names, emails, externalIds }: Identity): Redaction {
  const named = [...names].filter((name) => (name.match(/\p{L}/gu) ?? []).length > 1);
  const single = named.filter((name) => words(name).length === 1);
  const several = named.filter((name) => words(name).length > 1).flatMap(spellings);
  const found = [
    anyOf(
      [...emails].map((email) => `(?<![\\p{L}\\p{N}._%+-])${literal(email)}(?!${inWord}|[.-]${inWord})`),
      'giu',
    ),
    anyOf(several.map(namePattern), 'giu'),
    anyOf(single.map(namePattern), 'gu'),
    anyOf(
      [...externalIds].filter((id) => id.length >= ID_FROM).map((id) => `(?<!${inWord})${literal(id)}(?!${inWord})`),
      'giu',
    ),
  ];
  return (text, instead) =>
    found.reduce((left, pattern) => (pattern === null ? left : left.replace(pattern, () => instead)), text);
}
