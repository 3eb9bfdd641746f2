import { Button, Stack, Text, Title } from '@mantine/core';
import { IconMail } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { useMayChange } from '../../../web/organization.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { reminderRoutes, type TestMail, type Tonight } from '../contract.ts';
import { reminderMessages } from './messages.ts';

/** Whether mails leave, and a way to try it. */
export function MailServer({ tonight }: { readonly tonight: Tonight | null }): JSX.Element {
  const texts = useMessages(reminderMessages);
  const mayChange = useMayChange('reminderSetting');
  const test = useWrite(reminderRoutes.sendTestMail);
  return (
    <Stack gap="xs" align="flex-start">
      <Title order={2}>{texts.mail}</Title>
      {tonight !== null && (
        <Text size="sm">{tonight.server === null ? texts.stays : texts.leaves(tonight.from, tonight.server)}</Text>
      )}
      {mayChange && (
        <Button
          variant="default"
          leftSection={<IconMail size={16} aria-hidden />}
          loading={test.isPending}
          onClick={() => test.mutate({})}
        >
          {texts.test}
        </Button>
      )}
      <Text size="sm" role="status">
        {test.data === undefined ? '' : <Outcome mail={test.data} />}
      </Text>
      <ProblemAlert error={test.error} />
    </Stack>
  );
}

function Outcome({ mail: { outcome, reason, to, server } }: { readonly mail: TestMail }): JSX.Element {
  const { testDone } = useMessages(reminderMessages);
  if (outcome === 'sent') return <>{server === null ? testDone.written(to) : testDone.sent(to)}</>;
  return <>{testDone[outcome](reason ?? '')}</>;
}
