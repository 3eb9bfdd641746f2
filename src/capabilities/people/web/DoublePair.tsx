import { Alert, Button, Group, Radio, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useMayChange } from '../../../web/organization.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { messages as trailMessages } from '../../trail/web/messages.ts';
import { doublesRoutes } from '../doubles-contract.ts';
import type { DoubledPerson, DoubleRow } from '../doubles.ts';
import { mergeFields, type MergeField } from '../merge-field.ts';
import { doublesMessages } from './doubles-messages.ts';
import classes from './doubles.module.css';

type Side = 0 | 1;
const sides: readonly Side[] = [0, 1];

/** Two rows side by side: which one stays, and field by field whose value. */
export function DoublePair({ pair }: { readonly pair: DoubleRow }): JSX.Element {
  const texts = useMessages(doublesMessages);
  const words = useMessages(trailMessages);
  const mayMerge = useMayChange('appointment');
  const mayApart = useMayChange('person');
  const merge = useWrite(doublesRoutes.mergePeople);
  const apart = useWrite(doublesRoutes.keepApart);
  const [keep, setKeep] = useState<Side>(0);
  const [others, setOthers] = useState<ReadonlySet<MergeField>>(new Set());
  const [stays, goes] = [pair.people[keep], pair.people[keep === 0 ? 1 : 0]];
  const shown = (side: DoubledPerson, field: MergeField): string => textOf(side, field, texts.empty, texts.listed);
  const fields = mergeFields.filter(
    (field) => JSON.stringify(stays.person[field]) !== JSON.stringify(goes.person[field]),
  );
  // What only the row that goes says is taken unless the reader says otherwise.
  const isTaken = (field: MergeField): boolean => isEmpty(stays.person[field]) !== others.has(field);
  const send = (dryRun: boolean): void => {
    const take = fields.filter(isTaken);
    merge.mutate(
      {
        path: { personId: stays.person.id },
        version: stays.person.version,
        body: { drop: goes.person.id, dropVersion: goes.person.version, take, dryRun },
      },
      {
        onSuccess: () => {
          if (!dryRun) notifications.show({ message: texts.merged, color: 'teal' });
        },
      },
    );
  };
  const choose = (field: MergeField): void => {
    merge.reset();
    setOthers(new Set(others.has(field) ? [...others].filter((one) => one !== field) : [...others, field]));
  };
  const notes = merge.data?.change === null ? merge.data.notes : null;
  return (
    <Panel
      title={`${pair.people[0].person.name} · ${pair.people[1].person.name}`}
      lead={pair.reasons.map((reason) => texts.reason[reason]).join(', ')}
    >
      <ProblemAlert error={merge.error ?? apart.error} />
      <Table.ScrollContainer minWidth={520}>
        <Table className={classes.pair} layout="fixed">
          <Table.Thead>
            <Table.Tr>
              <Table.Th w={150}>{texts.field}</Table.Th>
              {sides.map((side) => (
                <Table.Th key={side} data-stays={side === keep || undefined}>
                  <Radio
                    size="xs"
                    name={`keep ${pair.people[0].person.id}`}
                    label={texts.stays}
                    aria-label={`${texts.stays}: ${pair.people[side].person.name} ${side + 1}`}
                    checked={side === keep}
                    onChange={() => {
                      merge.reset();
                      setKeep(side);
                      setOthers(new Set());
                    }}
                  />
                  <Text size="xs" c="dimmed" mt={4}>
                    {texts.refers(pair.people[side].appointments, pair.people[side].letters)}
                  </Text>
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {fields.length === 0 && (
              <Table.Tr>
                <Table.Td colSpan={3}>{texts.differ}</Table.Td>
              </Table.Tr>
            )}
            {fields.map((field) => (
              <Table.Tr key={field}>
                <Table.Th scope="row">{words.field[field] ?? field}</Table.Th>
                {sides.map((side) => (
                  <Table.Td key={side}>
                    <Radio
                      size="xs"
                      name={`${field} ${pair.people[0].person.id} ${pair.people[1].person.id}`}
                      label={shown(pair.people[side], field)}
                      aria-label={texts.take(words.field[field] ?? field, shown(pair.people[side], field))}
                      checked={(side === keep) !== isTaken(field)}
                      onChange={() => choose(field)}
                    />
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {notes !== null && (
        <Alert variant="outline" mt="xs">
          {notes.length === 0 ? (
            texts.nothing
          ) : (
            <ul className={classes.notes}>
              {notes.map(({ register, what, text }, index) => (
                <li
                  key={`${index} ${register} ${what} ${text}`}
                >{`${words.register[register]} ${text} ${texts.what[what]}`}</li>
              ))}
            </ul>
          )}
        </Alert>
      )}
      <Group gap="xs" mt="xs">
        {mayMerge && (
          <Button loading={merge.isPending} onClick={() => send(notes === null)}>
            {notes === null ? texts.look : texts.merge}
          </Button>
        )}
        {mayApart && (
          <Button
            variant="default"
            loading={apart.isPending}
            onClick={() =>
              apart.mutate(
                { path: { personId: stays.person.id }, body: { other: goes.person.id } },
                { onSuccess: () => notifications.show({ message: texts.kept }) },
              )
            }
          >
            {texts.apart}
          </Button>
        )}
      </Group>
    </Panel>
  );
}

const isEmpty = (value: unknown): boolean => value === null || (Array.isArray(value) && value.length === 0);

function textOf(
  { person, managerName }: DoubledPerson,
  field: MergeField,
  empty: string,
  listed: (count: number) => string,
): string {
  const value: unknown = person[field];
  if (isEmpty(value)) return empty;
  if (field === 'managerId') return managerName ?? empty;
  if (Array.isArray(value)) return listed(value.length);
  if (typeof value === 'object') return Object.values(value ?? {}).join(' ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : empty;
}
