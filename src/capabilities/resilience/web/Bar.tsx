import type { JSX } from 'react';
import classes from './resilience.module.css';

export type BarKind = 'work' | 'answer' | 'duty' | 'quiet';

/** A share of 0 to 1 as a bar beside its number; `half` marks the middle. */
export const Bar = ({
  share,
  kind,
  half = false,
}: {
  readonly share: number;
  readonly kind: BarKind;
  readonly half?: boolean;
}): JSX.Element => (
  <span className={classes.bar} data-half={half || undefined} aria-hidden>
    <span data-kind={kind} style={{ inlineSize: `${Math.min(1, share) * 100}%` }} />
  </span>
);
