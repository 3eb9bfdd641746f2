import { Button, Loader } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { useMayDecide, useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { RegisterTable, type RegisterColumn } from '../../../web/register/RegisterTable.tsx';
import { trainingRoutes, type TrainingGroup, type trainingGroupings } from '../contract.ts';
import { ApproveAllDialog } from './ApproveAllDialog.tsx';
import { useBudgetText } from './BudgetLine.tsx';
import { trainingMessages } from './messages.ts';
import classes from './training.module.css';

type Grouping = (typeof trainingGroupings)[number];

/** The filter of the list that shows one group. */
const filterNames = { person: 'personId', role: 'roleId', unit: 'unit', measure: 'measureId' } as const;

/** The plan by person, role, unit or measure; each leads to its trainings. */
export function TrainingGroups({ by }: { readonly by: Grouping }): JSX.Element {
  const texts = useMessages(trainingMessages);
  const mayDecide = useMayDecide();
  const [approving, setApproving] = useState<TrainingGroup | null>(null);
  const { slug } = useOrganization();
  const budget = useBudgetText();
  const read = useRead(trainingRoutes.trainingGroups, { query: { by } });
  if (read.data === undefined)
    return read.error === null ? <Loader size="sm" aria-label={texts.loading} /> : <ProblemAlert error={read.error} />;
  const { columns } = texts;
  const figure = (
    id: 'open' | 'waiting' | 'overdue' | 'checks' | 'completed',
    isAlarm: boolean,
  ): RegisterColumn<TrainingGroup> => ({
    id,
    label: columns[id],
    width: '94px',
    align: 'end',
    cell: (group) => group[id] > 0 && <span className={isAlarm ? classes.alarm : undefined}>{group[id]}</span>,
  });
  const decide: RegisterColumn<TrainingGroup> = {
    id: 'approve',
    label: texts.columns.approve,
    width: '110px',
    align: 'end',
    cell: (group) =>
      group.waiting > 0 &&
      group.key !== null && (
        <Button
          size="compact-xs"
          variant="default"
          aria-haspopup="dialog"
          aria-label={texts.approveAll.titleOf(group.name ?? '')}
          onClick={() => setApproving(group)}
        >
          {texts.approveAll.begin}
        </Button>
      ),
  };
  const table = (
    <RegisterTable
      label={texts.title}
      columns={[
        {
          id: 'name',
          label: texts.groupings[by],
          width: 'auto',
          cell: ({ key, name }) =>
            key === null ? (
              <span className={classes.quiet}>{texts.without[by]}</span>
            ) : (
              <Link
                to="/o/$slug/training"
                params={{ slug }}
                search={{ show: 'all', [filterNames[by]]: key }}
                className={classes.name}
              >
                {name}
              </Link>
            ),
        },
        figure('open', false),
        figure('waiting', false),
        figure('overdue', true),
        figure('checks', true),
        figure('completed', false),
        {
          id: 'cost',
          label: columns.cost,
          width: '220px',
          align: 'end',
          cell: (group) => group.open > 0 && budget(group.budget),
        },
        ...(mayDecide && read.data.some(({ waiting }) => waiting > 0) ? [decide] : []),
      ]}
      rows={read.data}
      total={read.data.length}
      rowKey={({ key }) => key ?? ''}
    />
  );
  return (
    <>
      {table}
      {approving !== null && approving.key !== null && (
        <ApproveAllDialog
          filter={{ [filterNames[by]]: approving.key }}
          name={approving.name}
          onClose={() => setApproving(null)}
        />
      )}
    </>
  );
}
