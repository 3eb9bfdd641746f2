import { Progress } from '@mantine/core';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import classes from './awareness.module.css';
import { awarenessMessages } from './messages.ts';

/** How many of an audience are through, as a bar and in figures. */
export function CompletionBar({ done, of, overdue = false }: CompletionBarProps): JSX.Element {
  const texts = useMessages(awarenessMessages);
  return (
    <span className={classes.progress}>
      <Progress value={of === 0 ? 0 : (done / of) * 100} size="sm" color={overdue ? 'orange' : 'petrol'} aria-hidden />
      <span>{texts.share(done, of)}</span>
    </span>
  );
}

interface CompletionBarProps {
  readonly done: number;
  readonly of: number;
  readonly overdue?: boolean;
}
