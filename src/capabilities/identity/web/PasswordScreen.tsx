import { Button, Group, PasswordInput, Stack } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useMutation } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { changePassword } from '../../../web/account.ts';
import { CallError } from '../../../web/client.ts';
import { useMessages } from '../../../web/message.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { passwordSchema } from '../contract.ts';
import { messages } from './messages.ts';
import { SettingsFrame } from './SettingsFrame.tsx';

/** Changes the reader's own password, which holds in every organization. */
export function PasswordScreen(): JSX.Element {
  const text = useMessages(messages).passwordPage;
  const { passwordHint } = useMessages(messages);
  const [current, setCurrent] = useState('');
  const [next, setNext] = useState('');
  const [refused, setRefused] = useState<string | null>(null);
  const change = useMutation({
    mutationFn: () => changePassword(current, next),
    onSuccess: () => {
      setCurrent('');
      setNext('');
      notifications.show({ message: text.done, color: 'green' });
    },
  });
  const wrong = change.error instanceof CallError && [400, 401].includes(change.error.problem.status);
  const submit = (): void => {
    const checked = passwordSchema.safeParse(next);
    setRefused(checked.error?.issues[0]?.message ?? null);
    if (checked.success) change.mutate();
  };
  return (
    <SettingsFrame lead={text.lead}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Stack gap="md" maw={360}>
          <PasswordInput
            label={text.current}
            required
            autoComplete="current-password"
            value={current}
            error={wrong ? text.wrong : null}
            onChange={(event) => setCurrent(event.currentTarget.value)}
          />
          <PasswordInput
            label={text.next}
            description={passwordHint}
            required
            autoComplete="new-password"
            value={next}
            error={refused}
            onChange={(event) => setNext(event.currentTarget.value)}
          />
          {!wrong && <ProblemAlert error={change.error} />}
          <Group>
            <Button type="submit" loading={change.isPending}>
              {text.action}
            </Button>
          </Group>
        </Stack>
      </form>
    </SettingsFrame>
  );
}
