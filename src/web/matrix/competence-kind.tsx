import { defineMessages } from '../message.ts';
import type { CellKind, Typed } from './model.ts';
import classes from './competence.module.css';

type Word = 'met' | 'expiring' | 'below' | 'missing' | 'no-evidence' | 'expired';

/** How the states of a cell are said. */
export interface CompetenceWords {
  readonly level: (level: number, name: string) => string;
  readonly states: Readonly<Record<Word, string>>;
  readonly required: (level: number, must: boolean) => string;
  readonly notRequired: string;
  readonly unknown: (text: string) => string;
  readonly legend: Readonly<Record<Word, string>>;
}

export const competenceMessages = defineMessages<CompetenceWords>({
  en: {
    level: (level, name) => `${level} ${name}`,
    states: {
      met: 'proven',
      expiring: 'proven, ends soon',
      below: 'below what is required',
      missing: 'nothing known',
      'no-evidence': 'claimed, nothing proves it',
      expired: 'expired',
    },
    required: (level, must) => (must ? `${level} required` : `${level} desirable`),
    notRequired: 'not required',
    unknown: (text) => `"${text}" is not a level: type 0 to 5.`,
    legend: {
      met: 'Proven',
      below: 'Below',
      missing: 'Missing',
      expiring: 'Ends soon',
      'no-evidence': 'Claimed only',
      expired: 'Expired',
    },
  },
});

/** What the server says of a cell: the level required, if any, how somebody stands, and the value that it judged. */
export interface CellGround {
  readonly required: string;
  readonly must: boolean;
  readonly state: string;
  readonly value: string;
}

const spellings = new Map<string, CellGround>();

export const groundOf = ({ required, must, state, value }: CellGround): string =>
  `${required}|${must ? 'must' : 'should'}|${state}|${value}`;

/** Reads a ground as `groundOf` spells it. There are few of them and many cells, so each is read once. */
export function groundIn(text: string): CellGround {
  const known = spellings.get(text);
  if (known !== undefined) return known;
  const [required = '', must = '', state = '', value = ''] = text.split('|');
  const ground = { required, must: must === 'must', state, value };
  spellings.set(text, ground);
  return ground;
}

const isState = (text: string): text is Word =>
  ['met', 'expiring', 'below', 'missing', 'no-evidence', 'expired'].includes(text);

const typed = (character: string, words: CompetenceWords): Typed =>
  /^[0-5]$/.test(character) ? { does: 'set', value: character } : { does: 'refuse', reason: words.unknown(character) };

function described(value: string, ground: string, words: CompetenceWords, levels: readonly string[]): string {
  const { required, must, state, value: judged } = groundIn(ground);
  const level = Number(value.charAt(0));
  const parts = [
    value === '' ? undefined : words.level(level, levels[level] ?? ''),
    value === judged && isState(state) ? words.states[state] : undefined,
    required === '' ? words.notRequired : words.required(Number(required), must),
  ];
  return parts.filter((part) => part !== undefined).join(', ');
}

const sample = (required: string, state: Word, value: string) =>
  ({ value, ground: groundOf({ required, must: true, state, value }) }) as const;

/**
 * Levels that people hold, 0 to 5, over the level that is required of them. A sign after the level says why it does not
 * simply count: `!` its proof ends soon, `x` it has ended, `?` it is only claimed. A level is typed without one.
 * `levels`: their names, from 0 on.
 */
export const competenceKind = (words: CompetenceWords, levels: readonly string[]): CellKind => ({
  parse: (text) => {
    const plain = text.trim();
    return /^[0-5]?$/.test(plain) ? { ok: true, value: plain } : { ok: false, reason: words.unknown(plain) };
  },
  format: (value) => value,
  describe: (value, ground = '') => described(value, ground, words, levels),
  type: (character) => typed(character, words),
  badge: (value, ground = '') => <CompetenceBadge value={value} ground={ground} />,
  legend: [
    { ...sample('4', 'met', '4'), name: words.legend.met },
    { ...sample('4', 'below', '2'), name: words.legend.below },
    { ...sample('4', 'missing', ''), name: words.legend.missing },
    { ...sample('4', 'expiring', '4!'), name: words.legend.expiring },
    { ...sample('4', 'no-evidence', '4?'), name: words.legend['no-evidence'] },
    { ...sample('4', 'expired', '4x'), name: words.legend.expired },
  ],
});

const signs: Readonly<Record<string, string>> = { '!': '!', x: '×', '?': '?' };

/**
 * A ring as long as the level that is required, filled as far as one is held, with the level in it. What is desirable is
 * a thinner ring. A value that was typed and not judged yet has no sign.
 */
export const CompetenceBadge = ({ value, ground }: { readonly value: string; readonly ground: string }) => {
  const { required, must, state, value: judged } = groundIn(ground);
  const [level, sign] = [value.charAt(0), value.charAt(1)];
  return (
    <span
      className={classes.badge}
      data-required={required}
      data-held={level}
      data-should={required !== '' && !must ? '' : undefined}
      data-state={value === judged ? state : 'typed'}
    >
      <span className={classes.level}>{level}</span>
      {sign !== '' && <span className={classes.sign}>{signs[sign]}</span>}
    </span>
  );
};
