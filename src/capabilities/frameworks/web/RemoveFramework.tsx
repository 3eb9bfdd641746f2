import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { frameworkRoutes, type ListedFramework } from '../contract.ts';
import { frameworkMessages } from './messages.ts';

interface RemoveFrameworkProps {
  readonly framework: ListedFramework;
  readonly onClose: () => void;
}

/** Asks before a framework goes, or says what still refers to it. */
export function RemoveFramework({ framework, onClose }: RemoveFrameworkProps): JSX.Element {
  const texts = useMessages(frameworkMessages);
  const remove = useWrite(frameworkRoutes.removeFramework);
  const { usedBy } = framework;
  return (
    <Modal opened onClose={onClose} title={texts.removeTitle(framework.name)}>
      <Stack gap="sm">
        <Text size="sm">{usedBy === null ? texts.removeExplain(framework.entries) : texts.removeUsed(usedBy)}</Text>
        <ProblemAlert error={remove.error} />
        <Group gap="xs" justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {texts.cancel}
          </Button>
          {usedBy === null && (
            <Button
              color="red"
              loading={remove.isPending}
              onClick={() =>
                remove.mutate(
                  { path: { frameworkId: framework.id }, version: framework.version },
                  { onSuccess: onClose },
                )
              }
            >
              {texts.remove}
            </Button>
          )}
        </Group>
      </Stack>
    </Modal>
  );
}
