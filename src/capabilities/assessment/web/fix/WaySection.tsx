import type { JSX, ReactNode } from 'react';
import classes from './way-out.module.css';

/** One kind of way out, with what belongs to it. */
export function WaySection({
  heading,
  hint,
  children,
}: {
  readonly heading: string;
  readonly hint: string;
  readonly children: ReactNode;
}): JSX.Element {
  return (
    <section className={classes.section}>
      <h3 className={classes.heading}>{heading}</h3>
      <p className={classes.hint}>{hint}</p>
      {children}
    </section>
  );
}
