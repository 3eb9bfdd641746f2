import { Button, Group, Popover, Stack, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconTrash } from '@tabler/icons-react';
import { useNavigate } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { roleRoutes } from '../contract.ts';
import type { Role } from '../model.ts';
import { roleMessages } from './messages.ts';

/** Takes a role away that nothing uses; what uses it is said by the server. */
export function RemoveRole({ role }: { readonly role: Role }): JSX.Element {
  const texts = useMessages(roleMessages).remove;
  const { slug } = useOrganization();
  const navigate = useNavigate();
  const remove = useWrite(roleRoutes.removeRole);
  const [asking, setAsking] = useState(false);
  const confirm = (): void =>
    remove.mutate(
      { path: { roleId: role.id }, version: role.version },
      {
        onSuccess: () => {
          notifications.show({ message: texts.done(role.name), color: 'teal' });
          void navigate({ to: '/o/$slug/roles', params: { slug } });
        },
      },
    );
  return (
    <Popover opened={asking} onChange={setAsking} width={320} position="top-start" trapFocus withArrow>
      <Popover.Target>
        <Button
          variant="subtle"
          color="red"
          leftSection={<IconTrash size={15} aria-hidden />}
          onClick={() => setAsking((open) => !open)}
        >
          {texts.remove}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={texts.title(role.name)}>
        <Stack gap="xs">
          <Text size="sm">{texts.title(role.name)}</Text>
          <ProblemAlert error={remove.error} />
          <Group gap="xs" justify="flex-end">
            <Button size="compact-sm" variant="default" onClick={() => setAsking(false)}>
              {texts.keep}
            </Button>
            <Button size="compact-sm" color="red" loading={remove.isPending} onClick={confirm}>
              {texts.remove}
            </Button>
          </Group>
        </Stack>
      </Popover.Dropdown>
    </Popover>
  );
}
