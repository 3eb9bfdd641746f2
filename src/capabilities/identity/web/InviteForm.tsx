import { Alert, Button, CopyButton, Group, Select, Stack, Text, TextInput, Title } from '@mantine/core';
import { IconCheck, IconCopy, IconLink } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import type { PersonId } from '../../../kernel/id.ts';
import { useMessages } from '../../../web/message.ts';
import { messages as shell } from '../../../web/messages.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { fieldErrorsOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { PersonPicker, type PickedPerson } from '../../people/web/PersonPicker.tsx';
import { identityRoutes } from '../contract.ts';
import { permissions, type Permission } from '../model.ts';
import { messages } from './messages.ts';

/** Makes an invitation link, and shows it this once. */
export function InviteForm(): JSX.Element {
  const text = useMessages(messages);
  const common = useMessages(shell);
  const invite = useWrite(identityRoutes.invite);
  const [email, setEmail] = useState('');
  const [permission, setPermission] = useState<Permission>('contributor');
  const [person, setPerson] = useState<PickedPerson | null>(null);
  const link = invite.data === undefined ? null : `${location.origin}/invitation/${invite.data.token}`;
  return (
    <section aria-labelledby="invite">
      <Title order={2} id="invite">
        {text.members.invite}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {text.members.inviteLead}
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          invite.mutate(
            { body: { email, permission, personId: (person?.id ?? null) as PersonId | null } },
            {
              onSuccess: () => {
                setEmail('');
                setPerson(null);
              },
            },
          );
        }}
      >
        <Stack gap="sm" maw={640}>
          <Group align="flex-start" gap="sm">
            <TextInput
              type="email"
              label={text.email}
              required
              flex={1}
              value={email}
              error={fieldErrorsOf(invite.error)['email']}
              onChange={(event) => setEmail(event.currentTarget.value)}
            />
            <Select
              label={text.members.permission}
              allowDeselect={false}
              w={180}
              data={permissions.map((value) => ({ value, label: text.permission[value] }))}
              value={permission}
              onChange={(value) => setPermission(permissions.find((known) => known === value) ?? permission)}
            />
          </Group>
          <PersonPicker
            label={text.members.person}
            description={text.members.personHint}
            placeholder={text.members.notLinked}
            value={person}
            onChange={setPerson}
          />
          <Text size="sm" c="dimmed">
            {text.permissionHint[permission]}
          </Text>
          <ProblemAlert error={invite.error} fields={['email']} />
          <Group>
            <Button type="submit" loading={invite.isPending}>
              {text.members.inviteAction}
            </Button>
          </Group>
          {link !== null && (
            <Alert color="petrol" variant="light" icon={<IconLink size={18} />} title={text.members.linkTitle}>
              <Text size="sm">{text.members.linkOnce}</Text>
              <Group gap="xs" mt="xs" wrap="nowrap">
                <TextInput readOnly flex={1} value={link} aria-label={text.members.linkTitle} />
                <CopyButton value={link}>
                  {({ copied, copy }) => (
                    <Button
                      variant="default"
                      onClick={copy}
                      leftSection={copied ? <IconCheck size={16} /> : <IconCopy size={16} />}
                    >
                      {copied ? common.copied : common.copy}
                    </Button>
                  )}
                </CopyButton>
              </Group>
            </Alert>
          )}
        </Stack>
      </form>
    </section>
  );
}
