import { Button, Group, Stack, Text, Textarea, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useQueryClient } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { ErrorPage } from '../../../web/frame/ErrorPage.tsx';
import { LoadingPage } from '../../../web/frame/LoadingPage.tsx';
import { meOptions } from '../../../web/identity-data.ts';
import { useMessages } from '../../../web/message.ts';
import { messages as shell } from '../../../web/messages.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { useMayChange } from '../../../web/organization.ts';
import { conflictOf, fieldErrorsOf } from '../../../web/problem.ts';
import { ConflictNotice } from '../../../web/form/ConflictNotice.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { identityRoutes } from '../contract.ts';
import type { Organization } from '../model.ts';
import { messages } from './messages.ts';
import { SettingsFrame } from './SettingsFrame.tsx';

/** Name and scope of the organization. */
export function SettingsScreen(): JSX.Element {
  const text = useMessages(messages).settings;
  const organization = useRead(identityRoutes.organization);
  if (organization.isError) return <ErrorPage error={organization.error} reset={() => void organization.refetch()} />;
  return (
    <SettingsFrame lead={text.organizationLead}>
      {organization.data === undefined ? <LoadingPage /> : <OrganizationForm organization={organization.data} />}
    </SettingsFrame>
  );
}

function OrganizationForm({ organization }: { readonly organization: Organization }): JSX.Element {
  const text = useMessages(messages).settings;
  const common = useMessages(shell);
  const mayChange = useMayChange('organization');
  const client = useQueryClient();
  // What was read when the editing began: a change by somebody else in between is to be told, not written over.
  const [seen, setSeen] = useState(organization);
  const [name, setName] = useState(organization.name);
  const [scope, setScope] = useState(organization.scope);
  const update = useWrite(identityRoutes.updateOrganization);
  const errors = fieldErrorsOf(update.error);
  const conflict = conflictOf(update.error);
  const save = (version: number): void => {
    update.mutate(
      { version, body: { name, scope } },
      {
        onSuccess: (written) => {
          setSeen(written);
          void client.invalidateQueries({ queryKey: meOptions.queryKey });
          notifications.show({ message: common.saved, color: 'green' });
        },
      },
    );
  };
  const takeTheirs = (): void => {
    setSeen(organization);
    setName(organization.name);
    setScope(organization.scope);
    update.reset();
  };
  const changed = name !== seen.name || scope !== seen.scope;
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        save(seen.version);
      }}
    >
      <Stack gap="md" maw={640}>
        <TextInput
          label={text.name}
          required
          maxLength={160}
          readOnly={!mayChange}
          value={name}
          error={errors['name']}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Textarea
          label={text.scope}
          description={text.scopeHint}
          autosize
          minRows={4}
          maxLength={4000}
          readOnly={!mayChange}
          value={scope}
          error={errors['scope']}
          onChange={(event) => setScope(event.currentTarget.value)}
        />
        <TextInput label={text.slug} description={text.slugHint} readOnly value={organization.slug} w={260} />
        {conflict === null ? (
          <ProblemAlert error={update.error} fields={['name', 'scope']} />
        ) : (
          <ConflictNotice
            differences={[
              { label: text.name, yours: name, theirs: organization.name },
              { label: text.scope, yours: scope, theirs: organization.scope },
            ].filter(({ yours, theirs }) => yours !== theirs)}
            onKeepMine={() => save(organization.version)}
            onTakeTheirs={takeTheirs}
          />
        )}
        {mayChange ? (
          <Group>
            <Button type="submit" loading={update.isPending} disabled={!changed}>
              {common.save}
            </Button>
          </Group>
        ) : (
          <Text size="sm" c="dimmed">
            {text.ownersOnly}
          </Text>
        )}
      </Stack>
    </form>
  );
}
