import { Badge, Button, Table, Text } from '@mantine/core';
import type { JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useMayChange } from '../../../web/organization.ts';
import type { Tonight } from '../contract.ts';
import { reminderKinds, type ReminderKind, type ReminderSetting } from '../model.ts';
import { reminderMessages } from './messages.ts';

interface ReminderTableProps {
  readonly settings: ReadonlyMap<ReminderKind, ReminderSetting>;
  /** Null while it is not known, or not for the reader. */
  readonly tonight: Tonight['kinds'] | null;
  readonly onEdit: (kind: ReminderKind) => void;
}

/** Every kind of reminder: who is told when, whether it is on, and why not. */
export function ReminderTable({ settings, tonight, onEdit }: ReminderTableProps): JSX.Element {
  const texts = useMessages(reminderMessages);
  const format = useFormat();
  const mayChange = useMayChange('reminderSetting');
  const { columns } = texts;
  return (
    <Table.ScrollContainer minWidth={640} type="native" role="region" tabIndex={0} aria-label={texts.kinds}>
      <Table aria-label={texts.kinds}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{columns.what}</Table.Th>
            <Table.Th scope="col">{columns.state}</Table.Th>
            {tonight !== null && (
              <Table.Th scope="col" ta="right">
                {columns.tonight}
              </Table.Th>
            )}
            <Table.Th scope="col">{columns.reason}</Table.Th>
            {mayChange && <Table.Th scope="col">{columns.change}</Table.Th>}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {reminderKinds.map((kind) => {
            const { title, when } = texts.kind[kind];
            const setting = settings.get(kind);
            const things = tonight?.find((one) => one.kind === kind)?.things ?? 0;
            return (
              <Table.Tr key={kind}>
                <Table.Th scope="row" fw={500} maw={420}>
                  {title}
                  <Text size="xs" c="dimmed" fw={400}>
                    {when}
                  </Text>
                </Table.Th>
                <Table.Td>
                  <Badge variant="default" miw="max-content">
                    {(setting?.on ?? true) ? texts.on : texts.off}
                  </Badge>
                </Table.Td>
                {tonight !== null && (
                  <Table.Td ta="right" c={things === 0 ? 'dimmed' : ''}>
                    {format.number(things)}
                  </Table.Td>
                )}
                <Table.Td maw={260}>{setting?.reason}</Table.Td>
                {mayChange && (
                  <Table.Td>
                    <Button
                      size="compact-sm"
                      variant="default"
                      aria-label={texts.change(title)}
                      onClick={() => onEdit(kind)}
                    >
                      {texts.edit}
                    </Button>
                  </Table.Td>
                )}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
