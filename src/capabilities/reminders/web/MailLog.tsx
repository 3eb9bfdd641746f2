import { Badge, Button, Group, Select, Stack, Table, Text, Title } from '@mantine/core';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useState, type JSX } from 'react';
import { call, type CallError } from '../../../web/client.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { reminderRoutes } from '../contract.ts';
import { mailStates, type MailEntry, type MailState } from '../model.ts';
import { reminderMessages } from './messages.ts';

const PAGE = 50;

interface MailQuery {
  readonly limit: number;
  readonly state?: MailState;
}

const readPage = (organizationId: string, query: MailQuery, after: unknown, signal: AbortSignal) =>
  call(reminderRoutes.mailLog, {
    path: { organizationId },
    query: { ...query, ...(typeof after === 'string' ? { after } : {}) },
    signal,
  });

/** Every mail, the latest first: to whom, what about, and what became of it. */
export function MailLog(): JSX.Element {
  const texts = useMessages(reminderMessages);
  const { id } = useOrganization();
  const [state, setState] = useState<MailState | null>(null);
  const query = { limit: PAGE, ...(state === null ? {} : { state }) };
  const log = useInfiniteQuery<Awaited<ReturnType<typeof readPage>>, CallError>({
    queryKey: ['organization', id, reminderRoutes.mailLog.id, query],
    queryFn: ({ pageParam, signal }) => readPage(id, query, pageParam, signal),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const mails = log.data?.pages.flatMap(({ rows }) => rows) ?? [];
  return (
    <Stack gap="xs">
      <Title order={2}>{texts.log}</Title>
      <Text size="sm" c="dimmed">
        {texts.logHint}
      </Text>
      <Group gap="xs">
        <Select
          aria-label={texts.filter}
          placeholder={texts.anyState}
          clearable
          w={180}
          data={mailStates.map((value) => ({ value, label: texts.state[value] }))}
          value={state}
          onChange={(value) => setState(mailStates.find((known) => known === value) ?? null)}
        />
        <Text size="sm" c="dimmed" aria-live="polite">
          {log.data === undefined ? '' : texts.shown(mails.length, log.data.pages[0]?.total ?? 0)}
        </Text>
      </Group>
      <ProblemAlert error={log.error} />
      {log.data !== undefined && mails.length === 0 ? (
        <Text size="sm">{state === null ? texts.logNone : texts.logNoneOf}</Text>
      ) : (
        <MailTable mails={mails} />
      )}
      {log.hasNextPage && (
        <Group>
          <Button variant="default" loading={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {texts.older}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

function MailTable({ mails }: { readonly mails: readonly MailEntry[] }): JSX.Element {
  const texts = useMessages(reminderMessages);
  const format = useFormat();
  const { logColumns: columns } = texts;
  return (
    <Table.ScrollContainer minWidth={640} type="native" role="region" tabIndex={0} aria-label={texts.log}>
      <Table aria-label={texts.log}>
        <Table.Thead>
          <Table.Tr>
            {[columns.when, columns.who, columns.kind, columns.subject, columns.state].map((label) => (
              <Table.Th key={label} scope="col">
                {label}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {mails.map((mail) => (
            <Table.Tr key={mail.id}>
              <Table.Td style={{ whiteSpace: 'nowrap' }}>{format.moment(mail.madeAt)}</Table.Td>
              <Table.Td>{mail.recipient}</Table.Td>
              <Table.Td>{texts.mailKind[mail.kind]}</Table.Td>
              <Table.Td>{mail.subject}</Table.Td>
              <Table.Td maw={320}>
                <Badge variant={mail.state === 'failed' ? 'light' : 'default'} color="red" miw="max-content">
                  {texts.state[mail.state]}
                </Badge>
                {mail.error !== null && (
                  <Text size="xs" c="dimmed">
                    {`${mail.error} (${texts.attempts(mail.attempts)})`}
                  </Text>
                )}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
