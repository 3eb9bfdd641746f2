import { Title } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import classes from './panel.module.css';

interface PanelProps {
  readonly title: string;
  readonly id?: string;
  /** How many things the panel lists; not shown when there are none. */
  readonly count?: number;
  readonly lead?: string;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A titled part of a detail page. */
export function Panel({ title, id, count, lead, actions, children }: PanelProps): JSX.Element {
  return (
    <section className={classes.panel} id={id}>
      <div className={classes.head}>
        <Title order={2} className={classes.title}>
          {title}
          {count !== undefined && count > 0 && <span className={classes.count}>{count}</span>}
        </Title>
        {actions}
      </div>
      {lead !== undefined && <p className={classes.lead}>{lead}</p>}
      {children}
    </section>
  );
}
