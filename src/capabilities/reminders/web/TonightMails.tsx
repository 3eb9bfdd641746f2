import { List, Paper, Select, Stack, Text, Title } from '@mantine/core';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import type { Tonight } from '../contract.ts';
import { reminderMessages } from './messages.ts';

interface TonightMailsProps {
  readonly tonight: Tonight | null;
  readonly error: Error | null;
  readonly onChoose: (recipient: string | null) => void;
}

/** How much the night would tell, and the mail of one recipient. */
export function TonightMails({ tonight, error, onChoose }: TonightMailsProps): JSX.Element {
  const texts = useMessages(reminderMessages);
  const things = tonight?.kinds.reduce((sum, one) => sum + one.things, 0) ?? 0;
  return (
    <Stack gap="xs">
      <Title order={2}>{texts.tonight}</Title>
      <ProblemAlert error={error} />
      {tonight !== null && (
        <Text size="sm">
          {tonight.mails === 0 ? texts.tonightNone : texts.tonightMails(tonight.mails, things)}
          {tonight.unreachable > 0 && ` ${texts.unreachable(tonight.unreachable)}`}
        </Text>
      )}
      {tonight !== null && tonight.digest !== null && (
        <>
          <Select
            label={texts.recipient}
            w={320}
            maw="100%"
            searchable
            allowDeselect={false}
            data={tonight.recipients.map(({ id, name }) => ({ value: id, label: name }))}
            value={tonight.digest.id}
            onChange={onChoose}
          />
          <Digest digest={tonight.digest} />
        </>
      )}
    </Stack>
  );
}

function Digest({ digest }: { readonly digest: NonNullable<Tonight['digest']> }): JSX.Element {
  const texts = useMessages(reminderMessages);
  return (
    <Paper withBorder p="md" maw={720}>
      <Text size="xs" c="dimmed">
        {texts.to(digest.address)}
      </Text>
      <Text fw={600}>{digest.subject}</Text>
      {digest.sections.map(({ heading, lines }) => (
        <section key={heading}>
          <Title order={3} size="h5" mt="sm">
            {heading}
          </Title>
          <List size="sm">
            {lines.map(({ text }) => (
              <List.Item key={text} dir="auto">
                {text}
              </List.Item>
            ))}
          </List>
        </section>
      ))}
    </Paper>
  );
}
