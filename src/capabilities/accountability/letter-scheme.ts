import type { Letter } from '../../domain/requirement.ts';
import { fold, plainText } from '../intake/cell-text.ts';
import { letterDefined, letterNamed, lettersAmong } from './duty-words.ts';

/** Which letter of RASCI each capital of a stranger's matrix means. */
export type LetterScheme = ReadonlyMap<string, Letter>;

const RASCI: readonly (readonly [string, Letter])[] = [
  ['R', 'R'],
  ['A', 'A'],
  ['S', 'S'],
  ['C', 'C'],
  ['I', 'I'],
  // Cyrillic: А and С look like the Latin letters, Р and И sound like them. І is the Ukrainian one.
  ['А', 'A'],
  ['С', 'C'],
  ['Р', 'R'],
  ['И', 'I'],
  ['І', 'I'],
  ['К', 'C'],
];

export const rasciScheme: LetterScheme = new Map(RASCI);

// Where К stands for those consulted, С cannot: it then is содействие, support.
const withSupport: LetterScheme = new Map([...RASCI, ['С', 'S']]);

/** Letter systems that say by their name what each letter means. `VMI` is not here: its V is R to some and A to others. */
const BY_NAME: readonly (readonly [RegExp, LetterScheme])[] = [
  [/\bdebi\b/, new Map<string, Letter>([...RASCI, ['D', 'R'], ['E', 'A'], ['B', 'C'], ['I', 'I']])],
  [/\bdaci\b/, new Map<string, Letter>([...RASCI, ['D', 'R']])],
  [/\bdemi\b/, new Map<string, Letter>([...RASCI, ['D', 'R'], ['E', 'A'], ['M', 'S'], ['I', 'I']])],
];

const DEFINITION = /(?<![\p{L}\p{N}])\(?(\p{Lu})\)?\s*(?:=|:|–|—|-|→)\s*(\p{L}[\p{L} ]{2,40})(?:\((\p{L}{4,20})\))?/gu;
const BRACKETED = /(?<![\p{L}\p{N}])(\p{L}{4,30})\s*\((\p{Lu})\)/gu;

const definitionsIn = (texts: readonly string[]): ReadonlyMap<string, Letter> => {
  const words = new Map<string, string>();
  const add = (symbol: string | undefined, explanation: string | undefined): void => {
    if (symbol === undefined || explanation === undefined || words.has(symbol)) return;
    if (letterDefined(explanation) !== null) words.set(symbol, explanation);
  };
  for (const text of texts.map(plainText)) {
    for (const [, symbol, explanation, inBrackets] of text.matchAll(DEFINITION)) {
      const clearer = inBrackets === undefined || letterNamed(inBrackets) === null ? explanation : inBrackets;
      add(symbol, clearer);
    }
    for (const [, explanation, symbol] of text.matchAll(BRACKETED)) add(symbol, explanation);
  }
  const symbols = [...words.keys()];
  const letters = lettersAmong([...words.values()], letterDefined);
  return new Map(
    symbols.flatMap((symbol, at) => {
      const letter = letters[at] ?? null;
      return letter === null ? [] : [[symbol, letter] as const];
    }),
  );
};

/**
 * The letter system of one table, from the texts that stand around it (title, heading, legend, prose). A legend that
 * defines three letters or more, two of them differently, wins over the name of a known system; without either, the
 * letters are RASCI.
 * @param texts what stands around the table, in any order
 * @param cyrillicConsulted whether cells hold the Cyrillic К
 */
export const schemeOf = (texts: readonly string[], cyrillicConsulted = false): LetterScheme => {
  const defined = definitionsIn(texts);
  const distinct = new Set(defined.values());
  const differs = [...defined].some(([symbol, letter]) => rasciScheme.get(symbol) !== letter);
  if (defined.size >= 3 && distinct.size >= 3 && differs) {
    // A capital that the legend gives to one letter must not also mean another one by our default.
    return new Map([...RASCI, ...defined]);
  }
  const named = texts.map(fold).join(' ');
  return BY_NAME.find(([name]) => name.test(named))?.[1] ?? (cyrillicConsulted ? withSupport : rasciScheme);
};
