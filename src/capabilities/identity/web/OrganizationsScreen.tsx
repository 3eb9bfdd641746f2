import { Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Link, Navigate } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useSignOut } from '../../../web/account.ts';
import { ErrorPage } from '../../../web/frame/ErrorPage.tsx';
import { LoadingPage } from '../../../web/frame/LoadingPage.tsx';
import { useMe } from '../../../web/identity-data.ts';
import { useMessages } from '../../../web/message.ts';
import classes from './identity.module.css';
import { messages } from './messages.ts';
import { OutsidePage } from './OutsidePage.tsx';

/** The organizations that the reader belongs to. */
export function OrganizationsScreen(): JSX.Element {
  const text = useMessages(messages);
  const me = useMe();
  const signOut = useSignOut();
  if (me.isError) return <ErrorPage error={me.error} reset={() => void me.refetch()} />;
  if (me.data === undefined) return <LoadingPage />;
  if (me.data === null) return <Navigate to="/sign-in" search={{ to: '/organizations' }} replace />;
  const { organizations, user } = me.data;
  return (
    <OutsidePage
      title={text.organizations.title}
      lead={organizations.length === 0 ? text.organizations.none : text.organizations.lead}
      wide
    >
      {organizations.length === 0 ? (
        <Text size="sm" mb="lg">
          {text.organizations.noneHint}
        </Text>
      ) : (
        <ul className={classes.organizations}>
          {organizations.map(({ id, name, slug, permission }) => (
            <li key={id}>
              <Link to="/o/$slug" params={{ slug }} className={classes.organizationLink}>
                <span>{name}</span>
                <span className={classes.permission}>{text.permission[permission]}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
      <Group justify="space-between">
        <Button
          leftSection={<IconPlus size={16} aria-hidden />}
          renderRoot={(props) => <Link to="/organizations/new" {...props} />}
        >
          {text.organizations.create}
        </Button>
        <Group gap="xs">
          <Text size="sm" c="dimmed">
            {text.signedInAs(user.name)}
          </Text>
          <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate()}>
            {text.signOut}
          </Button>
        </Group>
      </Group>
    </OutsidePage>
  );
}
