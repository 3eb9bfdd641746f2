import { defineMessages } from '../message.ts';
import classes from './competence.module.css';
import type { CompetenceWords } from './competence-kind.tsx';
import type { CellKind } from './model.ts';

export interface RequiredWords {
  readonly must: string;
  readonly should: string;
  readonly approved: string;
  readonly unapproved: string;
  readonly unknown: (text: string) => string;
  readonly shouldWords: readonly string[];
}

export const requiredMessages = defineMessages<RequiredWords>({
  en: {
    must: 'Required',
    should: 'Desirable',
    approved: 'approved',
    unapproved: 'not approved yet',
    unknown: (text) => `"${text}" is not a level: type 0 to 5, with s for desirable.`,
    shouldWords: ['s', 'should', 'desirable', 'nice'],
  },
});

/** The ground of a cell that stands as somebody approved it. */
export const APPROVED = 'approved';

/** Levels that roles require: `4` must be, `4s` should be. `s` turns one into the other. */
export const requiredKind = (
  words: RequiredWords,
  { level }: CompetenceWords,
  levels: readonly string[],
): CellKind => ({
  parse: (text) => {
    const match = /^([0-5])\s*(\D*)$/.exec(text.trim().toLowerCase());
    if (text.trim() === '') return { ok: true, value: '' };
    const [, digit = '', word = ''] = match ?? [];
    const should = words.shouldWords.includes(word.trim());
    return match === null || (word.trim() !== '' && !should && word.trim() !== 'must')
      ? { ok: false, reason: words.unknown(text.trim()) }
      : { ok: true, value: should ? `${digit}s` : digit };
  },
  format: (value) => value,
  describe: (value, ground = '') => {
    const at = Number(value.charAt(0));
    const kind = value.endsWith('s') ? words.should : words.must;
    return `${level(at, levels[at] ?? '')}, ${kind.toLowerCase()}, ${ground === APPROVED ? words.approved : words.unapproved}`;
  },
  type: (character, value) => {
    const typed = character.toLowerCase();
    if (/^[0-5]$/.test(typed)) return { does: 'set', value: value.endsWith('s') ? `${typed}s` : typed };
    if (value === '' || !['s', 'm'].includes(typed)) return { does: 'refuse', reason: words.unknown(character) };
    const level = value.charAt(0);
    return { does: 'set', value: typed === 's' && !value.endsWith('s') ? `${level}s` : level };
  },
  badge: (value, ground = '') => <RequiredBadge value={value} approved={ground === APPROVED} />,
  legend: [
    { value: '4', ground: APPROVED, name: words.must },
    { value: '3s', ground: APPROVED, name: words.should },
    { value: '4', name: words.unapproved },
  ],
});

/** The level in a full ring for what must be, in a dashed one for what should; a dot beside what nobody approved. */
export const RequiredBadge = ({ value, approved }: { readonly value: string; readonly approved: boolean }) => {
  const level = value.charAt(0);
  const should = value.endsWith('s') ? '' : undefined;
  return value === '' ? null : (
    <span className={classes.badge} data-required={level} data-should={should} data-state="required">
      <span className={classes.level}>{level}</span>
      {!approved && <span className={classes.dot} />}
    </span>
  );
};
