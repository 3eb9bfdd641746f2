import { Button, Group, Loader, Modal, Stack, Table, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import type { JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useRead, useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { budgetOf, sumOf, yearsOf, type Budget } from '../budget.ts';
import { trainingRoutes, type TrainingRow } from '../contract.ts';
import { useBudgetText } from './BudgetLine.tsx';
import { trainingMessages } from './messages.ts';
import { moneysText } from './money-text.ts';
import type { TrainingFilter } from './training-pages.ts';
import classes from './training.module.css';

/** So many are approved in one change. */
const AT_MOST = 500;

interface ApproveAllDialogProps {
  /** Which trainings: those of a measure, a unit, a person, a role. */
  readonly filter: TrainingFilter;
  /** What they have in common, such as the name of the measure; null for all that wait. */
  readonly name: string | null;
  readonly onClose: () => void;
}

const budgetOfRows = (rows: readonly TrainingRow[]): Budget =>
  budgetOf(rows.map((row) => ({ on: row.due, cost: row.price, hours: row.hours })));

/** Approves all that wait of a measure, a unit, a person or a role, with what it takes said before. Never one's own. */
export function ApproveAllDialog({ filter, name, onClose }: ApproveAllDialogProps): JSX.Element {
  const all = useMessages(trainingMessages);
  const texts = all.approveAll;
  const approve = useWrite(trainingRoutes.approveTrainings);
  const read = useRead(trainingRoutes.trainings, { query: { ...filter, show: 'waiting', limit: AT_MOST } });
  const summary = useRead(trainingRoutes.trainingSummary);
  const rows = read.data?.rows ?? [];
  const mine = rows.filter(({ hindrance }) => hindrance === null);
  const submit = (): void =>
    approve.mutate(
      { body: { trainings: mine.map(({ id, version }) => ({ id, version })) } },
      {
        onSuccess: ({ changed }) => {
          notifications.show({ message: all.actions.approved(changed), color: 'teal' });
          onClose();
        },
      },
    );
  return (
    <Modal
      opened
      onClose={onClose}
      size={620}
      title={name === null ? texts.title : texts.titleOf(name)}
      closeButtonProps={{ 'aria-label': all.cancel }}
    >
      <Stack gap="sm">
        <ProblemAlert error={read.error ?? summary.error ?? approve.error} />
        {read.isLoading && <Loader size="sm" aria-label={all.loading} />}
        {read.data !== undefined && (
          <>
            <Text size="sm">
              {texts.waiting(mine.length, new Set(mine.map(({ personId }) => personId)).size)}
              {rows.length > mine.length && ` ${texts.notYours(rows.length - mine.length)}`}
              {read.data.total > rows.length && ` ${texts.first(rows.length, read.data.total)}`}
            </Text>
            <Measures rows={mine} />
            {summary.data !== undefined && <Effect approved={summary.data.approved} takes={budgetOfRows(mine)} />}
          </>
        )}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" data-autofocus onClick={onClose}>
            {all.cancel}
          </Button>
          <Button disabled={mine.length === 0} loading={approve.isPending} onClick={submit}>
            {`${all.actions.approve} ${mine.length}`}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

/** What is approved, by measure: how often, and what it takes. */
const Measures = ({ rows }: { readonly rows: readonly TrainingRow[] }): JSX.Element => {
  const budget = useBudgetText();
  const texts = useMessages(trainingMessages).approveAll;
  return (
    <ul className={classes.lines} aria-label={texts.measures}>
      {[...Map.groupBy(rows, ({ measureName }) => measureName)].map(([measure, some]) => (
        <li key={measure} className={classes.line}>
          <span>{texts.times(some.length, measure)}</span>
          <span className={classes.quiet}>{budget(budgetOfRows(some))}</span>
        </li>
      ))}
    </ul>
  );
};

/** The budget before and after, and the years in which it is spent. */
const Effect = ({ approved, takes }: { readonly approved: Budget; readonly takes: Budget }): JSX.Element => {
  const { approveAll: texts, budget: words, columns } = useMessages(trainingMessages);
  const format = useFormat();
  const years = yearsOf(takes.quarters);
  const lines = [
    { label: texts.before, sum: approved },
    ...(years.length > 1 ? years.map((one) => ({ label: texts.inYear(one.year), sum: one })) : []),
    { label: years.length === 1 ? texts.theseIn(years[0]?.year ?? '') : texts.these, sum: takes },
    { label: texts.after, sum: sumOf([approved, takes]) },
  ];
  return (
    <Table verticalSpacing={3} fz={13} aria-label={words.label}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{words.label}</Table.Th>
          <Table.Th scope="col" ta="end">
            {columns.cost}
          </Table.Th>
          <Table.Th scope="col" ta="end">
            {columns.hours}
          </Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {lines.map(({ label, sum }) => (
          <Table.Tr key={label} fw={label === texts.after ? 600 : 400}>
            <Table.Th scope="row" fw="inherit">
              {label}
            </Table.Th>
            <Table.Td ta="end">{moneysText(sum.costs, words.none)}</Table.Td>
            <Table.Td ta="end">{format.number(sum.hours)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
};
