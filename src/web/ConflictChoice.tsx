import { Alert, Button, Group, Table, Text } from '@mantine/core';
import { IconArrowsDiff } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useMessages } from './message.ts';
import { messages } from './messages.ts';

const fieldsOf = (row: unknown): Readonly<Record<string, unknown>> =>
  typeof row === 'object' && row !== null ? { ...row } : {};

const shown = (value: unknown): string =>
  value === undefined || value === null ? '' : typeof value === 'string' ? value : JSON.stringify(value);

/** Somebody else was quicker: both states beside each other, where they differ, and the choice between them. */
export function ConflictChoice({
  conflict,
  onKeepYours,
  onTakeTheirs,
}: {
  readonly conflict: { readonly yours: unknown; readonly theirs: unknown };
  /** Gets the version that the other one wrote, to write over it knowingly. */
  readonly onKeepYours: (version: number) => void;
  readonly onTakeTheirs: () => void;
}): JSX.Element {
  const text = useMessages(messages).conflict;
  const yours = fieldsOf(conflict.yours);
  const theirs = fieldsOf(conflict.theirs);
  const version = typeof theirs['version'] === 'number' ? theirs['version'] : null;
  const names = Object.keys(yours).filter((name) => name !== 'version' && shown(yours[name]) !== shown(theirs[name]));
  return (
    <Alert color="orange" variant="light" icon={<IconArrowsDiff size={18} />} title={text.title} role="alert">
      <Text size="sm">{text.explain}</Text>
      <Table mt="xs" mb="sm" layout="fixed">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={120}>{text.field}</Table.Th>
            <Table.Th>{text.yours}</Table.Th>
            <Table.Th>{text.theirs}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {names.map((name) => (
            <Table.Tr key={name}>
              <Table.Th>{name}</Table.Th>
              <Table.Td>{shown(yours[name])}</Table.Td>
              <Table.Td>{shown(theirs[name])}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <Group gap="xs">
        {version !== null && (
          <Button size="compact-sm" onClick={() => onKeepYours(version)}>
            {text.keepYours}
          </Button>
        )}
        <Button size="compact-sm" variant="default" onClick={onTakeTheirs}>
          {text.takeTheirs}
        </Button>
      </Group>
    </Alert>
  );
}
