const STOP = new Set([
  'the',
  'of',
  'and',
  'for',
  'a',
  'an',
  'to',
  'in',
  'on',
  'with',
  'der',
  'die',
  'das',
  'und',
  'für',
  'fur',
  'mit',
  'bei',
  'umgang',
  'zur',
  'zum',
  'von',
  'de',
  'la',
  'le',
  'les',
  'et',
  'des',
  'y',
  'el',
  'del',
]);

/** Lower case, without accents, marks and brackets: what two spellings of one name share. */
export const foldedName = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** `policies` as `policy`, `processes` as `process`, `revues` as `revue`: near enough to compare, in several languages. */
const singular = (word: string): string =>
  word
    .replace(/ies$/, 'y')
    .replace(/(ss|x|z|ch|sh)es$/, '$1')
    .replace(/(?<!s)s$/, '');

/** What is longer is no name; compared with every known one, it would take long. */
const LONGEST = 500;

const words = (text: string): ReadonlySet<string> =>
  new Set(
    foldedName(text.slice(0, LONGEST))
      .split(' ')
      .filter((word) => word.length > 1 && !STOP.has(word))
      .map(singular),
  );

/** Share of words in common, 0 to 1 (Dice coefficient over word sets: Dice, Ecology 26(3), 1945). */
export function similarity(a: string, b: string): number {
  const [left, right] = [words(a), words(b)];
  if (left.size === 0 || right.size === 0) return 0;
  let common = 0;
  for (const word of left) if (right.has(word)) common += 1;
  return (2 * common) / (left.size + right.size);
}
