import { Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import type { Gap } from '../model.ts';
import { FixDialog } from './FixDialog.tsx';
import { GapRow } from './GapRow.tsx';
import classes from './gap.module.css';
import { messages } from './messages.ts';

/**
 * Gaps with their fixes, in the order given. For one subject's page or the first few: the whole list is `GapsScreen`.
 * `hideSubject` where the page itself is about the subject.
 */
export function GapList({
  gaps,
  hideSubject = false,
  label,
}: {
  readonly gaps: readonly Gap[];
  readonly hideSubject?: boolean;
  readonly label?: string;
}): JSX.Element {
  const text = useMessages(messages);
  const [fixing, setFixing] = useState<Gap | null>(null);
  if (gaps.length === 0) {
    return (
      <Text size="sm" className={classes.none}>
        <IconCircleCheck size={16} aria-hidden /> {text.noGaps}
      </Text>
    );
  }
  return (
    <>
      <ul className={classes.list} aria-label={label ?? text.gapCount(gaps.length)}>
        {gaps.map((gap) => (
          <li key={gap.id}>
            <GapRow gap={gap} hideSubject={hideSubject} onFix={setFixing} />
          </li>
        ))}
      </ul>
      <FixDialog gap={fixing} onClose={() => setFixing(null)} />
    </>
  );
}
