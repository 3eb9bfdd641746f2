import { Alert, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { signIn } from '../../../web/account.ts';
import { CallError } from '../../../web/client.ts';
import { useMessages } from '../../../web/message.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { messages } from './messages.ts';
import { OutsidePage } from './OutsidePage.tsx';

/** Only a path of this product is followed after signing in, never another site. */
const safeTarget = (to: string | undefined): string => (to !== undefined && /^\/(?![/\\])/.test(to) ? to : '/');

export function SignInScreen(): JSX.Element {
  const text = useMessages(messages);
  const client = useQueryClient();
  const navigate = useNavigate();
  const { to }: { readonly to?: string } = useSearch({ strict: false });
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = useMutation({
    mutationFn: () => signIn(email, password),
    onSuccess: async () => {
      client.clear();
      await navigate({ href: safeTarget(to), replace: true });
    },
  });
  const wrong = enter.error instanceof CallError && [400, 401, 403].includes(enter.error.problem.status);
  return (
    <OutsidePage title={text.signInTitle} lead={text.claim}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          enter.mutate();
        }}
      >
        <Stack gap="sm">
          {to?.startsWith('/o/') === true && <Text size="sm">{text.signInToGoOn}</Text>}
          <TextInput
            type="email"
            label={text.email}
            required
            autoComplete="username"
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={text.password}
            required
            autoComplete="current-password"
            value={password}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          {wrong ? (
            <Alert color="red" variant="light" role="alert" py="xs">
              {text.wrongSignIn}
            </Alert>
          ) : (
            <ProblemAlert error={enter.error} />
          )}
          <Button type="submit" fullWidth mt="xs" loading={enter.isPending}>
            {text.signIn}
          </Button>
          <Text size="sm" c="dimmed">
            {text.noAccount}
          </Text>
        </Stack>
      </form>
    </OutsidePage>
  );
}
