import { NumberInput, Text } from '@mantine/core';
import { useState, type JSX } from 'react';
import { useFormat, useMessages } from '../../../../web/message.ts';
import { useRead, useWrite } from '../../../../web/organization-data.ts';
import { fieldErrorsOf } from '../../../../web/problem.ts';
import { roleRoutes } from '../../../roles/contract.ts';
import { messages } from '../messages.ts';
import { FixFrame, type FixFormProps } from './FixFrame.tsx';

/** Sets hours a week aside for one appointment. */
export function HoursForm({ fix, onDone }: FixFormProps<'set-hours'>): JSX.Element {
  const text = useMessages(messages).fix;
  const format = useFormat();
  const appointments = useRead(roleRoutes.appointments, { query: {} });
  const update = useWrite(roleRoutes.updateAppointment);
  const [hours, setHours] = useState<number | string>(4);
  const appointment = appointments.data?.find(({ id }) => id === fix.appointmentId);
  if (appointments.isSuccess && appointment === undefined) return <Text size="sm">{text.gone}</Text>;
  const submit = (): void => {
    if (appointment === undefined || typeof hours !== 'number') return;
    update.mutate(
      { path: { appointmentId: appointment.id }, version: appointment.version, body: { hoursPerWeek: hours } },
      { onSuccess: onDone },
    );
  };
  return (
    <FixFrame
      action={text['set-hours']}
      pending={update.isPending}
      disabled={appointment === undefined || typeof hours !== 'number'}
      error={update.error ?? appointments.error}
      fields={['hoursPerWeek']}
      onSubmit={submit}
    >
      {appointment !== undefined && (
        <Text size="sm" fw={500}>
          {appointment.personName}, {appointment.roleName} {text.since(format.date(appointment.from))}
        </Text>
      )}
      <NumberInput
        label={text.hours}
        description={text.hoursHint}
        data-autofocus
        required
        min={0.25}
        max={168}
        decimalScale={2}
        value={hours}
        onChange={setHours}
        error={fieldErrorsOf(update.error)['hoursPerWeek']}
        w={260}
      />
    </FixFrame>
  );
}
