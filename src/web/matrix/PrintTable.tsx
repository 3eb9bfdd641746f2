import { useEffect, useState } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { useMatrix } from './matrix-context.ts';
import type { Total } from './model.ts';
import classes from './print.module.css';

/** True while the browser prints. The change is rendered before the browser takes its picture of the page. */
export const usePrinting = (): boolean => {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const set = (to: boolean) => () => flushSync(() => setPrinting(to));
    const [before, after] = [set(true), set(false)];
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
};

/** All rows and columns as a plain table with repeated headings: what scrolls on a screen must be whole on paper. */
export const PrintTable = ({ label }: { readonly label: string }) => {
  const { store, kind, rowTotal, rowHeading } = useMatrix();
  const known = new Set(store.groups.map((group) => group.id));
  const blocks = [
    { label: '', rows: store.rows.filter((row) => row.group === undefined || !known.has(row.group)) },
    ...store.groups.map((group) => ({ label: group.label, rows: store.rows.filter((row) => row.group === group.id) })),
  ];
  return createPortal(
    <table className={classes.table}>
      <caption>{label}</caption>
      <thead>
        <tr>
          <th scope="col">{rowHeading}</th>
          {store.allColumns.map((column) => (
            <th key={column.id} scope="col">
              <span>{column.short ?? column.label}</span>
            </th>
          ))}
          {rowTotal !== undefined && (
            <th scope="col">
              <span>{rowTotal.label}</span>
            </th>
          )}
        </tr>
      </thead>
      {blocks
        .filter((block) => block.rows.length > 0)
        .map((block) => (
          <tbody key={block.label}>
            {block.label !== '' && (
              <tr className={classes.group}>
                <th scope="rowgroup" colSpan={store.allColumns.length + (rowTotal === undefined ? 1 : 2)}>
                  {block.label}
                </th>
              </tr>
            )}
            {block.rows.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  {row.code} {row.label}
                </th>
                {store.allColumns.map((column) => (
                  <td key={column.id}>{kind.badge(store.get(row.id, column.id), store.ground(row.id, column.id))}</td>
                ))}
                {rowTotal !== undefined && (
                  <PrintedTotal total={rowTotal.of(row, store.rowCells(row.id), store.rowGrounds(row.id))} />
                )}
              </tr>
            ))}
          </tbody>
        ))}
    </table>,
    document.body,
  );
};

const PrintedTotal = ({ total }: { readonly total: Total }) => (
  <td data-mark={total.severity}>{total.severity === undefined ? total.text : `${total.text} !`}</td>
);
