import { Button, Group, Loader, Select, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { JSX } from 'react';
import { oneOf, useAddressFilters } from '../../../web/address.ts';
import { call, type CallError } from '../../../web/client.ts';
import { ErrorPage } from '../../../web/frame/ErrorPage.tsx';
import { LoadingPage } from '../../../web/frame/LoadingPage.tsx';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { trailRoutes } from '../contract.ts';
import { registerNames } from '../register.ts';
import { EntryDifference } from './EntryDifference.tsx';
import { EntryTitle } from './EntryTitle.tsx';
import { messages } from './messages.ts';
import { useNames } from './names.ts';
import classes from './trail.module.css';
import { UndoButton } from './UndoButton.tsx';
import { VerifyTrail } from './VerifyTrail.tsx';

const PAGE = 50;

/** Every change, newest first, narrowed by what stands in the address. */
export function TrailScreen(): JSX.Element {
  const text = useMessages(messages);
  const format = useFormat();
  const names = useNames();
  const { id } = useOrganization();
  const [filters, setFilters] = useAddressFilters();
  const register = oneOf(registerNames, filters['register']);
  const subject = filters['subject'];
  const query = {
    limit: PAGE,
    ...(register === undefined ? {} : { register }),
    ...(subject === undefined ? {} : { subject }),
  };
  const trail = useInfiniteQuery<Awaited<ReturnType<typeof readPage>>, CallError>({
    queryKey: ['organization', id, trailRoutes.trail.id, 'pages', query],
    queryFn: ({ pageParam, signal }) => readPage(id, query, pageParam, signal),
    initialPageParam: null,
    getNextPageParam: (page) => page.next,
  });
  if (trail.isError && trail.data === undefined)
    return <ErrorPage error={trail.error} reset={() => void trail.refetch()} />;
  if (trail.data === undefined) return <LoadingPage />;
  const entries = trail.data.pages.flatMap(({ rows }) => rows);
  const final = new Set(trail.data.pages.flatMap((page) => page.final));
  const total = trail.data.pages[0]?.total ?? 0;
  return (
    <>
      <PageHeader title={text.title} lead={text.lead} />
      <VerifyTrail />
      <Group gap="xs" mb="sm" data-screen-only>
        <Select
          aria-label={text.filterRegister}
          placeholder={text.anyRegister}
          clearable
          w={200}
          data={registerNames.map((value) => ({ value, label: text.register[value] }))}
          value={register ?? null}
          onChange={(value) => setFilters({ register: value ?? undefined })}
        />
        {subject !== undefined && (
          <Button variant="default" onClick={() => setFilters({ subject: undefined })}>
            {`${text.subject}: ${names.get(subject) ?? subject}. ${text.clearSubject}`}
          </Button>
        )}
        <Text size="sm" c="dimmed" aria-live="polite">
          {text.shown(entries.length, total)}
        </Text>
      </Group>
      {entries.length === 0 ? (
        <Text>{text.none}</Text>
      ) : (
        <Table.ScrollContainer minWidth={820}>
          <Table className={classes.table} stickyHeader={false} highlightOnHover>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={64} ta="right">
                  {text.columns.sequence}
                </Table.Th>
                <Table.Th w={168}>{text.columns.when}</Table.Th>
                <Table.Th w={140}>{text.columns.who}</Table.Th>
                <Table.Th w="28%">{text.columns.what}</Table.Th>
                <Table.Th>{text.columns.change}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {entries.map((entry, index) => (
                <Table.Tr key={entry.sequence}>
                  <Table.Td className={classes.sequence}>{entry.sequence}</Table.Td>
                  <Table.Td>{format.moment(entry.recordedAt)}</Table.Td>
                  <Table.Td>{entry.actorName}</Table.Td>
                  <Table.Td>
                    <EntryTitle entry={entry} names={names} />
                    {entries[index - 1]?.change !== entry.change && !final.has(entry.change) && (
                      <UndoButton change={entry.change} register={entry.register} quiet />
                    )}
                  </Table.Td>
                  <Table.Td>
                    <EntryDifference entry={entry} names={names} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {trail.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          disabled={trail.isFetchingNextPage}
          leftSection={trail.isFetchingNextPage ? <Loader size={14} /> : null}
          onClick={() => void trail.fetchNextPage()}
        >
          {text.older}
        </Button>
      )}
    </>
  );
}

const readPage = (organizationId: string, query: { readonly limit: number }, after: unknown, signal: AbortSignal) =>
  call(trailRoutes.trail, {
    path: { organizationId },
    query: { ...query, ...(typeof after === 'string' ? { after } : {}) },
    signal,
  });
