import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useState, type JSX, type SyntheticEvent } from 'react';
import { fieldErrorsOf } from '../../../web/problem.ts';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { today } from '../../../web/today.ts';
import type { SeenTraining } from '../approval.ts';
import { trainingRoutes } from '../contract.ts';
import { trainingMessages } from './messages.ts';

interface PaperDialogProps {
  readonly trainings: readonly SeenTraining[];
  readonly onClose: () => void;
  readonly onDone: (message: string) => void;
}

/** Records that somebody without an account approved trainings with a signature. */
export function PaperDialog({ trainings, onClose, onDone }: PaperDialogProps): JSX.Element {
  const all = useMessages(trainingMessages);
  const texts = all.paper;
  const approve = useWrite(trainingRoutes.approveTrainings);
  const [signer, setSigner] = useState('');
  const [on, setOn] = useState<string>(today());
  const errors = fieldErrorsOf(approve.error);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    approve.mutate(
      { body: { trainings: [...trainings], paper: { signer, on } } },
      { onSuccess: ({ changed }) => onDone(all.actions.approved(changed)) },
    );
  };
  return (
    <Modal opened onClose={onClose} title={texts.title} closeButtonProps={{ 'aria-label': all.cancel }}>
      <form onSubmit={submit} noValidate>
        <Stack gap="sm">
          <Text size="sm">{texts.hint}</Text>
          <ProblemAlert error={approve.error} fields={['paper.signer', 'paper.on']} />
          <TextInput
            label={texts.signer}
            required
            data-autofocus
            value={signer}
            error={errors['paper.signer']}
            onChange={(event) => setSigner(event.currentTarget.value)}
          />
          <TextInput
            type="date"
            label={texts.on}
            required
            value={on}
            error={errors['paper.on']}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={onClose}>
              {all.cancel}
            </Button>
            <Button type="submit" loading={approve.isPending}>
              {texts.save}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
