import { Button, PasswordInput, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { call, CallError } from '../../../web/client.ts';
import { meOptions } from '../../../web/identity-data.ts';
import { useMessages } from '../../../web/message.ts';
import { fieldErrorsOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { identityRoutes } from '../contract.ts';
import { messages } from './messages.ts';
import { OutsidePage } from './OutsidePage.tsx';

const fields = ['name', 'email', 'password'];

/** Makes the first administrator. The token stands behind # in the address, where no server and no log sees it. */
export function SetupScreen(): JSX.Element {
  const text = useMessages(messages);
  const client = useQueryClient();
  const navigate = useNavigate();
  const [token] = useState(() => location.hash.slice(1));
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const setup = useMutation({
    mutationFn: () => call(identityRoutes.setup, { body: { token, name, email, password } }),
    onSuccess: async (me) => {
      client.setQueryData(meOptions.queryKey, me);
      await navigate({ to: '/organizations/new', hash: '', replace: true });
    },
  });
  const gone = setup.error instanceof CallError && setup.error.problem.code === 'not-found';
  if (token === '' || gone) {
    return (
      <OutsidePage title={text.setup.waiting} lead={gone ? text.setup.expired : text.setup.waitingLead}>
        {null}
      </OutsidePage>
    );
  }
  const errors = fieldErrorsOf(setup.error);
  return (
    <OutsidePage title={text.setup.title} lead={text.setup.lead}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          setup.mutate();
        }}
      >
        <Stack gap="sm">
          <TextInput
            label={text.name}
            required
            autoComplete="name"
            value={name}
            error={errors['name']}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            type="email"
            label={text.email}
            required
            autoComplete="username"
            value={email}
            error={errors['email']}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <PasswordInput
            label={text.password}
            description={text.passwordHint}
            required
            minLength={12}
            autoComplete="new-password"
            value={password}
            error={errors['password']}
            onChange={(event) => setPassword(event.currentTarget.value)}
          />
          <ProblemAlert error={setup.error} fields={fields} />
          <Button type="submit" fullWidth mt="xs" loading={setup.isPending}>
            {text.setup.action}
          </Button>
        </Stack>
      </form>
    </OutsidePage>
  );
}
