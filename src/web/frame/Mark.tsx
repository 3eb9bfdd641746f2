import type { JSX } from 'react';
import classes from './frame.module.css';

const places = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => ({ row, column, key: row * 3 + column })));
const faint: readonly number[] = [1, 5, 6];

/** The sign of the product: a muster of nine, of whom some have not answered yet. */
export function Mark({ size }: { readonly size: number }): JSX.Element {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden className={classes.mark}>
      <rect width="32" height="32" rx="7" />
      {places.map(({ row, column, key }) => (
        <rect
          key={key}
          x={7 + column * 6.5}
          y={7 + row * 6.5}
          width="5"
          height="5"
          rx="1.2"
          data-faint={faint.includes(key) || undefined}
        />
      ))}
    </svg>
  );
}
