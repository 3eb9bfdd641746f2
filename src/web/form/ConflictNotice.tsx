import { Alert, Button, Group, Table, Text } from '@mantine/core';
import { IconArrowsSplit2 } from '@tabler/icons-react';
import type { JSX } from 'react';
import { useMessages } from '../message.ts';
import { messages } from '../messages.ts';
import classes from './conflict.module.css';

export interface Difference {
  readonly label: string;
  readonly yours: string;
  readonly theirs: string;
}

interface ConflictNoticeProps {
  readonly differences: readonly Difference[];
  readonly onTakeTheirs: () => void;
  readonly onKeepMine: () => void;
}

/** Somebody else was quicker: shows both states field by field and lets the reader choose. */
export function ConflictNotice({ differences, onTakeTheirs, onKeepMine }: ConflictNoticeProps): JSX.Element {
  const texts = useMessages(messages).conflict;
  return (
    <Alert
      role="alert"
      className={classes.conflict}
      classNames={{ title: classes.title, icon: classes.title }}
      variant="outline"
      title={texts.title}
      icon={<IconArrowsSplit2 size={18} aria-hidden />}
    >
      <Text size="sm">{texts.explain}</Text>
      {differences.length > 0 && (
        <Table mt="xs" withRowBorders>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{texts.field}</Table.Th>
              <Table.Th scope="col">{texts.yours}</Table.Th>
              <Table.Th scope="col">{texts.theirs}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {differences.map((difference) => (
              <Table.Tr key={difference.label}>
                <Table.Th scope="row">{difference.label}</Table.Th>
                <Table.Td>{difference.yours}</Table.Td>
                <Table.Td>{difference.theirs}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      <Group gap="xs" mt="sm">
        <Button size="compact-sm" variant="default" onClick={onTakeTheirs}>
          {texts.takeTheirs}
        </Button>
        <Button size="compact-sm" onClick={onKeepMine}>
          {texts.keepYours}
        </Button>
      </Group>
    </Alert>
  );
}
