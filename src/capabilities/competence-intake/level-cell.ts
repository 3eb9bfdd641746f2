import { fold, plainText } from '../intake/cell-text.ts';
import { cellDate, type CellDate } from './cell-date.ts';
import { isPlaceholder } from '../intake/placeholder.ts';
import type { PlainDate } from '../../kernel/date.ts';

/**
 * What a cell says of a level, in the words of the file. `value` is the file's own step (`3`, `advanced`, `●`), the same
 * for every spelling of it; what it is worth on the scale from 0 to 5 is said elsewhere.
 */
export type LevelCell =
  | { readonly kind: 'blank' }
  /** It says in so many words that nothing belongs there. */
  | { readonly kind: 'none' }
  | { readonly kind: 'placeholder' }
  | { readonly kind: 'level'; readonly value: string; readonly marked: string | null }
  /** `2 -> 4` or `2/4`: what is held, then what is wanted. `of`: written with a slash, and so perhaps the end of the scale. */
  | { readonly kind: 'both'; readonly actual: string; readonly target: string; readonly of: boolean }
  | { readonly kind: 'date'; readonly date: CellDate }
  /** Too long to be a level. */
  | { readonly kind: 'text' };

const NOT_APPLICABLE =
  /^(?:n\/?\.?a\.?|not applicable|nicht zutreffend|entfallt|n\/?v|nicht relevant|not relevant|sans objet|s\.?o\.?|no aplica|nvt|n\.v\.t\.|niet van toepassing|neni relevantni|н\/п|не применимо|неприменимо|non applicabile|nao aplicavel|nie dotyczy|nd|n\.d\.|not required|nicht erforderlich|non requis|no requerido)$/u;
const EMPTY = /^[-–—−‒―.·/\\_~]+$/u;
const LONGEST = 40;

/** A number as files write one: `3`, `3.0`, `3,5`, `80%`. */
const number = (text: string): string | null => {
  const found = /^(\d{1,3})(?:[.,](\d{1,2}))?\s*(%?)$/u.exec(text);
  if (found === null) return null;
  const [, whole = '', part = '', percent = ''] = found;
  const fraction = part.replace(/0+$/u, '');
  return `${Number(whole)}${fraction === '' ? '' : `.${fraction}`}${percent}`;
};

const PREFIXED =
  /^(?:level|lvl|stufe|niveau|nivel|livello|poziom|grade|score|uroven|уровень|l|lv|n)\s*[-.:]?\s*(\d)(?:\s*[-–—:=(].*)?$/u;
const EXPLAINED = /^(\d)\s*(?:[-–—:=]\s*|\()\p{L}[^()]*\)?$|^\p{L}[^()\d]*[(–—-]\s*(\d)\s*\)?$/u;
const STARS = /^([★⭐✭*]{1,5})[☆✩]*$|^[☆✩]{3,5}$/u;
/** Filled and empty signs in a row, `●●●○○`, `■■□□`, `████░`: so many as are filled. */
const FILLED = /^([●⬤⚫•■▮█◼⬛▰🟩🔵🟢]{1,10})([○◯⚪□▯░▒◻⬜▱]{0,10})$/u;
const signsOf = (text: string): number => Array.from(text).length;
/** `[ ] Beginner [x] Expert`: what is ticked. */
const BOX = /(\[[ xX✓✔]?\]|☐|☑|☒|✅|⬜)/u;
const MARK_ALIKE: readonly (readonly [RegExp, string])[] = [
  [/^[x×✕✖☒]$/u, 'x'],
  [/^[✓✔✅☑√](?:\ufe0f)?$/u, '✓'],
  [/^[✗✘❌⛔]$/u, '✗'],
  [/^[o]$/u, 'o'],
  [/^[○◯⚪]$/u, '○'],
  [/^[●⬤⚫•]$/u, '●'],
];

/** The file's own step that a text names, the same for every spelling of it; null when the text is too long for one. */
export function levelValue(text: string): { readonly value: string; readonly marked: string | null } | null {
  const bare = text.replace(/\ufe0f/gu, '').trim();
  const stars = STARS.exec(bare);
  if (stars !== null && (bare.length > 1 || bare !== '*'))
    return { value: String((stars[1] ?? '').length), marked: null };
  if (/^[○◯⚪□▯░▒◻⬜▱]{2,10}$/u.test(bare)) return { value: '0', marked: null };
  const bar = FILLED.exec(bare);
  const signs = signsOf(bare);
  if (bar !== null && signs > 1 && signs <= 10) {
    const full = signsOf(bar[1] ?? '');
    const empty = signsOf(bar[2] ?? '');
    return { value: full + empty > 5 && empty > 0 ? `${full * 10}%` : String(full), marked: null };
  }
  const noted = /^(.+?)\s*([*†‡¹²³⁴!?]+|\(\s*[*a-z0-9]\s*\)(?<!\(\d\)))$/u.exec(bare);
  const [core, marked] = noted === null ? [bare, null] : [noted[1] ?? '', noted[2] ?? null];
  const folded = fold(core);
  for (const [pattern, value] of MARK_ALIKE) if (pattern.test(folded)) return { value, marked };
  const digits = number(folded) ?? PREFIXED.exec(folded)?.[1];
  if (digits !== undefined) return { value: digits, marked };
  const explained = EXPLAINED.exec(folded);
  const step = explained?.[1] ?? explained?.[2];
  if (step !== undefined) return { value: step, marked };
  if (folded === '' || folded.length > LONGEST) return null;
  return { value: core.toLowerCase(), marked };
}

/** The one answer of several that is ticked in a cell; null when none is, or more than one, or the cell has no boxes. */
function tickedIn(text: string): string | null {
  const parts = text.split(BOX);
  const ticked = parts.flatMap((part, at) =>
    /^(?:\[[xX✓✔]\]|☑|☒|✅)$/u.test(part) ? [(parts[at + 1] ?? '').trim()] : [],
  );
  return parts.length >= 5 && ticked.length === 1 ? (ticked[0] ?? null) : null;
}

const ARROW = /^(.{1,20}?)\s*(?:->|→|➔|⇒|=>|»)\s*(.{1,20})$/u;
const SLASH = /^(\d(?:[.,]\d)?)\s*(?:\/|\||von|of|de|z|из)\s*(\d{1,2})$/iu;

/** Reads one cell of a column of levels. `today` decides the century of a year in two digits. */
export function levelCell(cell: string, today: PlainDate): LevelCell {
  const whole = plainText(cell);
  const text = tickedIn(whole) ?? whole;
  if (text === '' || EMPTY.test(text)) return { kind: 'blank' };
  if (isPlaceholder(text)) return { kind: 'placeholder' };
  if (NOT_APPLICABLE.test(fold(text))) return { kind: 'none' };
  const arrow = ARROW.exec(text);
  const slash = arrow === null ? SLASH.exec(text) : null;
  const pair = arrow ?? slash;
  if (pair !== null) {
    const [actual, target] = [levelValue(pair[1] ?? ''), levelValue(pair[2] ?? '')];
    if (actual !== null && target !== null)
      return { kind: 'both', actual: actual.value, target: target.value, of: slash !== null };
  }
  const short = number(fold(text)) !== null && text.length < 5;
  const date = short ? null : cellDate(text, today);
  if (date !== null) return { kind: 'date', date };
  const level = levelValue(text);
  return level === null ? { kind: 'text' } : { kind: 'level', ...level };
}
