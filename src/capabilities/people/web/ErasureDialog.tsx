import { Button, Group, Loader, Modal, Stack, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { refusal } from '../../../web/form/form-errors.ts';
import { useMessages } from '../../../web/message.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import type { PersonRow } from '../contract.ts';
import { personalDataRoutes } from '../personal-data-contract.ts';
import { ErasurePreview } from './ErasurePreview.tsx';
import { personalDataMessages } from './personal-data-messages.ts';

interface ErasureDialogProps {
  readonly person: PersonRow;
  readonly onClose: () => void;
}

/** Shows what erasing somebody would do, and does it once their name was typed. */
export function ErasureDialog({ person, onClose }: ErasureDialogProps): JSX.Element {
  const texts = useMessages(personalDataMessages);
  const plan = useRead(personalDataRoutes.erasurePlan, { path: { personId: person.id } });
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts.dialog(person.name)}
      size={640}
      closeButtonProps={{ 'aria-label': texts.close }}
    >
      <Stack gap="sm">
        <ProblemAlert error={plan.error} />
        {plan.data === undefined && plan.error === null && <Loader size="sm" aria-label={texts.loading} />}
        {plan.data !== undefined && <ErasurePreview plan={plan.data} />}
        {plan.data?.obstacles.length === 0 && <ErasureForm person={person} onClose={onClose} />}
      </Stack>
    </Modal>
  );
}

function ErasureForm({ person, onClose }: ErasureDialogProps): JSX.Element {
  const texts = useMessages(personalDataMessages);
  const erase = useWrite(personalDataRoutes.erasePerson);
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const refused = refusal(erase.error, ['reason']);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    erase.mutate(
      { path: { personId: person.id }, version: person.version, body: { reason } },
      {
        onSuccess: ({ entries }) => {
          notifications.show({ message: texts.done(entries), color: 'teal' });
          onClose();
        },
      },
    );
  };
  return (
    <form onSubmit={submit} noValidate>
      <Stack gap="sm">
        <Textarea
          required
          autosize
          minRows={2}
          maxLength={2000}
          label={texts.reason}
          description={texts.reasonHint}
          value={reason}
          error={refused.at['reason']}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <TextInput
          required
          autoComplete="off"
          label={texts.confirm(person.name)}
          value={typed}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        <ProblemAlert error={refused.rest} fields={['reason']} />
        <Group justify="flex-end">
          <Button
            type="submit"
            color="red"
            loading={erase.isPending}
            disabled={typed.trim() !== person.name || reason.trim() === ''}
          >
            {texts.go}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
