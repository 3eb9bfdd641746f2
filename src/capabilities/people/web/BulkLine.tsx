import { Checkbox } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useMessages } from '../../../web/message.ts';
import { bulkMessages } from './bulk-messages.ts';
import classes from './people.module.css';

/** One field of many people: a box that says whether it is set, and what it is set to. */
export function BulkLine({
  label,
  ticked,
  onTick,
  children,
}: {
  readonly label: string;
  readonly ticked: boolean;
  readonly onTick: (on: boolean) => void;
  readonly children: ReactNode;
}): JSX.Element {
  const texts = useMessages(bulkMessages);
  return (
    <div className={classes.bulkLine}>
      <Checkbox
        label={label}
        aria-label={texts.set(label)}
        checked={ticked}
        onChange={(event) => onTick(event.currentTarget.checked)}
      />
      <div>{children}</div>
    </div>
  );
}
