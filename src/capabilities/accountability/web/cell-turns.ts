import type { RoleRow } from '../../roles/contract.ts';
import { addDays, type PlainDate } from '../../../kernel/date.ts';
import type { LintMark, MatrixColumn, Turn } from '../../../web/matrix/model.ts';
import type { CellTurn } from '../cell-turn.ts';
import { valueOf } from './matrix-cells.ts';
import { columnIdOf, matrixColumns } from './matrix-columns.ts';

export const daysBefore = (day: PlainDate, days: number): PlainDate => addDays(day, -days);

export const turnOf = ({ before, after }: Pick<CellTurn, 'before' | 'after'>): Turn =>
  before.length === 0 ? 'added' : after.length === 0 ? 'removed' : 'changed';

/** Letters as the matrix spells them; `empty` where there are none. */
export const lettersText = (letters: CellTurn['before'], empty: string): string =>
  letters.length === 0 ? empty : valueOf({ letters: [...letters] });

interface MarkTexts {
  readonly empty: string;
  readonly turns: Readonly<Record<Turn, string>>;
  readonly mark: (turn: string, before: string, after: string, when: string, who: string) => string;
}

/** A mark on every cell that is not as it was, which says what it was, when it changed and by whom. */
export const turnMarks = (
  turns: readonly CellTurn[],
  texts: MarkTexts,
  moment: (instant: string) => string,
): readonly LintMark[] =>
  turns.map((turn) => ({
    rowId: turn.requirementId,
    columnId: columnIdOf(turn),
    severity: 'notice',
    turn: turnOf(turn),
    reason: texts.mark(
      texts.turns[turnOf(turn)],
      lettersText(turn.before, texts.empty),
      lettersText(turn.after, texts.empty),
      moment(turn.recordedAt),
      turn.by?.name ?? '',
    ),
  }));

/** The columns in which something changed: roles in their order, then people, then what is no more. */
export function changedColumns(
  roles: readonly RoleRow[],
  turns: readonly CellTurn[],
  texts: Parameters<typeof matrixColumns>[3],
  removed: string,
): readonly MatrixColumn[] {
  const changed = new Set(turns.map(columnIdOf));
  const people = new Map(
    turns.flatMap(({ personId, name }) => (personId === null ? [] : [[personId as string, name ?? removed] as const])),
  );
  const known = matrixColumns(roles, people, 'all', texts).filter((column) => changed.has(column.id));
  const there = new Set(known.map(({ id }) => id));
  const gone = [...changed].filter((id) => !there.has(id)).map((id) => ({ id, label: removed, group: removed }));
  return [...known, ...gone];
}
