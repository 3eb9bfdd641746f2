import { Box } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconArrowsSort } from '@tabler/icons-react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef, type KeyboardEvent, type ReactNode } from 'react';
import classes from './register.module.css';

export interface RegisterColumn<Row> {
  readonly id: string;
  readonly label: string;
  /** Shown as the heading in place of the label. */
  readonly heading?: ReactNode;
  /** A CSS length: columns keep it, whatever the cells hold. */
  readonly width: string;
  readonly align?: 'end';
  /** The name by which the server sorts this column; absent when it cannot. */
  readonly sort?: string;
  readonly cell: (row: Row) => ReactNode;
}

interface RegisterTableProps<Row> {
  readonly label: string;
  readonly columns: readonly RegisterColumn<Row>[];
  readonly rows: readonly Row[];
  /** How many rows match in all, those not loaded yet included. */
  readonly total: number;
  readonly rowKey: (row: Row) => string;
  readonly quiet?: (row: Row) => boolean;
  /** As the server takes it: `name` upwards, `-name` downwards. */
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
  /** Called when the last loaded rows come into view. */
  readonly onEnd?: () => void;
}

const rowHeight = 32;

/** Moves the focus between the first links of the rows, as one walks a list of names. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
  if (!(event.target instanceof HTMLAnchorElement)) return;
  const row = event.target.closest('tr');
  const other = event.key === 'ArrowDown' ? row?.nextElementSibling : row?.previousElementSibling;
  const link = other?.querySelector('a');
  if (link === null || link === undefined) return;
  event.preventDefault();
  link.focus();
}

/** A dense table of a register: fixed columns, sticky heading, only the rows in view in the page. */
export function RegisterTable<Row>(props: RegisterTableProps<Row>) {
  const { label, columns, rows, total, rowKey, quiet, sort, onSort, onEnd } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 1200, height: 640 },
  });
  const items = virtual.getVirtualItems();
  const last = items.at(-1)?.index ?? -1;
  const atEnd = rows.length > 0 && last >= rows.length - 20 && rows.length < total;
  useEffect(() => {
    if (atEnd) onEnd?.();
  }, [atEnd, onEnd, rows.length]);
  const before = items[0]?.start ?? 0;
  const after = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <Box
      component="section"
      ref={scroller}
      className={classes.scroller}
      tabIndex={0}
      aria-label={label}
      onKeyDown={walk}
    >
      <table className={classes.table} aria-label={label} aria-rowcount={total + 1}>
        <colgroup>
          {columns.map((column) => (
            <col key={column.id} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <Heading key={column.id} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} columns={columns.length} />}
          {items.map((item) => {
            const row = rows[item.index];
            return row === undefined ? null : (
              <tr key={rowKey(row)} aria-rowindex={item.index + 2} data-quiet={quiet?.(row) === true || undefined}>
                {columns.map((column) => (
                  <td key={column.id} data-align={column.align}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
            );
          })}
          {after > 0 && <Spacer height={after} columns={columns.length} />}
        </tbody>
      </table>
    </Box>
  );
}

const Spacer = ({ height, columns }: { readonly height: number; readonly columns: number }) => (
  <tr aria-hidden className={classes.spacer}>
    <Box component="td" colSpan={columns} h={height} />
  </tr>
);

interface HeadingProps<Row> {
  readonly column: RegisterColumn<Row>;
  readonly sort: string | undefined;
  readonly onSort: ((sort: string) => void) | undefined;
}

function Heading<Row>({ column, sort, onSort }: HeadingProps<Row>) {
  const name = column.sort;
  if (name === undefined || onSort === undefined)
    return (
      <th scope="col" data-align={column.align}>
        {column.heading ?? column.label}
      </th>
    );
  const direction = sort === name ? 'ascending' : sort === `-${name}` ? 'descending' : 'none';
  const Arrow = direction === 'none' ? IconArrowsSort : direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <th scope="col" aria-sort={direction} data-align={column.align}>
      <button
        type="button"
        className={classes.sorter}
        data-sorted={direction !== 'none' || undefined}
        onClick={() => onSort(direction === 'ascending' ? `-${name}` : name)}
      >
        {column.label}
        <Arrow size={13} aria-hidden />
      </button>
    </th>
  );
}
