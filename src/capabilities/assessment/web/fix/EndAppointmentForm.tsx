import { List, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useFormat, useMessages } from '../../../../web/message.ts';
import { useRead, useSteps } from '../../../../web/organization-data.ts';
import { roleRoutes, type AppointmentRow } from '../../../roles/contract.ts';
import { messages } from '../messages.ts';
import { FixFrame, type FixFormProps } from './FixFrame.tsx';

/** Ends appointments on the day on which they should have ended. */
export function EndAppointmentForm({ fix, onDone }: FixFormProps<'end-appointment'>): JSX.Element {
  const text = useMessages(messages).fix;
  const format = useFormat();
  const appointments = useRead(roleRoutes.appointments, { query: {} });
  const concerned = (appointments.data ?? []).filter(({ id }) => fix.appointmentIds.includes(id));
  const steps = useSteps<readonly AppointmentRow[]>(async (rows, write) => {
    for (const { id, version } of rows)
      await write(roleRoutes.updateAppointment, { path: { appointmentId: id }, version, body: { to: fix.on } });
  });
  if (appointments.isSuccess && concerned.length === 0) return <Text size="sm">{text.gone}</Text>;
  return (
    <FixFrame
      action={text['end-appointment']}
      pending={steps.isPending}
      disabled={concerned.length === 0}
      error={steps.error ?? appointments.error}
      onSubmit={() => steps.mutate(concerned, { onSuccess: onDone })}
    >
      <Text size="sm">{text.endExplain(format.date(fix.on))}</Text>
      <List size="sm">
        {concerned.map(({ id, personName, roleName, from }) => (
          <List.Item key={id}>
            {personName}, {roleName} {text.since(format.date(from))}
          </List.Item>
        ))}
      </List>
    </FixFrame>
  );
}
