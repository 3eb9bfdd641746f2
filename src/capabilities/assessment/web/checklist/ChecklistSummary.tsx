import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useMessages } from '../../../../web/message.ts';
import type { ItemState } from '../../model.ts';
import { messages } from '../messages.ts';

/** One line: how many are done, partly done, open, and not to be judged yet. */
export function ChecklistSummary({
  lead,
  states,
}: {
  readonly lead: string;
  readonly states: readonly ItemState[];
}): JSX.Element {
  const text = useMessages(messages).checklists;
  const count = (state: ItemState): number => states.filter((one) => one === state).length;
  return (
    <Text size="sm" mb="md">
      {lead} <strong>{text.summary(count('done'), count('partly'), count('open'), count('unjudged'))}.</strong>
    </Text>
  );
}
