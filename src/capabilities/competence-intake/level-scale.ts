import { levels, type Level } from '../../kernel/level.ts';
import { fold } from '../intake/cell-text.ts';
import { levelValue } from './level-cell.ts';
import { levelOfWord } from './level-word.ts';

/** A step of the file's own scale, and what it is worth on the scale from 0 to 5. */
export interface ScaleStep {
  /** As `levelValue` gives it; `''` where the file requires a competence and says no level. */
  readonly value: string;
  /** Null: nobody knows yet; such cells are left out. */
  readonly level: Level | null;
  /** Cells that say so. */
  readonly cells: number;
  /** What the file says of the step itself. */
  readonly meaning: string | null;
  readonly by: 'legend' | 'proposed' | 'remembered' | 'you';
}

/** A legend that a file gives of its scale: step to explanation. */
export type Legend = ReadonlyMap<string, string>;

const STATED =
  /(?:^|[\s,;|(])(\d|[xo×✓✔●◕◑◔○]|[A-Z]{1,2}(?=\s*=))\s*(?:=|:|–|—| - )\s*([\p{L}][^,;|=:]{1,80}?)(?=\s*(?:[,;|)]|$|\s(?:\d|[xo×✓✔●◕◑◔○]|[A-Z]{1,2}(?=\s*=))\s*(?:=|:|–|—| - )))/giu;

/** Steps that a text explains, such as `0 = none, 1 = basic, 2 = good`. */
export const explainedSteps = (text: string): readonly (readonly [string, string])[] =>
  [...text.matchAll(STATED)].flatMap(([, step = '', meaning = '']) => {
    const value = levelValue(step)?.value;
    return value === undefined ? [] : [[value, meaning.trim()] as const];
  });

/** Where `count` steps above nothing stand when nothing else is known of them, the first one at 1. */
const spread: Readonly<Record<number, readonly (0 | 1 | 2 | 3 | 4 | 5)[]>> = {
  1: [3],
  2: [2, 4],
  3: [2, 3, 4],
  4: [2, 3, 4, 5],
  5: [1, 2, 3, 4, 5],
};

const byLegend = (value: string, legend: Legend): Level | null => {
  const meaning = legend.get(value);
  if (meaning === undefined) return null;
  const word = levelOfWord(fold(meaning).replace(/^(?:has|hat|can|kann|the|a|an) /u, ''));
  if (word !== null) return word;
  const steps = [...legend.keys()].filter((step) => step !== '0').toSorted();
  const place = steps.indexOf(value);
  if (value === '0') return levels[0];
  const found = spread[steps.length]?.[place];
  return found === undefined ? null : levels[found];
};

/** ILUO: I learns, L works with help, U works alone, O can teach. Known by I, L or U beside others of them. */
const ILUO: ReadonlyMap<string, Level> = new Map([
  ['i', levels[1]],
  ['l', levels[2]],
  ['u', levels[4]],
  ['o', levels[5]],
]);
/** First letters of the usual words, from none or novice to expert. */
const INITIALS: ReadonlyMap<string, Level> = new Map([
  ['n', levels[0]],
  ['b', levels[2]],
  ['i', levels[3]],
  ['a', levels[4]],
  ['e', levels[5]],
]);
const areInitials = (steps: readonly string[]): boolean =>
  steps.length >= 3 && steps.includes('i') && steps.includes('a') && steps.every((step) => INITIALS.has(step));

const isIluo = (steps: readonly string[]): boolean => {
  const letters = steps.filter((step) => ILUO.has(step));
  return letters.length >= 2 && steps.every((step) => ILUO.has(step) || /^[0x✗-]$/u.test(step));
};

/** Whether these letters are those of a scale that is known. */
export const areKnownLetters = (letters: readonly string[]): boolean => isIluo(letters) || areInitials(letters);

const byNumber = (value: string, highest: number): Level | null => {
  const percent = /^(\d+(?:\.\d+)?)%$/u.exec(value);
  const read = percent === null ? Number(value) : Number(percent[1]) / 20;
  if (value === '' || Number.isNaN(read)) return null;
  const onScale = percent !== null || highest <= 5 ? read : highest <= 10 ? read / 2 : highest <= 100 ? read / 20 : 6;
  const rounded = percent === null && highest <= 5 ? Math.floor(onScale) : Math.ceil(onScale);
  return levels.find((level) => level === rounded) ?? null;
};

/** The word of a step: `🟢 Junior` is junior. */
const wordOf = (value: string): string => fold(value).replace(/^[^\p{L}\p{N}]+(?=\p{L})/u, '');

/** A scale is not told by one cell: a single number beyond all others is a slip, and has no level. */
const MANY_CELLS = 4;

function highestOf(counts: ReadonlyMap<string, number>): number {
  const numbers = [...counts].filter(([value]) => /^\d+(?:\.\d+)?$/u.test(value));
  const within = numbers.filter(([value]) => Number(value) <= 5);
  const beyond = numbers.filter(([value]) => Number(value) > 5);
  const cells = within.reduce((sum, [, count]) => sum + count, 0);
  const isSlip = beyond.length === 1 && beyond[0]?.[1] === 1 && cells >= MANY_CELLS;
  return Math.max(0, ...(isSlip ? within : numbers).map(([value]) => Number(value)));
}

/**
 * The scale of a file from the steps that its cells name. A legend of the file decides; else numbers up to 5 count as
 * they stand, up to 10 or 100 in proportion, and words by what they mean. `chosen` is the user's word on single steps, `kept` what
 * was said of a file of the same source before.
 */
export function levelScale(
  counts: ReadonlyMap<string, number>,
  legend: Legend,
  chosen: ReadonlyMap<string, Level | null>,
  kept: ReadonlyMap<string, Level | null> = new Map(),
): readonly ScaleStep[] {
  const highest = highestOf(counts);
  const letters = isIluo([...counts.keys()]) ? ILUO : areInitials([...counts.keys()]) ? INITIALS : null;
  const steps = [...counts].map(([value, cells]): ScaleStep => {
    const meaning = legend.get(value) ?? null;
    const stated = chosen.get(value);
    if (stated !== undefined) return { value, level: stated, cells, meaning, by: 'you' };
    const remembered = kept.get(value);
    if (remembered !== undefined) return { value, level: remembered, cells, meaning, by: 'remembered' };
    const explained = byLegend(value, legend);
    if (explained !== null) return { value, level: explained, cells, meaning, by: 'legend' };
    const level =
      value === '' ? levels[3] : (letters?.get(value) ?? byNumber(value, highest) ?? levelOfWord(wordOf(value)));
    return { value, level, cells, meaning, by: 'proposed' };
  });
  return steps.toSorted((a, b) => (a.level ?? 9) - (b.level ?? 9) || (a.value < b.value ? -1 : 1));
}
