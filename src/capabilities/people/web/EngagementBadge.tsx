import { Badge, type MantineSize } from '@mantine/core';
import { IconClock, IconDoorExit, IconPlaneDeparture } from '@tabler/icons-react';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import type { PersonRow } from '../contract.ts';
import { engagementMessages } from './engagement-messages.ts';
import { peopleMessages } from './messages.ts';

/** Says when somebody is not there yet, not any more, or away; the usual case needs no sign. */
export const EngagementBadge = ({
  state,
  awayUntil,
  size,
}: {
  readonly state: PersonRow['state'];
  readonly awayUntil: PersonRow['awayUntil'];
  readonly size: MantineSize;
}) => {
  const texts = useMessages(peopleMessages);
  const absences = useMessages(engagementMessages).absences;
  const format = useFormat();
  if (state === 'active' && awayUntil !== null)
    return (
      <Badge
        size={size}
        variant="default"
        flex="none"
        leftSection={<IconPlaneDeparture size={11} aria-hidden />}
        data-state="away"
      >
        {absences.awayUntil(format.date(lastDayOf(awayUntil)))}
      </Badge>
    );
  if (state === 'active') return null;
  const Icon = state === 'future' ? IconClock : IconDoorExit;
  return (
    <Badge size={size} variant="default" flex="none" leftSection={<Icon size={11} aria-hidden />} data-state={state}>
      {texts.states[state]}
    </Badge>
  );
};
