import { unreachable } from '../../kernel/errors.ts';
import type { Move } from './keyboard.ts';
import type { Position } from './lines.ts';

/** What navigation needs to know of a matrix. There is at least one line and one column. */
export interface Board {
  readonly lines: number;
  readonly columns: number;
  /** Lines that one screen shows: the reach of Page Up and Page Down. */
  readonly page: number;
  readonly isGroup: (line: number) => boolean;
  readonly isFilled: (line: number, column: number) => boolean;
}

const clamp = (value: number, last: number): number => Math.max(0, Math.min(last, value));

/**
 * Where Ctrl with an arrow leads, as in a spreadsheet: from within a run of filled places to its end, else to the next
 * filled place, else to the edge. `isFilled` answers undefined for places that do not count (group headings).
 */
const edge = (from: number, step: 1 | -1, last: number, isFilled: (at: number) => boolean | undefined): number => {
  const counting: number[] = [];
  for (let at = from + step; at >= 0 && at <= last; at += step) if (isFilled(at) !== undefined) counting.push(at);
  const next = counting[0];
  if (next === undefined) return from;
  if (isFilled(from) === true && isFilled(next) === true) {
    const gap = counting.findIndex((at) => isFilled(at) === false);
    return gap === -1 ? (counting.at(-1) ?? from) : (counting[gap - 1] ?? from);
  }
  return counting.find((at) => isFilled(at) === true) ?? counting.at(-1) ?? from;
};

/** The place that a move leads to. Moves stop at the border; they never wrap. */
export const moved = (from: Position, by: Move, board: Board): Position => {
  const lastLine = board.lines - 1;
  const lastColumn = board.columns - 1;
  const inColumn = (line: number): boolean | undefined =>
    board.isGroup(line) ? undefined : board.isFilled(line, from.column);
  const inLine = (column: number): boolean => board.isFilled(from.line, column);
  switch (by) {
    case 'up':
      return { ...from, line: clamp(from.line - 1, lastLine) };
    case 'down':
      return { ...from, line: clamp(from.line + 1, lastLine) };
    case 'left':
      return { ...from, column: clamp(from.column - 1, lastColumn) };
    case 'right':
      return { ...from, column: clamp(from.column + 1, lastColumn) };
    case 'pageUp':
      return { ...from, line: clamp(from.line - board.page, lastLine) };
    case 'pageDown':
      return { ...from, line: clamp(from.line + board.page, lastLine) };
    case 'rowStart':
      return { ...from, column: 0 };
    case 'rowEnd':
      return { ...from, column: lastColumn };
    case 'gridStart':
      return { line: 0, column: 0 };
    case 'gridEnd':
      return { line: lastLine, column: lastColumn };
    case 'edgeUp':
      return { ...from, line: edge(from.line, -1, lastLine, inColumn) };
    case 'edgeDown':
      return { ...from, line: edge(from.line, 1, lastLine, inColumn) };
    case 'edgeLeft':
      return { ...from, column: edge(from.column, -1, lastColumn, inLine) };
    case 'edgeRight':
      return { ...from, column: edge(from.column, 1, lastColumn, inLine) };
    default:
      return unreachable(by);
  }
};
