import type { PlainDate } from '../../kernel/date.ts';
import { provenOrder, readDate, type DateOrder } from '../people/date-text.ts';
import { cellDate, undecorated, type CellDate } from './cell-date.ts';
import { levelCell, type LevelCell } from './level-cell.ts';
import { endAfter } from './row-text.ts';
import type { TableRow } from '../intake/table-row.ts';

/** How the cells of one table are to be read: what all of them together prove. */
export interface TableReading {
  readonly today: PlainDate;
  readonly day: (text: string) => CellDate | null;
  readonly level: (cell: string) => LevelCell;
  /** The first day after an end that a cell names. */
  readonly endAfter: (text: string) => PlainDate | null;
}

/** Cells that are looked at for what they prove. */
const SAMPLE = 20_000;
const MOST_KNOWN = 5000;

/**
 * Finds out whether days such as 03/04/2026 are written day or month first, and whether `3/5` means 3 of 5: where every
 * such cell ends in the same figure, it is the end of the scale.
 */
export function tableReading(rows: readonly TableRow[], today: PlainDate): TableReading {
  // A table repeats few texts many times.
  const known = new Map<string, LevelCell>();
  const levelOf = (text: string): LevelCell => {
    const there = known.get(text);
    if (there !== undefined) return there;
    const read = levelCell(text, today);
    if (known.size < MOST_KNOWN) known.set(text, read);
    return read;
  };
  const readings: ReturnType<typeof readDate>[] = [];
  const ends = new Map<string, number>();
  let seen = 0;
  for (const { cells } of rows) {
    for (const text of cells) {
      if (text === '' || text.length > 30 || !/\d/u.test(text)) continue;
      seen += 1;
      if (/\d.*[./\s-].*\d/u.test(text)) readings.push(readDate(undecorated(text), today));
      const cell = levelOf(text);
      if (cell.kind === 'both' && cell.of) ends.set(cell.target, (ends.get(cell.target) ?? 0) + 1);
    }
    if (seen > SAMPLE) break;
  }
  const proven = provenOrder(readings);
  const order: DateOrder | null = proven === 'mixed' ? null : proven;
  const [[end, times] = ['', 0], another] = [...ends];
  // Where some cells have several dots, one dot is one of them, and no full circle.
  const dotted = rows.some(({ cells }) => cells.some((text) => /^[●⬤⚫•]{2,5}[○◯⚪]*$/u.test(text)));
  const outOf = another === undefined && times >= 2 ? end : null;
  return {
    today,
    day: (text) => cellDate(text, today, order),
    level: (cell) => {
      const read = levelOf(cell);
      if (read.kind === 'both' && read.of && read.target === outOf)
        return { kind: 'level', value: read.actual, marked: null };
      if (dotted && read.kind === 'level' && (read.value === '●' || read.value === '○'))
        return { ...read, value: read.value === '●' ? '1' : '0' };
      return read;
    },
    endAfter: (text) => endAfter(text, today, order),
  };
}
