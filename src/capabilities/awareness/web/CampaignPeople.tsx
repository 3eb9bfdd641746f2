import { Button, Checkbox, Group, SegmentedControl, Table, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { notifications } from '@mantine/notifications';
import { useState, type JSX } from 'react';
import { plainDate } from '../../../kernel/date.ts';
import type { PersonId } from '../../../kernel/id.ts';
import { oneOf } from '../../../web/address.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useMayChange } from '../../../web/organization.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { fieldErrorsOf } from '../../../web/problem.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { today } from '../../../web/today.ts';
import { awarenessRoutes, type CampaignDetail, type CampaignPersonRow } from '../contract.ts';
import { awarenessMessages } from './messages.ts';

const shows = ['open', 'done', 'all'] as const;
const PAGE = 100;

/** The audience with who has acknowledged; signed lists are recorded here. */
export function CampaignPeople({ campaign }: { readonly campaign: CampaignDetail }): JSX.Element {
  const texts = useMessages(awarenessMessages).detail;
  const mayRecord = useMayChange('acknowledgement') && campaign.state !== 'draft' && campaign.questions.length === 0;
  const [show, setShow] = useState<(typeof shows)[number]>('open');
  const [search, setSearch] = useState('');
  const [wanted] = useDebouncedValue(search, 150);
  const [limit, setLimit] = useState(PAGE);
  const [chosen, setChosen] = useState<ReadonlySet<PersonId>>(new Set());
  const [on, setOn] = useState<string>(today());
  const path = { campaignId: campaign.id };
  const read = useRead(awarenessRoutes.campaignPeople, { path, query: { show, search: wanted, limit } });
  const record = useWrite(awarenessRoutes.recordAcknowledgements);
  const rows = read.data?.rows ?? [];
  const toggle = (id: PersonId): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <Panel title={texts.people} count={read.data?.total ?? 0}>
      <Group gap="xs" mb="xs">
        <SegmentedControl
          aria-label={texts.showLabel}
          data={shows.map((value) => ({ value, label: texts.show[value] }))}
          value={show}
          onChange={(value) => setShow(oneOf(shows, value) ?? show)}
        />
        <TextInput
          type="search"
          aria-label={texts.search}
          placeholder={texts.search}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
        />
      </Group>
      <ProblemAlert error={read.error ?? record.error} fields={['on']} />
      {chosen.size > 0 && (
        <Group gap="xs" mb="xs" align="flex-end">
          <TextInput
            type="date"
            label={texts.recordOn}
            value={on}
            error={fieldErrorsOf(record.error)['on']}
            onChange={(event) => setOn(event.currentTarget.value)}
          />
          <Button
            loading={record.isPending}
            onClick={() =>
              record.mutate(
                { path, body: { personIds: [...chosen], on: plainDate(on) } },
                {
                  onSuccess: ({ recorded }) => {
                    setChosen(new Set());
                    notifications.show({ message: texts.recordDone(recorded), color: 'teal' });
                  },
                },
              )
            }
          >
            {texts.record(chosen.size)}
          </Button>
          <Text size="sm" c="dimmed">
            {texts.recordHint}
          </Text>
        </Group>
      )}
      {rows.length === 0 ? (
        <Text size="sm" c="dimmed">
          {texts.nobody}
        </Text>
      ) : (
        <Table.ScrollContainer
          minWidth={420}
          scrollAreaProps={{ viewportProps: { tabIndex: 0, 'aria-label': texts.people } }}
        >
          <PeopleTable rows={rows} chosen={chosen} onToggle={mayRecord ? toggle : null} />
        </Table.ScrollContainer>
      )}
      {read.data !== undefined && read.data.next !== null && (
        <Button variant="subtle" size="compact-sm" onClick={() => setLimit(Math.min(500, limit + PAGE))}>
          {texts.more}
        </Button>
      )}
    </Panel>
  );
}

interface PeopleTableProps {
  readonly rows: readonly CampaignPersonRow[];
  readonly chosen: ReadonlySet<PersonId>;
  /** Null where nobody's acknowledgement may be recorded here. */
  readonly onToggle: ((id: PersonId) => void) | null;
}

function PeopleTable({ rows, chosen, onToggle }: PeopleTableProps): JSX.Element {
  const texts = useMessages(awarenessMessages).detail;
  const format = useFormat();
  return (
    <Table>
      <Table.Thead>
        <Table.Tr>
          {onToggle !== null && <Table.Td w={36} />}
          <Table.Th>{texts.name}</Table.Th>
          <Table.Th>{texts.unit}</Table.Th>
          <Table.Th>{texts.on}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {rows.map(({ id, name, unit, on, score, recorded }) => (
          <Table.Tr key={id}>
            {onToggle !== null && (
              <Table.Td>
                {on === null && (
                  <Checkbox
                    size="xs"
                    aria-label={texts.select(name)}
                    checked={chosen.has(id)}
                    onChange={() => onToggle(id)}
                  />
                )}
              </Table.Td>
            )}
            <Table.Td>{name}</Table.Td>
            <Table.Td>{unit}</Table.Td>
            <Table.Td>
              {on !== null && format.date(on)}
              {score !== null && `, ${texts.score(score.right, score.of)}`}
              {recorded && `, ${texts.recorded}`}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
