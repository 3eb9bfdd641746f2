import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useMessages } from '../../../../web/message.ts';
import { useRead, useWrite } from '../../../../web/organization-data.ts';
import { MOST_APPROVED_AT_ONCE, roleRoutes } from '../../../roles/contract.ts';
import { approvalMessages } from '../../../roles/web/approval-messages.ts';
import { approvalBody, WaitingTable } from '../../../roles/web/WaitingAppointments.tsx';
import { messages } from '../messages.ts';
import { FixFrame, type FixFormProps } from './FixFrame.tsx';

const SHOWN = 12;

/** Approves all appointments of the gap that wait for the reader, or one by one. */
export function ApproveForm({ fix, onDone }: FixFormProps<'approve'>): JSX.Element {
  const text = useMessages(messages).fix;
  const texts = useMessages(approvalMessages).waiting;
  const read = useRead(roleRoutes.appointments, { query: { waiting: 'true' } });
  const rows = (read.data ?? []).filter(({ id }) => fix.appointmentIds.includes(id));
  const mine = rows.filter(({ hindrance }) => hindrance === null);
  const steps = useWrite(roleRoutes.approveAppointments);
  if (read.isSuccess && rows.length === 0) return <Text size="sm">{text.gone}</Text>;
  return (
    <FixFrame
      action={texts.all(Math.min(mine.length, MOST_APPROVED_AT_ONCE))}
      pending={steps.isPending}
      disabled={mine.length === 0}
      error={steps.error ?? read.error}
      onSubmit={() => steps.mutate({ body: approvalBody(mine) }, { onSuccess: onDone })}
    >
      <WaitingTable rows={rows.slice(0, SHOWN)} />
      {rows.length > SHOWN && <Text size="sm">{texts.more(rows.length - SHOWN)}</Text>}
      {read.isSuccess && mine.length === 0 && <Text size="sm">{texts.none}</Text>}
    </FixFrame>
  );
}
