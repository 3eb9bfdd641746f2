import { nameKey } from './name-text.ts';

const COURTESY = new Set([
  'dr',
  'prof',
  'mr',
  'mrs',
  'ms',
  'herr',
  'frau',
  'mme',
  'madame',
  'monsieur',
  'sr',
  'sra',
  'ing',
  'dipl',
]);

/** The words of a name without titles: `Dr. P. Lindner` gives `p lindner`. */
const wordsOf = (name: string): readonly string[] =>
  nameKey(name)
    .split(' ')
    .filter((word) => word !== '' && !COURTESY.has(word));

/**
 * True when a name may be a shorter or fuller way to write the other: every word of the shorter stands in the longer,
 * whole or as its initial, and one of them whole. `Dr. P. Lindner` may be `Petra Lindner`; `Hans Lindner` is not.
 */
export function mayBeSameName(one: string, other: string): boolean {
  const [short, long] = [wordsOf(one), wordsOf(other)].sort((a, b) => a.length - b.length) as [string[], string[]];
  if (short.length === 0) return false;
  const stands = (word: string): boolean =>
    long.some(
      (whole) =>
        whole === word ||
        (word.length === 1 && whole.startsWith(word)) ||
        (whole.length === 1 && word.startsWith(whole)),
    );
  return short.every(stands) && short.some((word) => word.length > 1 && long.includes(word));
}

/** True when two names have the same words, in any order and titles aside. */
export const isSameName = (one: string, other: string): boolean => {
  const [a, b] = [wordsOf(one), wordsOf(other)].map((words) => [...words].sort().join(' '));
  return a !== '' && a === b;
};
