import { memo } from 'react';
import { IconChevronRight } from '@tabler/icons-react';
import type { Line } from './lines.ts';
import classes from './line.module.css';
import { cellElementId, groupElementId, useCell, useMatrix, useTopic } from './matrix-context.ts';
import { MatrixCell } from './MatrixCell.tsx';
import { worstOf, type MatrixColumn, type MatrixRow } from './model.ts';
import { TotalFigure } from './TotalFigure.tsx';

interface RowLineProps {
  readonly row: MatrixRow;
  readonly line: number;
  /** Columns in view, both ends included. */
  readonly from: number;
  readonly to: number;
  /** Columns of which empty cells are rendered too. Elsewhere they wait until scrolling rests: an empty cell shows nothing. */
  readonly denseFrom: number;
  readonly denseTo: number;
  /** The active column in the active row, whose cell exists wherever one scrolls; else -1. */
  readonly active: number;
}

/** One row: its frozen heading, the cells in view and its total. */
export const RowLine = memo(function RowLine(props: RowLineProps) {
  const { row, line, from, to, denseFrom, denseTo, active } = props;
  const { id, store, sizes, rowTotal } = useMatrix();
  useTopic(store, `row ${row.id}`);
  useTopic(store, 'columns');
  const filled = store.rowCells(row.id);
  const grounds = store.rowGrounds(row.id);
  const shown: { readonly column: MatrixColumn; readonly index: number }[] = [];
  const consider = (index: number): void => {
    const column = store.columns[index];
    if (column === undefined) return;
    if (
      column.folds !== undefined ||
      index === active ||
      (index >= denseFrom && index <= denseTo) ||
      filled.has(column.id) ||
      grounds.has(column.id)
    ) {
      shown.push({ column, index });
    }
  };
  if (active !== -1 && active < from) consider(active);
  for (let index = from; index <= to; index += 1) consider(index);
  if (active > to) consider(active);
  return (
    <div
      role="row"
      className={classes.row}
      aria-rowindex={line + 2}
      data-locked={row.locked === undefined ? undefined : ''}
      data-active={active === -1 ? undefined : ''}
      style={{ top: line * sizes.line }}
    >
      <RowHeading id={cellElementId(id, line, -1)} row={row} />
      {shown.map(({ column, index }) =>
        column.folds === undefined ? (
          <MatrixCell
            key={column.id}
            rowId={row.id}
            columnId={column.id}
            line={line}
            column={index}
            locked={row.locked !== undefined}
          />
        ) : (
          <FoldedCell key={column.id} rowId={row.id} column={column} line={line} index={index} />
        ),
      )}
      {rowTotal !== undefined && <RowTotalCell row={row} />}
    </div>
  );
});

const RowHeading = ({ id, row }: { readonly id: string; readonly row: MatrixRow }) => {
  const { store } = useMatrix();
  const marks = store.lint.row(row.id);
  const tip = [row.code, row.label].filter((part) => part !== undefined).join(' ');
  return (
    <div
      role="rowheader"
      id={id}
      aria-colindex={1}
      className={classes.heading}
      data-mark={worstOf(marks)}
      title={[tip, ...marks.map((mark) => mark.reason)].join('\n')}
    >
      {row.code !== undefined && <span className={classes.code}>{row.code}</span>}
      <span className={classes.label}>{row.label}</span>
    </div>
  );
};

interface FoldedCellProps {
  readonly rowId: string;
  readonly column: MatrixColumn;
  readonly line: number;
  readonly index: number;
}

/** How many cells of a row are filled under a folded group of columns. */
const FoldedCell = ({ rowId, column, line, index }: FoldedCellProps) => {
  const { id, store, sizes, messages } = useMatrix();
  useCell(store, rowId, column.id);
  const filled = store.rowCells(rowId);
  const count = (column.folds ?? []).filter((columnId) => filled.has(columnId)).length;
  return (
    <div
      role="gridcell"
      id={cellElementId(id, line, index)}
      className={classes.folded}
      aria-colindex={index + 2}
      aria-selected={store.cursor.isSelected(rowId, column.id) ? true : undefined}
      aria-readonly
      style={{ left: sizes.label + index * sizes.column }}
    >
      {count > 0 && (
        <span title={messages.foldedCells(count)}>
          {count}
          <span className={classes.spoken}> {messages.foldedCells(count)}</span>
        </span>
      )}
    </div>
  );
};

const RowTotalCell = ({ row }: { readonly row: MatrixRow }) => {
  const { store, rowTotal } = useMatrix();
  if (rowTotal === undefined) return null;
  return (
    <div role="gridcell" className={classes.total} aria-colindex={store.columns.length + 2}>
      <TotalFigure total={rowTotal.of(row, store.rowCells(row.id), store.rowGrounds(row.id))} />
    </div>
  );
};

interface GroupLineProps {
  readonly group: Extract<Line, { kind: 'group' }>;
  readonly line: number;
  readonly active: boolean;
}

/** The heading of a group, which folds it. */
export const GroupLine = memo(function GroupLine({ group, line, active }: GroupLineProps) {
  const { id, store, sizes, messages, rowTotal } = useMatrix();
  useTopic(store, 'lint');
  const marked = group.rowIds.filter((rowId) => store.lint.touchesRow(rowId)).length;
  return (
    <div
      role="row"
      className={classes.group}
      aria-rowindex={line + 2}
      data-active={active ? '' : undefined}
      style={{ top: line * sizes.line }}
    >
      <div
        role="rowheader"
        id={groupElementId(id, group.id)}
        aria-colindex={1}
        aria-colspan={store.columns.length + (rowTotal === undefined ? 1 : 2)}
        aria-expanded={!group.folded}
        aria-describedby={active ? `${id}-detail` : undefined}
        className={classes.groupHeading}
      >
        <IconChevronRight className={classes.chevron} size={14} stroke={2} aria-hidden />
        <span className={classes.groupLabel}>{group.label}</span>
        <span className={classes.groupCount}>{messages.groupSize(group.rowIds.length)}</span>
        {marked > 0 && <span className={classes.groupMarks}>{messages.groupMarks(marked)}</span>}
      </div>
    </div>
  );
});
