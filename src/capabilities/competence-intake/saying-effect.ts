import { plainText } from '../intake/cell-text.ts';
import type { ImportRow } from '../intake/model.ts';

/** What one saying of a file does: a row's outcome is made of those of its sayings. */
export type SayingEffect = TakenEffect | { readonly reason: string };

export interface TakenEffect {
  readonly outcome: ImportRow['outcome'];
  readonly changes: ImportRow['changes'];
  /** What of it was not followed. */
  readonly remark?: string;
}

export const unchanged: TakenEffect = { outcome: 'unchanged', changes: [] };

type Shown = string | number | boolean | null;

const text = (value: Shown): string =>
  value === null ? '' : typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value);

/** The fields that the file gives and that differ; what it leaves blank erases nothing. */
export function differing<Row extends object>(
  row: Row,
  given: Partial<Row>,
  words: { readonly [K in keyof Row]?: string },
  shown: (key: keyof Row, value: Row[keyof Row]) => Shown,
): { readonly fields: Partial<Row>; readonly changes: ImportRow['changes'] } {
  const fields: Partial<Row> = {};
  const changes: ImportRow['changes'][number][] = [];
  for (const key of Object.keys(given) as (keyof Row)[]) {
    const value = given[key];
    if (value === undefined || value === null || value === '') continue;
    const [from, to] = [text(shown(key, row[key])), text(shown(key, value))];
    if (from === to || plainText(from) === to) continue;
    fields[key] = value;
    changes.push({ field: words[key] ?? String(key), from, to });
  }
  return { fields, changes };
}

/** The outcome of a row from what its sayings do: new where something is new, else changed where something changes. */
export function outcomeOf(effects: readonly TakenEffect[]): ImportRow['outcome'] {
  const has = (outcome: ImportRow['outcome']): boolean => effects.some((effect) => effect.outcome === outcome);
  if (has('changed') || (has('taken') && has('unchanged'))) return 'changed';
  return has('taken') ? 'taken' : 'unchanged';
}
