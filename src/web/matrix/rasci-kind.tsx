import { defineMessages } from '../message.ts';
import type { CellKind } from './model.ts';
import classes from './badge.module.css';

/** Names of the five letters and what each asks of its holder. */
export interface RasciWords extends Readonly<
  Record<'R' | 'A' | 'S' | 'C' | 'I', readonly [name: string, meaning: string]>
> {
  readonly unknown: (text: string) => string;
}

export const rasciMessages = defineMessages<RasciWords>({
  en: {
    A: ['Accountable', 'answers for the result'],
    R: ['Responsible', 'does the work'],
    S: ['Supporting', 'helps with people, tools or time'],
    C: ['Consulted', 'asked before'],
    I: ['Informed', 'told after'],
    unknown: (text) => `"${text}" is not one of the letters R, A, S, C and I.`,
  },
});

/** The order in which a cell shows its letters: who answers comes before who works. */
const order = ['A', 'R', 'S', 'C', 'I'] as const;
type Letter = (typeof order)[number];

const isLetter = (text: string): text is Letter => order.some((letter) => letter === text);
const lettersOf = (value: string): readonly Letter[] => value.split('/').filter(isLetter);
const joined = (letters: readonly Letter[]): string => order.filter((letter) => letters.includes(letter)).join('/');

/** Letters of one word: a name as "Accountable", or up to two letters as "AR". Longer runs may be anything: CISA is no cell. */
const lettersIn = (part: string, words: RasciWords): readonly Letter[] | undefined => {
  const named = order.find((letter) => words[letter][0].toLowerCase() === part.toLowerCase());
  if (named !== undefined) return [named];
  const letters = part.toUpperCase().split('');
  return letters.length <= 2 && letters.every(isLetter) ? letters.filter(isLetter) : undefined;
};

/**
 * Cells that hold letters of accountability, canonical as "A/R". A typed letter replaces what the cell holds; after a
 * slash, plus or comma it is added, or taken away if it is there already.
 */
export const rasciKind = (words: RasciWords): CellKind => ({
  parse: (text) => {
    const parts = text.split(/[\s/,;+&]+/).filter((part) => part !== '');
    const letters = parts.map((part) => lettersIn(part, words));
    return letters.some((found) => found === undefined)
      ? { ok: false, reason: words.unknown(text.trim()) }
      : { ok: true, value: joined(letters.flatMap((found) => found ?? [])) };
  },
  format: (value) => value,
  describe: (value) =>
    lettersOf(value)
      .map((letter) => `${words[letter][0]}: ${words[letter][1]}`)
      .join('; '),
  type: (character, value, combining) => {
    const letter = character.toUpperCase();
    if (['/', '+', ','].includes(letter))
      return value === '' ? { does: 'refuse', reason: words.unknown(character) } : { does: 'combine' };
    if (!isLetter(letter)) return { does: 'refuse', reason: words.unknown(character) };
    if (!combining) return { does: 'set', value: letter };
    const held = lettersOf(value);
    return {
      does: 'set',
      value: joined(held.includes(letter) ? held.filter((other) => other !== letter) : [...held, letter]),
    };
  },
  badge: (value) => <RasciBadge value={value} />,
  legend: order.map((letter) => ({ value: letter, name: words[letter][0] })),
});

/** The letters of one cell as coloured tiles; the letter itself stays readable, so colour is never alone. */
export const RasciBadge = ({ value }: { readonly value: string }) => (
  <span className={classes.badge}>
    {lettersOf(value).map((letter, index) => (
      <span key={letter} className={classes.letter} data-letter={letter}>
        {index > 0 && <span className={classes.slash}>/</span>}
        {letter}
      </span>
    ))}
  </span>
);
