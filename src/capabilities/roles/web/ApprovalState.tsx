import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import type { AppointmentEntry } from '../contract.ts';
import { approvalMessages } from './approval-messages.ts';

/** Who approved an appointment and when; or that nobody has, who asked, and why the reader cannot. */
export function ApprovalState({ row }: { readonly row: AppointmentEntry }): JSX.Element {
  const texts = useMessages(approvalMessages);
  const format = useFormat();
  const { approval, requestedByName, hindrance } = row;
  if (approval !== null)
    return (
      <Text size="xs" c="dimmed">
        {(approval.userId === null ? texts.onPaper : texts.approved)(approval.name, format.date(approval.on))}
      </Text>
    );
  const lines = [
    texts.open,
    ...(requestedByName === null || hindrance === 'requested' ? [] : [texts.askedBy(requestedByName)]),
    ...(hindrance === null || row.state === 'ended' ? [] : [texts.hindrances[hindrance]]),
  ].filter((line) => line !== '');
  return (
    <Text size="xs" c="dimmed">
      {lines.join('. ').replace(/\.?$/, '.')}
    </Text>
  );
}
