import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { refusal } from '../../../web/form/form-errors.ts';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { today } from '../../../web/today.ts';
import { roleRoutes, type AppointmentEntry } from '../contract.ts';
import { approvalMessages } from './approval-messages.ts';

const fields = ['paper.signer', 'paper.on'];

/** Records who approved an appointment on paper, and when. */
export function PaperApprovalDialog({
  row,
  onClose,
}: {
  readonly row: AppointmentEntry;
  readonly onClose: () => void;
}): JSX.Element {
  const texts = useMessages(approvalMessages);
  const approve = useWrite(roleRoutes.approveAppointment);
  const [signer, setSigner] = useState('');
  const [on, setOn] = useState<string>(today());
  const refused = refusal(approve.error, fields);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    // The dialog may stand inside of another form of the page.
    event.stopPropagation();
    approve.mutate(
      { path: { appointmentId: row.id }, version: row.version, body: { paper: { signer, on } } },
      {
        onSuccess: () => {
          notifications.show({ message: texts.done(row.personName, row.roleName), color: 'teal' });
          onClose();
        },
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.paperOf(row.personName, row.roleName)}
      size={460}
      closeButtonProps={{ 'aria-label': texts.dialog.cancel }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm" c="dimmed">
            {texts.dialog.lead}
          </Text>
          <ProblemAlert error={refused.rest} fields={fields} />
          <TextInput
            required
            data-autofocus
            label={texts.dialog.signer}
            description={texts.dialog.signerHint}
            value={signer}
            error={refused.at['paper.signer']}
            onChange={(event) => setSigner(event.currentTarget.value)}
          />
          <TextInput
            required
            type="date"
            label={texts.dialog.on}
            value={on}
            error={refused.at['paper.on']}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {texts.dialog.cancel}
            </Button>
            <Button type="submit" loading={approve.isPending}>
              {texts.dialog.record}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
