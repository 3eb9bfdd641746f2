import { ActionIcon, Badge, Button, Group, Table } from '@mantine/core';
import { IconPencil, IconX } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import type { Money } from '../../../kernel/money.ts';
import { useMessages, useFormat, type Format } from '../../../web/message.ts';
import { useMayChange, useMayReadCost } from '../../../web/organization.ts';
import { useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { today } from '../../../web/today.ts';
import { peopleRoutes, type PersonRow } from '../contract.ts';
import type { Terms } from '../model.ts';
import { termsOn, termsWithout } from '../terms.ts';
import { engagementMessages } from './engagement-messages.ts';
import classes from './person.module.css';
import { TermsDialog, type EditedTerms } from './TermsDialog.tsx';

const rateText = (rate: Money | null, format: Format, none: string): string =>
  rate === null ? none : `${format.number(rate.minor / 100)} ${rate.currency}`;

/** Hours a week, and for those who may read it the pay, from the beginning and from each change on. */
export function PersonTerms({ person }: { readonly person: PersonRow }): JSX.Element {
  const texts = useMessages(engagementMessages).terms;
  const format = useFormat();
  const mayChange = useMayChange('person');
  const mayReadCost = useMayReadCost();
  const update = useWrite(peopleRoutes.updatePerson);
  const [editing, setEditing] = useState<EditedTerms | null>(null);
  const held = termsOn(person, today());
  const first = { from: null, weeklyHours: person.weeklyHours, costRate: person.costRate };
  const lines: readonly (Omit<Terms, 'from'> & { readonly from: Terms['from'] | null })[] = [first, ...person.terms];
  const remove = (from: Terms['from']): void =>
    update.mutate({
      path: { personId: person.id },
      version: person.version,
      body: { terms: termsWithout(person, from) },
    });
  return (
    <Panel
      title={mayReadCost ? texts.title : texts.hoursOnly}
      actions={
        mayChange && (
          <Button
            size="compact-sm"
            variant="default"
            onClick={() => setEditing({ from: today(), ...held, isNew: true })}
          >
            {texts.change}
          </Button>
        )
      }
    >
      <ProblemAlert error={update.error} />
      <Table aria-label={texts.title} verticalSpacing={3}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{texts.from}</Table.Th>
            <Table.Th scope="col">{texts.hoursShort}</Table.Th>
            {mayReadCost && <Table.Th scope="col">{texts.rate}</Table.Th>}
            {mayChange && <Table.Td w={64} />}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {lines.map((line) => {
            const from = line.from === null ? texts.beginning : format.date(line.from);
            const isNow = line.from === null ? held === person : line === held;
            return (
              <Table.Tr key={line.from ?? ''}>
                <Table.Td className={classes.day}>
                  {from}{' '}
                  {isNow && lines.length > 1 && (
                    <Badge size="xs" variant="default">
                      {texts.now}
                    </Badge>
                  )}
                  {line.from !== null && line.from > today() && (
                    <Badge size="xs" variant="default">
                      {texts.future}
                    </Badge>
                  )}
                </Table.Td>
                <Table.Td>{line.weeklyHours === null ? texts.none : format.number(line.weeklyHours)}</Table.Td>
                {mayReadCost && <Table.Td>{rateText(line.costRate, format, texts.none)}</Table.Td>}
                {mayChange && (
                  <Table.Td>
                    <Group gap={2} wrap="nowrap" justify="flex-end">
                      <ActionIcon
                        size="sm"
                        variant="subtle"
                        color="gray"
                        aria-label={texts.edit(from)}
                        onClick={() => setEditing({ ...line, isNew: false })}
                      >
                        <IconPencil size={14} aria-hidden />
                      </ActionIcon>
                      {line.from !== null && (
                        <ActionIcon
                          size="sm"
                          variant="subtle"
                          color="gray"
                          aria-label={texts.remove(from)}
                          loading={update.isPending}
                          onClick={() => line.from !== null && remove(line.from)}
                        >
                          <IconX size={14} aria-hidden />
                        </ActionIcon>
                      )}
                    </Group>
                  </Table.Td>
                )}
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      {editing !== null && <TermsDialog person={person} terms={editing} onClose={() => setEditing(null)} />}
    </Panel>
  );
}
