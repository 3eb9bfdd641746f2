import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { addDays, isPlainDate } from '../../../kernel/date.ts';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { fieldErrorsOf } from '../../../web/problem.ts';
import { today } from '../../../web/today.ts';
import { roleRoutes, type AppointmentRow } from '../contract.ts';
import { roleMessages } from './messages.ts';

interface EndAppointmentDialogProps {
  readonly row: AppointmentRow;
  readonly onClose: () => void;
}

export function EndAppointmentDialog({ row, onClose }: EndAppointmentDialogProps): JSX.Element {
  const texts = useMessages(roleMessages);
  const update = useWrite(roleRoutes.updateAppointment);
  const [lastDay, setLastDay] = useState<string>(today());
  const valid = isPlainDate(lastDay);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    if (!valid) return;
    update.mutate(
      { path: { appointmentId: row.id }, body: { to: addDays(lastDay, 1) }, version: row.version },
      {
        onSuccess: () => {
          notifications.show({ message: texts.end.done(row.personName), color: 'teal' });
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      opened
      closeButtonProps={{ 'aria-label': texts.appoint.cancel }}
      onClose={onClose}
      title={texts.end.title(row.personName, row.roleName)}
      size={440}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <ProblemAlert error={update.error} fields={['to']} />
          <TextInput
            type="date"
            required
            data-autofocus
            label={texts.end.lastDay}
            description={texts.end.hint}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={lastDay}
            error={valid ? fieldErrorsOf(update.error)['to'] : texts.end.badDay}
            onChange={(event) => setLastDay(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.appoint.cancel}
            </Button>
            <Button type="submit" color="red" loading={update.isPending}>
              {texts.end.end}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
