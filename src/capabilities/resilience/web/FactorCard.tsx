import { Title } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useMessages } from '../../../web/message.ts';
import { messages } from './messages.ts';
import classes from './resilience.module.css';

interface FactorCardProps {
  readonly id: string;
  readonly title: string;
  readonly figure: string;
  readonly unit: string;
  readonly means: string;
  readonly counted: string;
  readonly source: string;
  readonly children?: ReactNode;
}

/** One figure, what it means, who is behind it, and how it is counted. */
export function FactorCard({
  id,
  title,
  figure,
  unit,
  means,
  counted,
  source,
  children,
}: FactorCardProps): JSX.Element {
  const text = useMessages(messages);
  return (
    <section className={classes.card} aria-labelledby={id}>
      <div className={classes.cardHead}>
        <p className={classes.figure}>
          {figure}
          <span className={classes.unit}>{unit}</span>
        </p>
        <div>
          <Title order={2} id={id} className={classes.cardTitle}>
            {title}
          </Title>
          <p className={classes.means}>{means}</p>
        </div>
      </div>
      {children}
      <details className={classes.how}>
        <summary>{text.howCounted}</summary>
        <p>
          {counted} <cite>{source}</cite>
        </p>
      </details>
    </section>
  );
}
