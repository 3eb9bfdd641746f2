import { Badge, Checkbox, NativeSelect, Table, Text, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import type { MeasureId } from '../../../kernel/id.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { today } from '../../../web/today.ts';
import type { ProposalPage } from '../contract.ts';
import { proposalMessages } from './messages.ts';
import { moneyText } from './money-text.ts';
import { proposalKey, type ProposalEdit, type ReviewedProposal } from './proposal-draft.ts';
import classes from './training.module.css';

interface ProposalTableProps {
  readonly rows: readonly ReviewedProposal[];
  readonly measures: ProposalPage['measures'];
  readonly mayChange: boolean;
  readonly onEdit: (row: ReviewedProposal, patch: ProposalEdit) => void;
  readonly onAll: (wanted: boolean) => void;
}

const colours = {
  missing: 'red',
  expired: 'red',
  below: 'orange',
  'no-evidence': 'orange',
  expiring: 'orange',
  mandatory: 'petrol',
  repeat: 'petrol',
};

/** Proposals to look through: whom, why, by which measure, by when; each can be changed or left out. */
export function ProposalTable({ rows, measures, mayChange, onEdit, onAll }: ProposalTableProps): JSX.Element {
  const texts = useMessages(proposalMessages);
  const { columns } = texts;
  const wanted = rows.filter((row) => row.wanted).length;
  return (
    <Table.ScrollContainer minWidth={860} type="native" my="sm">
      <Table aria-label={texts.label} verticalSpacing={4} fz={13}>
        <Table.Thead>
          <Table.Tr>
            {mayChange && (
              <Table.Td w={36}>
                <Checkbox
                  size="xs"
                  aria-label={texts.chooseAll}
                  checked={wanted === rows.length}
                  indeterminate={wanted > 0 && wanted < rows.length}
                  onChange={(event) => onAll(event.currentTarget.checked)}
                />
              </Table.Td>
            )}
            <Table.Th scope="col" w={150}>
              {columns.person}
            </Table.Th>
            <Table.Th scope="col">{columns.why}</Table.Th>
            <Table.Th scope="col" w={215}>
              {columns.measure}
            </Table.Th>
            <Table.Th scope="col" w={142}>
              {columns.due}
            </Table.Th>
            <Table.Th scope="col" w={90} ta="end">
              {columns.cost}
            </Table.Th>
            <Table.Th scope="col" w={60} ta="end">
              {columns.hours}
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Line
              key={proposalKey(row.proposal)}
              row={row}
              measures={measures}
              mayChange={mayChange}
              onEdit={(patch) => onEdit(row, patch)}
            />
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

interface LineProps extends Pick<ProposalTableProps, 'measures' | 'mayChange'> {
  readonly row: ReviewedProposal;
  readonly onEdit: (patch: ProposalEdit) => void;
}

const Line = ({ row, measures, mayChange, onEdit }: LineProps): JSX.Element => {
  const texts = useMessages(proposalMessages);
  const format = useFormat();
  const { proposal, wanted, measureId, due } = row;
  const { personName, unit, cause, reason } = proposal;
  const fitting = [proposal.measureId, ...proposal.alternatives].flatMap(
    (id) => measures.find((one) => one.id === id) ?? [],
  );
  const measure = fitting.find(({ id }) => id === measureId);
  return (
    <Table.Tr>
      {mayChange && (
        <Table.Td>
          <Checkbox
            size="xs"
            aria-label={texts.choose(personName, measure?.name ?? '')}
            checked={wanted}
            onChange={(event) => onEdit({ wanted: event.currentTarget.checked })}
          />
        </Table.Td>
      )}
      <Table.Th scope="row" fw={400}>
        {personName}
        {unit !== null && <div className={classes.quiet}>{unit}</div>}
      </Table.Th>
      <Table.Td>
        <Badge size="xs" variant="light" color={colours[cause]} me={6}>
          {texts.causes[cause]}
        </Badge>
        {reason}
        {cause === 'no-evidence' && (
          <Text size="xs" c="dimmed">
            {texts.notShown}
          </Text>
        )}
      </Table.Td>
      <Table.Td>
        {mayChange && fitting.length > 1 ? (
          <NativeSelect
            size="xs"
            aria-label={texts.measureOf(personName)}
            data={fitting.map(({ id, name, cost }) => ({
              value: id,
              label: cost === null ? name : `${name}, ${moneyText(cost)}`,
            }))}
            value={measureId}
            onChange={(event) => onEdit({ measureId: event.currentTarget.value as MeasureId })}
          />
        ) : (
          measure?.name
        )}
      </Table.Td>
      <Table.Td>
        {mayChange ? (
          <TextInput
            size="xs"
            type="date"
            aria-label={texts.dueOf(personName)}
            value={due}
            error={wanted && due < today() ? texts.past : undefined}
            onChange={(event) => onEdit({ due: event.currentTarget.value })}
          />
        ) : (
          format.date(due)
        )}
      </Table.Td>
      <Table.Td ta="end">{measure === undefined || measure.cost === null ? null : moneyText(measure.cost)}</Table.Td>
      <Table.Td ta="end">
        {measure === undefined || measure.hours === null ? null : format.number(measure.hours)}
      </Table.Td>
    </Table.Tr>
  );
};
