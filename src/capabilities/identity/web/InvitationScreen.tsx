import { Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { signIn } from '../../../web/account.ts';
import { call, CallError } from '../../../web/client.ts';
import { LoadingPage } from '../../../web/frame/LoadingPage.tsx';
import { meOptions, useMe } from '../../../web/identity-data.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { fieldErrorsOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { identityRoutes } from '../contract.ts';
import { messages } from './messages.ts';
import { OutsidePage } from './OutsidePage.tsx';

/** Accepts an invitation: with a new account, or with the one that exists for the address. */
export function InvitationScreen(): JSX.Element {
  const text = useMessages(messages);
  const format = useFormat();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { token } = useParams({ from: '/invitation/$token' });
  const me = useMe();
  const [name, setName] = useState('');
  const [password, setPassword] = useState('');
  const invitation = useQuery({
    queryKey: ['invitation', token],
    queryFn: ({ signal }) => call(identityRoutes.invitation, { path: { token }, signal }),
    retry: false,
  });
  const invited = invitation.data;
  const isMe = invited !== undefined && me.data?.user.email.toLowerCase() === invited.email.toLowerCase();
  const accept = useMutation({
    mutationFn: async () => {
      if (invited?.hasAccount === true && !isMe) await signIn(invited.email, password);
      const account = invited?.hasAccount === true ? null : { name, password };
      return call(identityRoutes.acceptInvitation, { path: { token }, body: { account } });
    },
    onSuccess: async (now) => {
      client.clear();
      client.setQueryData(meOptions.queryKey, now);
      const joined = now.organizations.find((organization) => organization.name === invited?.organization);
      await (joined === undefined
        ? navigate({ to: '/organizations', replace: true })
        : navigate({ to: '/o/$slug', params: { slug: joined.slug }, replace: true }));
    },
  });
  if (invitation.error instanceof CallError)
    return (
      <OutsidePage title={text.members.invited} lead={text.invitation.gone}>
        <ProblemAlert error={invitation.error.problem.code === 'not-found' ? null : invitation.error} />
      </OutsidePage>
    );
  if (invited === undefined) return <LoadingPage />;
  const errors = fieldErrorsOf(accept.error);
  return (
    <OutsidePage
      title={text.invitation.title(invited.organization)}
      lead={text.invitation.lead(invited.email, text.permission[invited.permission])}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          accept.mutate();
        }}
      >
        <Stack gap="sm">
          <Text size="sm">{text.permissionHint[invited.permission]}</Text>
          {!invited.hasAccount && (
            <TextInput
              label={text.name}
              required
              autoComplete="name"
              value={name}
              error={errors['account.name']}
              onChange={(event) => setName(event.currentTarget.value)}
            />
          )}
          {!isMe && (
            <PasswordInput
              label={text.password}
              description={invited.hasAccount ? text.invitation.haveAccount : text.passwordHint}
              required
              autoComplete={invited.hasAccount ? 'current-password' : 'new-password'}
              value={password}
              error={errors['account.password']}
              onChange={(event) => setPassword(event.currentTarget.value)}
            />
          )}
          <ProblemAlert error={accept.error} fields={['account.name', 'account.password']} />
          <Button type="submit" fullWidth mt="xs" loading={accept.isPending}>
            {text.invitation.accept}
          </Button>
          <Text size="xs" c="dimmed">
            {text.invitation.until(format.moment(invited.expires))}
          </Text>
        </Stack>
      </form>
    </OutsidePage>
  );
}
