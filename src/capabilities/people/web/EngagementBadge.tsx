import { Badge, type MantineSize } from '@mantine/core';
import { IconClock, IconDoorExit } from '@tabler/icons-react';
import { useMessages } from '../../../web/message.ts';
import type { PersonRow } from '../contract.ts';
import { peopleMessages } from './messages.ts';

/** Says when somebody is not there yet or not any more; the usual case needs no sign. */
export const EngagementBadge = ({
  state,
  size,
}: {
  readonly state: PersonRow['state'];
  readonly size: MantineSize;
}) => {
  const texts = useMessages(peopleMessages);
  if (state === 'active') return null;
  const Icon = state === 'future' ? IconClock : IconDoorExit;
  return (
    <Badge size={size} variant="default" flex="none" leftSection={<Icon size={11} aria-hidden />} data-state={state}>
      {texts.states[state]}
    </Badge>
  );
};
