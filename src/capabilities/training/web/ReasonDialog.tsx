import { Button, Group, Modal, Stack, Textarea } from '@mantine/core';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import type { SeenTraining } from '../approval.ts';
import { trainingRoutes } from '../contract.ts';
import { trainingMessages } from './messages.ts';

interface ReasonDialogProps {
  readonly kind: 'decline' | 'cancel';
  readonly trainings: readonly SeenTraining[];
  readonly onClose: () => void;
  readonly onDone: (message: string) => void;
}

/** Asks why trainings are declined or cancelled. */
export function ReasonDialog({ kind, trainings, onClose, onDone }: ReasonDialogProps): JSX.Element {
  const all = useMessages(trainingMessages);
  const texts = all.reason;
  const decline = useWrite(trainingRoutes.declineTrainings);
  const cancel = useWrite(trainingRoutes.cancelTrainings);
  const [reason, setReason] = useState('');
  const [missing, setMissing] = useState(false);
  const write = kind === 'decline' ? decline : cancel;
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    setMissing(reason.trim() === '');
    if (reason.trim() === '') return;
    write.mutate(
      { body: { trainings: [...trainings], reason } },
      {
        onSuccess: ({ changed }) =>
          onDone(kind === 'decline' ? all.actions.declined(changed) : all.actions.cancelled(changed)),
      },
    );
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={texts[kind](trainings.length)}
      closeButtonProps={{ 'aria-label': all.cancel }}
    >
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <ProblemAlert error={write.error} />
          <Textarea
            label={texts.label}
            description={texts.hint}
            data-autofocus
            required
            autosize
            minRows={2}
            error={missing ? texts.needed : undefined}
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {all.cancel}
            </Button>
            <Button type="submit" loading={write.isPending}>
              {texts[kind](trainings.length)}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
