import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { evidenceRoutes, type EvidenceRow } from '../evidence-contract.ts';
import { evidenceMessages } from './evidence-messages.ts';

/** Asks before a file goes: it never comes back. */
export function EvidenceRemoval({
  file,
  onClose,
}: {
  readonly file: EvidenceRow;
  readonly onClose: () => void;
}): JSX.Element {
  const messages = useMessages(evidenceMessages);
  const texts = messages.removal;
  const remove = useWrite(evidenceRoutes.removeEvidence);
  const removed = (): void => {
    notifications.show({ message: texts.done, color: 'teal' });
    onClose();
  };
  return (
    <Modal opened onClose={onClose} title={texts.title} size={420} closeButtonProps={{ 'aria-label': messages.close }}>
      <Stack gap="sm">
        <ProblemAlert error={remove.error} />
        <Text size="sm">{texts.text(file.name)}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onClose}>
            {texts.no}
          </Button>
          <Button
            color="red"
            loading={remove.isPending}
            onClick={() =>
              remove.mutate({ path: { evidenceId: file.id }, version: file.version }, { onSuccess: removed })
            }
          >
            {texts.yes}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
