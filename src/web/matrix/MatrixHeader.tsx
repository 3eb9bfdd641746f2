import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { memo } from 'react';
import classes from './header.module.css';
import { useMatrix, useTopic } from './matrix-context.ts';
import { worstOf, type MatrixColumn } from './model.ts';
import { TotalFigure } from './TotalFigure.tsx';

export interface ColumnsInView {
  readonly from: number;
  readonly to: number;
  readonly active: number;
}

interface Band {
  readonly label: string;
  readonly at: number;
  readonly count: number;
}

/** Neighbouring columns of the same group share a band above their headings. */
export const bandsOf = (columns: readonly MatrixColumn[]): readonly Band[] => {
  const bands: Band[] = [];
  for (const [at, column] of columns.entries()) {
    const last = bands.at(-1);
    const label = column.group ?? '';
    if (last !== undefined && last.label === label) bands[bands.length - 1] = { ...last, count: last.count + 1 };
    else bands.push({ label, at, count: 1 });
  }
  return bands;
};

/** The frozen head: what the rows are, and the rotated names of the columns. */
export const MatrixHeader = ({ from, to, active }: ColumnsInView) => {
  const { store, sizes, rowTotal, kind, rowHeading } = useMatrix();
  useTopic(store, 'columns');
  const banded = sizes.band > 0;
  return (
    <div role="rowgroup" className={classes.header}>
      {banded && (
        <div className={classes.bands} aria-hidden>
          {bandsOf(store.columns)
            .filter((band) => band.at <= to && band.at + band.count > from)
            .map((band) => (
              <div
                key={band.at}
                className={classes.band}
                style={{ left: sizes.label + band.at * sizes.column, width: band.count * sizes.column }}
              >
                {band.label !== '' && (
                  <span className={classes.bandLabel} title={band.label}>
                    {store.isColumnFolded(band.label) ? <IconChevronRight size={12} /> : <IconChevronDown size={12} />}
                    {!store.isColumnFolded(band.label) && ` ${band.label}`}
                  </span>
                )}
              </div>
            ))}
        </div>
      )}
      <div role="row" aria-rowindex={1} className={classes.headings}>
        <div role="columnheader" aria-colindex={1} className={classes.corner}>
          <span className={classes.cornerTitle}>{rowHeading}</span>
          {kind.legend !== undefined && (
            <span className={classes.legend} aria-hidden>
              {kind.legend.map((entry) => (
                <span key={entry.value} className={classes.legendEntry}>
                  {kind.badge(entry.value, entry.ground ?? '')} {entry.name}
                </span>
              ))}
            </span>
          )}
        </div>
        {store.columns.slice(from, to + 1).map((column, index) => (
          <ColumnHeading key={column.id} column={column} index={from + index} active={from + index === active} />
        ))}
        {rowTotal !== undefined && (
          <div role="columnheader" aria-colindex={store.columns.length + 2} className={classes.totalHeading}>
            <span className={classes.rotated}>{rowTotal.label}</span>
          </div>
        )}
      </div>
    </div>
  );
};

interface ColumnHeadingProps {
  readonly column: MatrixColumn;
  readonly index: number;
  readonly active: boolean;
}

const ColumnHeading = memo(function ColumnHeading({ column, index, active }: ColumnHeadingProps) {
  const { id, store, sizes, messages } = useMatrix();
  useTopic(store, `column ${column.id}`);
  const name =
    column.folds === undefined
      ? (column.short ?? column.label)
      : messages.foldedGroup(column.label, column.folds.length);
  const marks = store.lint.column(column.id);
  const first = index === 0 || store.columns[index - 1]?.group !== column.group;
  return (
    <div
      role="columnheader"
      id={`${id}-column-${index}`}
      aria-colindex={index + 2}
      className={classes.heading}
      data-active={active ? '' : undefined}
      data-first={first ? '' : undefined}
      data-mark={worstOf(marks)}
      data-folded={column.folds === undefined ? undefined : ''}
      title={[column.folds === undefined ? column.label : name, ...marks.map((mark) => mark.reason)].join('\n')}
      style={{ left: sizes.label + index * sizes.column }}
    >
      <span className={classes.rotated}>{name}</span>
    </div>
  );
});

/** The frozen foot: a total under every column. */
export const MatrixFooter = ({ from, to }: Omit<ColumnsInView, 'active'>) => {
  const { store, sizes, columnTotal, rowTotal } = useMatrix();
  useTopic(store, 'columns');
  if (columnTotal === undefined) return null;
  return (
    <div role="rowgroup" className={classes.footer}>
      <div role="row" aria-rowindex={store.lines.length + 2} className={classes.footerRow}>
        <div role="rowheader" aria-colindex={1} className={classes.footerHeading}>
          {columnTotal.label}
        </div>
        {store.columns.slice(from, to + 1).map((column, index) => (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={from + index + 2}
            className={classes.footerCell}
            style={{ left: sizes.label + (from + index) * sizes.column }}
          >
            {column.folds === undefined && <ColumnTotalFigure column={column} />}
          </div>
        ))}
        {rowTotal !== undefined && <div className={classes.footerEnd} aria-hidden />}
      </div>
    </div>
  );
};

const ColumnTotalFigure = ({ column }: { readonly column: MatrixColumn }) => {
  const { store, columnTotal } = useMatrix();
  useTopic(store, `column ${column.id}`);
  return columnTotal === undefined ? null : (
    <TotalFigure total={columnTotal.of(column, store.columnCells(column.id), store.columnGrounds(column.id))} />
  );
};
