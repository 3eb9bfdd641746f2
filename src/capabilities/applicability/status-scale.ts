import { fold } from '../intake/cell-text.ts';
import type { ApplicabilityFields } from './model.ts';

type Status = ApplicabilityFields['status'];

/** How the cells of a status column count, where they count: a share from 0 to 1, per cent, or a maturity from 0 to 5. */
export type StatusScale = 'share' | 'percent' | 'maturity';

const LEVEL =
  /^(?:level|lvl|ml|cl|l|stufe|reifegrad|niveau|nivel|уровень|uroven|stupen)?[\s.:-]*([0-5](?:[.,]\d+)?)(?:\s*(?:\/\s*5|[-–—:(].*))?$/u;

function numberIn(cell: string): { readonly number: number; readonly percent: boolean } | null {
  const match = /^(\d{1,3}(?:[.,]\d+)?)\s*(%?)$/u.exec(fold(cell).trim());
  return match === null ? null : { number: Number((match[1] ?? '').replace(',', '.')), percent: match[2] === '%' };
}

const levelIn = (cell: string): number | null => {
  const level = LEVEL.exec(fold(cell).trim())?.[1];
  return level === undefined ? null : Number(level.replace(',', '.'));
};

/** The scale of a column; null where most of its cells are no numbers. Lone zeros and ones are a no and a yes. */
export function statusScale(cells: readonly string[]): StatusScale | null {
  const filled = cells.filter((cell) => cell.trim() !== '' && !/^(?:n\/?a|[-–—])$/iu.test(cell.trim()));
  if (filled.length === 0) return null;
  const numbers = filled.flatMap((cell) => numberIn(cell) ?? []);
  const most = (count: number): boolean => count * 2 > filled.length;
  if (most(numbers.filter(({ percent }) => percent).length)) return 'percent';
  const values = numbers.map(({ number }) => number);
  if (most(values.length)) {
    const highest = Math.max(...values);
    if (highest <= 1) return values.some((value) => !Number.isInteger(value)) ? 'share' : null;
    if (highest > 5) return highest <= 100 ? 'percent' : null;
    return 'maturity';
  }
  const levels = filled.flatMap((cell) => levelIn(cell) ?? []);
  return most(levels.length) && levels.some((level) => level > 1) ? 'maturity' : null;
}

/** From this maturity on a control is in place: it is defined and followed everywhere (ISO/IEC 33020 calls 3 established). */
const IN_PLACE = 3;

/** What a number on a scale says; null where the cell holds none. */
export function statusOnScale(
  cell: string,
  scale: StatusScale,
): { readonly status: Status; readonly doubt: string | null } | null {
  if (scale === 'maturity') {
    const level = levelIn(cell);
    if (level === null) return null;
    const status = level === 0 ? 'not-started' : level < IN_PLACE ? 'partial' : 'implemented';
    return { status, doubt: `Read as a maturity from 0 to 5: in place from ${IN_PLACE} on, partly from 1.` };
  }
  const found = numberIn(cell);
  if (found === null) return null;
  const share = found.percent || scale === 'percent' ? found.number / 100 : found.number;
  if (share > 1) return null;
  const status = share === 0 ? 'not-started' : share < 1 ? 'partial' : 'implemented';
  return { status, doubt: status === 'partial' ? `${Math.round(share * 100)}% is kept as partly implemented.` : null };
}
