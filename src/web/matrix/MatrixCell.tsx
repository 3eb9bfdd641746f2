import { memo } from 'react';
import { CellEditor } from './CellEditor.tsx';
import { cellElementId, useCell, useMatrix } from './matrix-context.ts';
import classes from './cell.module.css';
import { worstOf, type Turn } from './model.ts';

const signs: Readonly<Record<Turn, string>> = { added: '+', changed: '~', removed: '−' };

interface MatrixCellProps {
  readonly rowId: string;
  readonly columnId: string;
  readonly line: number;
  readonly column: number;
  readonly locked: boolean;
}

/** One place of the grid. It watches only itself, so that an edit renders one cell and not a page. */
export const MatrixCell = memo(function MatrixCell({ rowId, columnId, line, column, locked }: MatrixCellProps) {
  const { id, store, kind, sizes, readOnly } = useMatrix();
  useCell(store, rowId, columnId);
  const value = store.get(rowId, columnId);
  const ground = store.ground(rowId, columnId);
  const marks = store.lint.cell(rowId, columnId);
  const turn = marks.find((mark) => mark.turn !== undefined)?.turn;
  const active = store.cursor.isActive(rowId, columnId);
  const editing = active ? store.cursor.editing : null;
  return (
    <div
      role="gridcell"
      id={cellElementId(id, line, column)}
      className={classes.cell}
      aria-colindex={column + 2}
      aria-selected={store.cursor.isSelected(rowId, columnId) ? true : undefined}
      aria-readonly={!readOnly && locked ? true : undefined}
      aria-busy={store.isSaving(rowId, columnId) ? true : undefined}
      aria-describedby={active ? `${id}-detail` : undefined}
      data-last={column === store.columns.length - 1 ? '' : undefined}
      data-mark={worstOf(marks.filter((mark) => mark.turn === undefined))}
      data-turn={turn}
      data-combining={active && store.cursor.combining ? '' : undefined}
      title={marks.length === 0 ? undefined : marks.map((mark) => mark.reason).join('\n')}
      style={{ left: sizes.label + column * sizes.column }}
    >
      {turn !== undefined && (
        <span className={classes.turn} aria-hidden>
          {signs[turn]}
        </span>
      )}
      {editing === null ? (value !== '' || ground !== '') && kind.badge(value, ground) : <CellEditor text={editing} />}
    </div>
  );
});
