import { Button, Divider, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { unitRoutes } from '../unit-contract.ts';
import type { UnitRow } from '../unit-list.ts';
import { unitMessages } from './unit-messages.ts';

/** Removes a description; where people still name the unit, says that their name for it stays. */
export function UnitRemoval({ unit, onDone }: { readonly unit: UnitRow; readonly onDone: () => void }): JSX.Element {
  const texts = useMessages(unitMessages).form;
  const remove = useWrite(unitRoutes.removeUnit);
  const used = unit.named > 0;
  return (
    <Stack gap="xs">
      <Divider />
      {used && (
        <Text size="sm" c="dimmed">
          {texts.forgetHint(unit.named)}
        </Text>
      )}
      <ProblemAlert error={remove.error} />
      <Button
        variant="default"
        loading={remove.isPending}
        onClick={() =>
          remove.mutate(
            { path: { unitId: unit.id }, version: unit.version, query: { keepName: used ? 'true' : 'false' } },
            {
              onSuccess: () => {
                notifications.show({ message: texts.removed(unit.name), color: 'teal' });
                onDone();
              },
            },
          )
        }
      >
        {used ? texts.forget : texts.remove}
      </Button>
    </Stack>
  );
}
