import { Button, Group, Text } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useNavigate } from '@tanstack/react-router';
import { useState, type JSX } from 'react';
import { isPlainDate } from '../../../kernel/date.ts';
import { useMessages } from '../../../web/message.ts';
import { useMayChange, useOrganization } from '../../../web/organization.ts';
import { useRead, type useWrite } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { today } from '../../../web/today.ts';
import { budgetOf } from '../budget.ts';
import { trainingRoutes, type ProposalPage } from '../contract.ts';
import { BudgetLine, Figure } from './BudgetLine.tsx';
import { proposalMessages } from './messages.ts';
import { askedBy, expenseOf, proposalKey, reviewed, type ProposalEdit, type ProposalEdits } from './proposal-draft.ts';
import { ProposalTable } from './ProposalTable.tsx';
import classes from './training.module.css';

interface ProposalReviewProps {
  readonly page: ProposalPage;
  /** Asks for trainings. */
  readonly plan: ReturnType<typeof useWrite<typeof trainingRoutes.planTrainings>>;
}

/** The proposals with what they take; those that are checked are asked for together. */
export function ProposalReview({ page, plan }: ProposalReviewProps): JSX.Element {
  const texts = useMessages(proposalMessages);
  const { slug } = useOrganization();
  const navigate = useNavigate();
  const mayChange = useMayChange('training');
  const summary = useRead(trainingRoutes.trainingSummary);
  const [edits, setEdits] = useState<ProposalEdits>(new Map());
  const all = page.proposals.map((proposal) => reviewed(proposal, edits));
  const wanted = all.filter((one) => one.wanted);
  const isSound = wanted.every(({ due }) => isPlainDate(due) && due >= today());
  const edit = (keys: readonly string[], patch: ProposalEdit): void => {
    plan.reset();
    setEdits((before) => new Map([...before, ...keys.map((key) => [key, { ...before.get(key), ...patch }] as const)]));
  };
  const add = (): void =>
    plan.mutate(
      { body: { trainings: wanted.map(askedBy) } },
      {
        onSuccess: ({ asked }) => {
          notifications.show({ message: texts.added(asked), color: 'teal' });
          setEdits(new Map());
          if (asked === page.total)
            void navigate({ to: '/o/$slug/training', params: { slug }, search: { show: 'waiting' } });
        },
      },
    );
  return (
    <>
      <section className={classes.bar} aria-label={texts.effect}>
        <dl className={classes.budget}>
          <Figure
            label={texts.effect}
            budget={budgetOf(wanted.filter(({ due }) => isPlainDate(due)).map((one) => expenseOf(one, page.measures)))}
          />
        </dl>
        {summary.data !== undefined && <BudgetLine summary={summary.data} />}
        {mayChange && (
          <Button disabled={wanted.length === 0 || !isSound} loading={plan.isPending} onClick={add}>
            {texts.add(wanted.length)}
          </Button>
        )}
      </section>
      <ProblemAlert error={plan.error} />
      <ProposalTable
        rows={all}
        measures={page.measures}
        mayChange={mayChange}
        onEdit={(row, patch) => edit([proposalKey(row.proposal)], patch)}
        onAll={(on) => edit(page.proposals.map(proposalKey), { wanted: on })}
      />
      {page.total > page.proposals.length && (
        <Group my="sm">
          <Text size="sm" c="dimmed">
            {texts.more(page.proposals.length, page.total)}
          </Text>
        </Group>
      )}
    </>
  );
}
