import { Popover, Table, UnstyledButton } from '@mantine/core';
import { Fragment, type JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import { yearsOf, type Budget } from '../budget.ts';
import type { PlanSummary } from '../contract.ts';
import { trainingMessages } from './messages.ts';
import { moneysText } from './money-text.ts';
import classes from './training.module.css';

/** A budget in one line: money by currency, and working hours. */
export function useBudgetText(): (budget: Pick<Budget, 'costs' | 'hours'>) => string {
  const texts = useMessages(trainingMessages).budget;
  const format = useFormat();
  return ({ costs, hours }) => `${moneysText(costs, texts.none)}, ${texts.hours(format.number(hours))}`;
}

interface BudgetLineProps {
  readonly summary: Pick<PlanSummary, 'approved' | 'asked' | 'sessions' | 'unapproved' | 'counts'>;
}

/** What the plan takes: approved, and asked for; each opens by quarter. */
export function BudgetLine({ summary }: BudgetLineProps): JSX.Element {
  const texts = useMessages(trainingMessages).budget;
  const { approved, asked, sessions, unapproved, counts } = summary;
  return (
    <dl className={classes.budget} aria-label={texts.label}>
      <Figure label={texts.approved} budget={approved} />
      {sessions.costs.length > 0 && (
        <div>
          <dt>{texts.sessions}</dt>
          <dd>{moneysText(sessions.costs, texts.none)}</dd>
        </div>
      )}
      <Figure label={texts.asked} budget={asked} />
      {counts.unapproved > 0 && <Figure label={texts.unapproved(counts.unapproved)} budget={unapproved} />}
    </dl>
  );
}

/** One budget with its years and their quarters behind it. */
export const Figure = ({ label, budget }: { readonly label: string; readonly budget: Budget }): JSX.Element => {
  const texts = useMessages(trainingMessages);
  const format = useFormat();
  const text = useBudgetText();
  const { quarters } = budget;
  return (
    <div>
      <dt>{label}</dt>
      <dd>
        {quarters.length === 0 ? (
          text(budget)
        ) : (
          <Popover position="bottom-start" shadow="md">
            <Popover.Target>
              <UnstyledButton fz={13} fw={600} td="underline" aria-label={`${label}: ${text(budget)}`}>
                {text(budget)}
              </UnstyledButton>
            </Popover.Target>
            <Popover.Dropdown>
              <Table aria-label={texts.budget.byQuarter} verticalSpacing={2} fz={13}>
                <Table.Thead>
                  <Table.Tr>
                    <Table.Th scope="col">{texts.budget.quarter}</Table.Th>
                    <Table.Th scope="col">{texts.columns.cost}</Table.Th>
                    <Table.Th scope="col">{texts.columns.hours}</Table.Th>
                  </Table.Tr>
                </Table.Thead>
                <Table.Tbody>
                  {yearsOf(quarters).map(({ year, costs, hours }) => (
                    <Fragment key={year}>
                      {quarters
                        .filter(({ quarter }) => quarter.startsWith(year))
                        .map((one) => (
                          <Table.Tr key={one.quarter}>
                            <Table.Td>{one.quarter}</Table.Td>
                            <Table.Td>{moneysText(one.costs, texts.budget.none)}</Table.Td>
                            <Table.Td>{format.number(one.hours)}</Table.Td>
                          </Table.Tr>
                        ))}
                      <Table.Tr fw={600}>
                        <Table.Th scope="row">{year}</Table.Th>
                        <Table.Td>{moneysText(costs, texts.budget.none)}</Table.Td>
                        <Table.Td>{format.number(hours)}</Table.Td>
                      </Table.Tr>
                    </Fragment>
                  ))}
                </Table.Tbody>
              </Table>
            </Popover.Dropdown>
          </Popover>
        )}
      </dd>
    </div>
  );
};
