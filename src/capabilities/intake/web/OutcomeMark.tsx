import { IconAlertTriangle, IconEqual, IconPencil, IconPlus, IconX } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { intakeMessages } from './messages.ts';
import type { Outcome } from './report-line.ts';
import classes from './report.module.css';

const icons = {
  taken: IconPlus,
  changed: IconPencil,
  unchanged: IconEqual,
  ignored: IconX,
  flagged: IconAlertTriangle,
} as const;

/** Says what became of a row, in a word and a sign. */
export function OutcomeMark({ outcome }: { readonly outcome: Outcome }): JSX.Element {
  const texts = useMessages(intakeMessages);
  const Icon = icons[outcome];
  return (
    <span className={classes.mark} data-outcome={outcome}>
      <Icon size={13} aria-hidden />
      {texts.outcome[outcome]}
    </span>
  );
}
