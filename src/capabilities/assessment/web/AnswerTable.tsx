import { Table } from '@mantine/core';
import type { JSX, ReactNode } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import { applicabilityMessages } from '../../applicability/web/messages.ts';
import type { Answer, Aspect, AspectState, Coverage } from '../model.ts';
import { AnswerCompetences } from './AnswerCompetences.tsx';
import { AnswerWaysOut } from './AnswerWaysOut.tsx';
import { AnswerPeople } from './AnswerPeople.tsx';
import { messages } from './messages.ts';
import classes from './requirement.module.css';
import { StateMark } from './StateMark.tsx';

/** The killer query as a table: each aspect with its state, its people or figure, and the reason. */
export function AnswerTable({
  answer,
  coverage,
}: {
  readonly answer: Answer;
  readonly coverage: Coverage | undefined;
}): JSX.Element {
  const all = useMessages(messages);
  const text = all.requirement;
  const { statuses } = useMessages(applicabilityMessages);
  const format = useFormat();
  /** `told`: the facts say it all where nothing is missing. */
  const row = (label: string, aspect: Aspect | undefined, facts: ReactNode, told = false): JSX.Element => (
    <Table.Tr key={label}>
      <Table.Th scope="row" className={classes.aspect}>
        {label}
      </Table.Th>
      <Table.Td className={classes.state}>{aspect !== undefined && <State state={aspect.state} />}</Table.Td>
      <Table.Td>
        {facts}
        {aspect !== undefined && !(told && aspect.state === 'met') && (
          <div className={classes.because}>{aspect.because}</div>
        )}
      </Table.Td>
    </Table.Tr>
  );
  const { hoursPerWeek } = answer.capacity;
  return (
    <Table className={classes.table} aria-label={text.answer}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th w={136}>{text.aspect}</Table.Th>
          <Table.Th w={132}>{text.state}</Table.Th>
          <Table.Th>{text.because}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {row(text.accountable, coverage?.aspects.accountable, <AnswerPeople people={answer.accountable} />, true)}
        {row(text.responsible, coverage?.aspects.responsible, <AnswerPeople people={answer.responsible} />, true)}
        {answer.deputies.length > 0 && row(text.deputies, undefined, <AnswerPeople people={answer.deputies} />)}
        {answer.statement !== null &&
          row(
            text.statement,
            undefined,
            text.statementOf(
              statuses[answer.statement.status],
              answer.statement.statusOn === null ? null : format.date(answer.statement.statusOn),
            ),
          )}
        {row(
          text.competence,
          answer.competence,
          <>
            <AnswerCompetences people={answer.competences} />
            <AnswerWaysOut requirementId={answer.requirement.id} roles={answer.withoutCompetent} />
          </>,
        )}
        {row(
          text.capacity,
          answer.capacity,
          hoursPerWeek > 0 ? (
            <strong className={classes.figure}>{text.hours(format.number(hoursPerWeek))}</strong>
          ) : null,
        )}
        {row(text.infrastructure, answer.infrastructure, null)}
        {row(text.money, answer.money, null)}
        {row(text.evidence, answer.evidence, null)}
      </Table.Tbody>
    </Table>
  );
}

function State({ state }: { readonly state: AspectState }): JSX.Element {
  const text = useMessages(messages);
  return (
    <span className={classes.stateText} data-state={state}>
      <StateMark state={state} />
      {text.state[state]}
    </span>
  );
}
