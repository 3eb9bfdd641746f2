import { Tooltip } from '@mantine/core';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import type { Severity } from '../model.ts';
import { messages } from './messages.ts';
import classes from './severity.module.css';

/** The severity of a gap as shape, letter and colour. */
export function SeverityMark({
  severity,
  withLabel = false,
}: {
  readonly severity: Severity;
  readonly withLabel?: boolean;
}): JSX.Element {
  const text = useMessages(messages);
  return (
    <Tooltip label={text.severityHint[severity]}>
      <span className={classes.mark} data-severity={severity}>
        <svg viewBox="0 0 14 14" width="12" height="12" aria-hidden className={classes.shape}>
          {severity === 'critical' && <path d="M4.5 1h5L13 4.5v5L9.5 13h-5L1 9.5v-5z" />}
          {severity === 'major' && <path d="M7 1 13.4 12.6H.6z" />}
          {severity === 'minor' && <path d="M7 .8 13.2 7 7 13.2.8 7z" />}
          {severity === 'advice' && <circle cx="7" cy="7" r="5.6" />}
        </svg>
        <span className={withLabel ? undefined : classes.hidden}>{text.severity[severity]}</span>
      </span>
    </Tooltip>
  );
}
