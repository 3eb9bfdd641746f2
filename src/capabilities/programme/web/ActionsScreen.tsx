import { Button, Group, Loader, SegmentedControl, Stack, Text, TextInput } from '@mantine/core';
import { IconListDetails, IconPlus, IconSearch } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { oneOf, useAddressFilters } from '../../../web/address.ts';
import { EmptyState } from '../../../web/EmptyState.tsx';
import { useMessages } from '../../../web/message.ts';
import { useMayChange } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { PageHeader } from '../../../web/PageHeader.tsx';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { isClosedState } from '../action-standing.ts';
import { programmeRoutes, type ActionRow } from '../contract.ts';
import { actionMessages } from './action-messages.ts';
import { ActionDialog } from './ActionDialog.tsx';
import { ActionWork } from './ActionWork.tsx';

const shows = ['mine', 'open', 'overdue', 'all'] as const;
type Show = (typeof shows)[number];

const fits = (action: ActionRow, show: Show): boolean => {
  switch (show) {
    case 'mine':
      return action.mine && !isClosedState(action.state);
    case 'open':
      return !isClosedState(action.state);
    case 'overdue':
      return action.overdue;
    case 'all':
      return true;
    default:
      return show satisfies never;
  }
};

/** Everything that somebody must do by a date; one's own first. */
export function ActionsScreen(): JSX.Element {
  const texts = useMessages(actionMessages);
  const mayChange = useMayChange('action');
  const [address, setFilter] = useAddressFilters();
  const read = useRead(programmeRoutes.actions);
  const [adding, setAdding] = useState(false);
  const all = read.data ?? [];
  const count = (show: Show): number => all.filter((action) => fits(action, show)).length;
  // Whoever owns something sees that first.
  const show = oneOf(shows, address['show']) ?? (count('mine') > 0 ? 'mine' : 'open');
  const search = address['search'] ?? '';
  const shown = all.filter(
    (action) =>
      fits(action, show) &&
      `${action.title} ${action.ownerName} ${action.requirementId ?? ''} ${action.projectName ?? ''}`
        .toLowerCase()
        .includes(search.trim().toLowerCase()),
  );
  const none = read.data?.length === 0;
  const addButton = (
    <Button leftSection={<IconPlus size={16} aria-hidden />} onClick={() => setAdding(true)}>
      {texts.add}
    </Button>
  );
  return (
    <Stack gap="sm">
      <PageHeader title={texts.title} lead={texts.lead}>
        {mayChange && !none && addButton}
      </PageHeader>
      <ProblemAlert error={read.error} />
      {read.isLoading && <Loader size="sm" aria-label={texts.loading} />}
      {none && (
        <EmptyState
          icon={<IconListDetails size={28} stroke={1.6} />}
          title={texts.empty.title}
          what={texts.empty.what}
          clause={texts.empty.clause}
        >
          {mayChange && addButton}
        </EmptyState>
      )}
      {all.length > 0 && (
        <>
          <Group gap="xs" justify="space-between">
            <Group gap="xs" role="search" aria-label={texts.search}>
              <TextInput
                w={240}
                type="search"
                aria-label={texts.search}
                placeholder={texts.search}
                leftSection={<IconSearch size={15} aria-hidden />}
                value={search}
                onChange={(event) => setFilter({ search: event.currentTarget.value || undefined })}
              />
              <SegmentedControl
                aria-label={texts.show}
                data={shows.map((value) => ({ value, label: `${texts.shows[value]} ${count(value)}` }))}
                value={show}
                onChange={(value) => setFilter({ show: value })}
              />
            </Group>
            <Text size="sm" c="dimmed" role="status">
              {texts.found(shown.length)}
            </Text>
          </Group>
          {shown.length === 0 ? (
            <Text c="dimmed">{show === 'mine' ? texts.noneMine : texts.nothing}</Text>
          ) : (
            <ActionWork actions={shown} mayChange={mayChange} withProject />
          )}
        </>
      )}
      {adding && <ActionDialog seeds={[]} project={null} action={null} onClose={() => setAdding(false)} />}
    </Stack>
  );
}
