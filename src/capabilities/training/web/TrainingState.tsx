import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import type { TrainingRow } from '../contract.ts';
import { trainingMessages } from './messages.ts';
import classes from './training.module.css';

const colours = { proposed: 'orange', planned: 'petrol', enrolled: 'petrol', completed: 'green', cancelled: 'gray' };

/** Where a training stands, and what the person says of it. */
export function TrainingState({ row }: { readonly row: TrainingRow }): JSX.Element {
  const texts = useMessages(trainingMessages);
  const mark = row.unapproved
    ? texts.unapprovedMark
    : row.reported === null
      ? texts.states[row.state]
      : texts.reportedMark;
  return (
    <Badge
      size="sm"
      variant="light"
      color={row.unapproved || row.reported !== null ? 'orange' : colours[row.state]}
      title={row.unapproved ? texts.unapprovedHint : undefined}
    >
      {mark}
    </Badge>
  );
}

/** Whether a training worked, or when that is looked at. */
export function EffectText({ row }: { readonly row: TrainingRow }): JSX.Element | null {
  const texts = useMessages(trainingMessages);
  const format = useFormat();
  const { effect, effectiveness, state } = row;
  if (state !== 'completed') return null;
  switch (effect) {
    case 'none':
      return <span className={classes.quiet}>{texts.effects.none}</span>;
    case 'scheduled':
      return (
        <span>
          <IconClock size={13} aria-hidden /> {effectiveness !== null && format.date(effectiveness.due)}
        </span>
      );
    case 'due':
      return (
        <span className={classes.alarm}>
          <IconAlertTriangle size={13} aria-hidden /> {texts.effects.due}
        </span>
      );
    case 'effective':
      return (
        <span>
          <IconCheck size={13} aria-hidden /> {texts.effects.effective}
        </span>
      );
    case 'partly':
    case 'not-effective':
      return <span className={classes.alarm}>{texts.effects[effect]}</span>;
    default:
      return effect satisfies never;
  }
}

/** By when it is due, or when it was done. */
export function DueText({ row }: { readonly row: TrainingRow }): JSX.Element {
  const texts = useMessages(trainingMessages);
  const format = useFormat();
  if (row.completedOn !== null) return <span>{format.date(row.completedOn)}</span>;
  if (!row.overdue) return <span>{format.date(row.due)}</span>;
  return (
    <span className={classes.alarm}>
      {format.date(row.due)} <IconAlertTriangle size={13} aria-hidden /> {texts.overdue}
    </span>
  );
}
