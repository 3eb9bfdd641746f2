import { nameKey } from './name-text.ts';

/** Titles that one list writes and another does not. */
const TITLES = new Set([
  'dr',
  'prof',
  'professor',
  'mag',
  'ing',
  'dipl',
  'phd',
  'msc',
  'bsc',
  'mr',
  'mrs',
  'ms',
  'herr',
  'frau',
]);

/** Words of a name, folded, umlauts written out or not, without titles. */
function wordsOf(name: string): readonly string[] {
  const words = nameKey(name)
    .replace(/(?<=[^aeiouq]|^)(a|o|u)e/gu, '$1')
    .split(' ')
    .filter((word) => word !== '');
  const bare = words.filter((word) => !TITLES.has(word));
  return bare.length === 0 ? words : bare;
}

/** True when one letter put in, left out or replaced, or two neighbours swapped, makes one word of the other. */
function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short === long) return false;
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  if (short.length !== long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  return short[at] === long[at + 1] && short[at + 1] === long[at] && short.slice(at + 2) === long.slice(at + 2);
}

const isInitialOf = (a: string, b: string): boolean => a.length === 1 && b.length > 1 && b.startsWith(a);

/** Shorter words differ by one letter too often: Ann and Ana are two people. */
const SLIP_LENGTH = 4;

/** True for names that differ by a middle name, an initial, or one slip of the keyboard in one word. */
function isAlike(a: readonly string[], b: readonly string[]): boolean {
  const left = [...b];
  const rest = a.filter((word) => {
    const at = left.indexOf(word);
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  if (rest.length === a.length) return false;
  if (rest.length === 0 || left.length === 0) return Math.min(a.length, b.length) >= 2;
  const [one, other] = [rest[0], left[0]];
  if (rest.length > 1 || left.length > 1 || one === undefined || other === undefined) return false;
  return (
    isInitialOf(one, other) ||
    isInitialOf(other, one) ||
    (Math.min(one.length, other.length) >= SLIP_LENGTH && isOneSlip(one, other))
  );
}

/** `same`: the same words in another order or spelling. `alike`: one of them may be a slip or a short form of the other. */
export type Nearness = 'same' | 'alike';

/** How near two names are, neither of which is the other as it stands; null for names of different people. */
export function nearness(a: string, b: string): Nearness | null {
  const [one, other] = [wordsOf(a), wordsOf(b)];
  if (spelling(one) === spelling(other)) return 'same';
  return isAlike(one, other) ? 'alike' : null;
}

const spelling = (words: readonly string[]): string => words.toSorted().join(' ');

/** No name has more words than this; what does, such as a text in the wrong column, is looked up by its first ones. */
const MOST_WORDS = 16;

/** Each word with the first letter of each other one: names that are alike have one of these in common. */
const blocks = (name: readonly string[]): readonly string[] => {
  const words = name.slice(0, MOST_WORDS);
  const pairs = words.flatMap((word, at) =>
    words.flatMap((other, place) => (place === at ? [] : [`${word} ${other[0] ?? ''}`])),
  );
  return [...new Set(pairs)];
};

/** More people than this behind one word and one letter tell nothing. */
const CROWD = 40;

/** Finds people by names that are near one. Linear in the people, whatever their names. */
export class NameIndex<P extends { readonly name: string }> {
  readonly #bySpelling = new Map<string, P[]>();
  readonly #byBlock = new Map<string, P[]>();

  constructor(people: readonly P[]) {
    const add = (index: Map<string, P[]>, key: string, person: P): void => {
      const there = index.get(key);
      if (there === undefined) index.set(key, [person]);
      else there.push(person);
    };
    for (const person of people) {
      const words = wordsOf(person.name);
      add(this.#bySpelling, spelling(words), person);
      for (const block of blocks(words)) add(this.#byBlock, block, person);
    }
  }

  near(name: string): readonly { readonly person: P; readonly nearness: Nearness }[] {
    const words = wordsOf(name);
    const same = this.#bySpelling.get(spelling(words)) ?? [];
    const found = new Set<P>(same);
    const alike: P[] = [];
    for (const block of blocks(words)) {
      const there = this.#byBlock.get(block) ?? [];
      if (there.length > CROWD) continue;
      for (const person of there) {
        if (found.has(person)) continue;
        found.add(person);
        if (isAlike(words, wordsOf(person.name))) alike.push(person);
      }
    }
    return [
      ...same.map((person) => ({ person, nearness: 'same' as const })),
      ...alike.map((person) => ({ person, nearness: 'alike' as const })),
    ];
  }
}
