import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCheck, IconClock, IconMinus } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import type { RequirementState } from '../requirement-approval.ts';
import { requiredMessages } from './required-messages.ts';

const icons = { none: IconMinus, waiting: IconClock, outdated: IconAlertTriangle, approved: IconCheck } as const;

/** Whether a second person has approved what is required, in a word and a sign. */
export function RequiredState({ state }: { readonly state: RequirementState }): JSX.Element {
  const texts = useMessages(requiredMessages);
  const Sign = icons[state];
  return (
    <Badge variant="default" leftSection={<Sign size={12} aria-hidden />}>
      {texts.states[state]}
    </Badge>
  );
}
