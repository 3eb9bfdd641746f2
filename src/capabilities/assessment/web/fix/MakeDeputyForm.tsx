import { Text } from '@mantine/core';
import { useState, type JSX } from 'react';
import { useFormat, useMessages } from '../../../../web/message.ts';
import { useRead, useSteps } from '../../../../web/organization-data.ts';
import { roleRoutes, type AppointmentRow } from '../../../roles/contract.ts';
import { messages } from '../messages.ts';
import { Choice } from './Choice.tsx';
import { FixFrame, type FixFormProps } from './FixFrame.tsx';

/** Of several holders one stays; the others become deputies. */
export function MakeDeputyForm({ fix, onDone }: FixFormProps<'make-deputy'>): JSX.Element {
  const text = useMessages(messages).fix;
  const format = useFormat();
  const appointments = useRead(roleRoutes.appointments, { query: {} });
  const [stays, setStays] = useState<string | null>(fix.appointmentIds[0] ?? null);
  const concerned = (appointments.data ?? []).filter(({ id }) => fix.appointmentIds.includes(id));
  const steps = useSteps<readonly AppointmentRow[]>(async (others, write) => {
    for (const { id, version } of others)
      await write(roleRoutes.updateAppointment, { path: { appointmentId: id }, version, body: { capacity: 'deputy' } });
  });
  if (appointments.isSuccess && concerned.length === 0) return <Text size="sm">{text.gone}</Text>;
  return (
    <FixFrame
      action={text['make-deputy']}
      pending={steps.isPending}
      disabled={stays === null || concerned.length === 0}
      error={steps.error ?? appointments.error}
      onSubmit={() =>
        steps.mutate(
          concerned.filter(({ id }) => id !== stays),
          { onSuccess: onDone },
        )
      }
    >
      <Choice
        label={text.makeDeputyExplain}
        options={concerned.map(({ id, personName, roleName, from }) => ({
          value: id,
          label: personName,
          reason: `${roleName}, ${text.since(format.date(from))}`,
        }))}
        value={stays}
        onChange={setStays}
      />
    </FixFrame>
  );
}
