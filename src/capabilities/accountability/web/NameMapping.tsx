import { Box, Button, Checkbox, Group, Select, Table, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { Panel } from '../../../web/register/Panel.tsx';
import type { MappedName } from '../contract.ts';
import classes from './accountability.module.css';
import type { Choices } from './matrix-import.ts';
import { accountabilityMessages } from './messages.ts';

interface Target {
  readonly value: string;
  readonly label: string;
}

interface NameMappingProps {
  readonly title: string;
  readonly lead: string;
  readonly names: readonly MappedName[];
  readonly targets: readonly Target[];
  readonly readOnly: boolean;
  readonly onChoose: (decided: Choices) => void;
}

const isUnsure = (name: MappedName): boolean => name.how === 'similar' || name.how === 'none' || name.how === 'chosen';

/** What the names of a stranger's file stand for, with a choice wherever the guess may be wrong. */
export function NameMapping(props: NameMappingProps): JSX.Element {
  const { title, lead, names, targets, readOnly, onChoose } = props;
  const texts = useMessages(accountabilityMessages).import;
  const [onlyUnsure, setOnlyUnsure] = useState(true);
  const alike = names.flatMap(({ foreign, target, how }) =>
    how === 'similar' && target !== null ? [[foreign, target] as const] : [],
  );
  const shown = onlyUnsure ? names.filter(isUnsure) : names;
  return (
    <Panel
      title={title}
      lead={lead}
      count={names.length}
      actions={
        <Group gap="sm">
          {alike.length > 0 && !readOnly && (
            <Button size="compact-sm" variant="default" onClick={() => onChoose(Object.fromEntries(alike))}>
              {texts.confirmAll(alike.length)}
            </Button>
          )}
          <Checkbox
            size="xs"
            label={texts.onlyUnsure}
            checked={onlyUnsure}
            onChange={(event) => setOnlyUnsure(event.currentTarget.checked)}
          />
        </Group>
      }
    >
      {shown.length === 0 ? (
        <Text size="sm" c="dimmed">
          {texts.everythingSure}
        </Text>
      ) : (
        <Box component="section" className={classes.mapping} tabIndex={0} aria-label={title}>
          <Table aria-label={title} verticalSpacing={3} layout="fixed" stickyHeader>
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col" w="34%">
                  {texts.foreign}
                </Table.Th>
                <Table.Th scope="col">{texts.target}</Table.Th>
                <Table.Th scope="col" w={190}>
                  {texts.how}
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {shown.map((name) => (
                <Table.Tr key={name.foreign}>
                  <Table.Td>{name.foreign}</Table.Td>
                  <Table.Td>
                    <Select
                      aria-label={texts.targetOf(name.foreign)}
                      data={[...targets]}
                      searchable
                      limit={200}
                      allowDeselect={false}
                      readOnly={readOnly}
                      placeholder={texts.ignore}
                      value={name.target ?? 'ignore'}
                      onChange={(target) => target !== null && onChoose({ [name.foreign]: target })}
                    />
                  </Table.Td>
                  <Table.Td>
                    <How name={name} readOnly={readOnly} onChoose={onChoose} />
                  </Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Box>
      )}
    </Panel>
  );
}

const How = ({
  name,
  readOnly,
  onChoose,
}: Pick<NameMappingProps, 'readOnly' | 'onChoose'> & { readonly name: MappedName }) => {
  const texts = useMessages(accountabilityMessages).import;
  const { foreign, target, how } = name;
  return (
    <span className={classes.how} data-how={how}>
      {(how === 'similar' || how === 'none') && <IconAlertTriangle size={14} aria-hidden />}
      {texts.hows[how]}
      {how === 'similar' && target !== null && !readOnly && (
        <Button
          size="compact-xs"
          variant="default"
          aria-label={texts.confirmOne(foreign)}
          onClick={() => onChoose({ [foreign]: target })}
        >
          {texts.confirm}
        </Button>
      )}
    </span>
  );
};
