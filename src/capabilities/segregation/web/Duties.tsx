import { Button, Group, Table, Text } from '@mantine/core';
import { useState, type JSX } from 'react';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { useMayChange } from '../../../web/organization.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { segregationRoutes, type DutyRow } from '../contract.ts';
import type { RuleBook } from '../rule-book.ts';
import { activityName } from './activity-name.ts';
import { DutyDialog } from './DutyDialog.tsx';
import { segregationMessages } from './messages.ts';

interface DutiesProps {
  readonly duties: readonly DutyRow[];
  readonly book: RuleBook;
}

/** Who performs the activities that rules keep apart. */
export function Duties({ duties, book }: DutiesProps): JSX.Element {
  const texts = useMessages(segregationMessages);
  const mayChange = useMayChange('duty');
  const remove = useWrite(segregationRoutes.removeDuty);
  const [editing, setEditing] = useState<DutyRow | 'new' | null>(null);
  const { columns } = texts;
  const heads = [
    columns.activity,
    columns.bearer,
    columns.area,
    columns.period,
    ...(mayChange ? [columns.change] : []),
  ];
  const sorted = [...duties].sort((a, b) => a.activity.localeCompare(b.activity));
  return (
    <Panel title={texts.duties} count={duties.length} lead={texts.dutiesLead}>
      <ProblemAlert error={remove.error} />
      {duties.length === 0 ? (
        <Text size="sm" c="dimmed">
          {texts.noDuties}
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={760} type="native" role="region" tabIndex={0} aria-label={texts.duties}>
          <Table aria-label={texts.duties}>
            <Table.Thead>
              <Table.Tr>
                {heads.map((label) => (
                  <Table.Th key={label} scope="col">
                    {label}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {sorted.map((duty) => (
                <Table.Tr key={duty.id}>
                  <DutyCells duty={duty} />
                  {mayChange && (
                    <Table.Td>
                      <Group gap="xs" wrap="nowrap">
                        <Button
                          size="compact-sm"
                          variant="default"
                          aria-label={texts.changeOf(activityName(duty.activity))}
                          onClick={() => setEditing(duty)}
                        >
                          {texts.edit}
                        </Button>
                        <Button
                          size="compact-sm"
                          variant="default"
                          loading={remove.isPending && remove.variables.path?.['dutyId'] === duty.id}
                          aria-label={texts.removeOf(activityName(duty.activity))}
                          onClick={() => remove.mutate({ path: { dutyId: duty.id }, version: duty.version })}
                        >
                          {texts.remove}
                        </Button>
                      </Group>
                    </Table.Td>
                  )}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {mayChange && (
        <Group mt="sm">
          <Button variant="default" onClick={() => setEditing('new')}>
            {texts.addDuty}
          </Button>
        </Group>
      )}
      {editing !== null && (
        <DutyDialog duty={editing === 'new' ? null : editing} book={book} onClose={() => setEditing(null)} />
      )}
    </Panel>
  );
}

function DutyCells({ duty }: { readonly duty: DutyRow }): JSX.Element {
  const texts = useMessages(segregationMessages);
  const format = useFormat();
  const names = duty.people.map(({ name }) => name).join(', ');
  const area = [...duty.requirementIds, ...(duty.scope === null ? [] : [duty.scope])];
  const period = [
    ...(duty.from === null ? [] : [texts.from(format.date(duty.from))]),
    ...(duty.to === null ? [] : [texts.to(format.date(lastDayOf(duty.to)))]),
  ];
  return (
    <>
      <Table.Th scope="row" fw={500}>
        {activityName(duty.activity)}
      </Table.Th>
      <Table.Td>
        {duty.roleId === null ? duty.bearerName : texts.through(duty.bearerName, names === '' ? texts.nobody : names)}
      </Table.Td>
      <Table.Td>{area.length === 0 ? texts.everywhere : area.join(', ')}</Table.Td>
      <Table.Td>{period.length === 0 ? texts.always : period.join(' ')}</Table.Td>
    </>
  );
}
