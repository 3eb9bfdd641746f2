import { Checkbox } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { RegisterTable, type RegisterColumn } from '../../../web/register/RegisterTable.tsx';
import type { TrainingRow } from '../contract.ts';
import { trainingMessages } from './messages.ts';
import { moneyText } from './money-text.ts';
import classes from './training.module.css';
import { DueText, EffectText, TrainingState } from './TrainingState.tsx';

export interface Choice {
  readonly chosen: ReadonlyMap<string, TrainingRow>;
  readonly choose: (rows: readonly TrainingRow[], on: boolean) => void;
}

interface TrainingTableProps {
  readonly rows: readonly TrainingRow[];
  readonly total: number;
  /** Null where nothing may be done with them. */
  readonly choice: Choice | null;
  readonly sort?: string;
  readonly onSort?: (sort: string) => void;
  readonly onEnd?: () => void;
  /** Left out where every row has the same. */
  readonly without?: 'person' | 'measure';
}

/** What a training is for: a competence to a level, and the role that needs it. */
export const useForText = (): ((row: TrainingRow) => string) => {
  const texts = useMessages(trainingMessages);
  return ({ competenceName, level, roleName }) => {
    const what = competenceName === null ? null : level === null ? competenceName : texts.level(competenceName, level);
    return [what, roleName].filter((text) => text !== null).join(' · ');
  };
};

/** Trainings with who, what, by when and how far. */
export function TrainingTable(props: TrainingTableProps): JSX.Element {
  const { rows, total, choice, sort, onSort, onEnd, without } = props;
  const texts = useMessages(trainingMessages);
  const format = useFormat();
  const { slug } = useOrganization();
  const forText = useForText();
  const { columns } = texts;
  // Hours are planned with; of what is done the effect is asked for.
  const withEffect = rows.some(({ state }) => state === 'completed');
  const open = (row: TrainingRow, text: string): JSX.Element => (
    <Link
      to="/o/$slug/training/$trainingId"
      params={{ slug, trainingId: row.id }}
      aria-label={texts.open(row.personName, row.measureName)}
      className={classes.name}
    >
      {text}
    </Link>
  );
  const all: readonly RegisterColumn<TrainingRow>[] = [
    ...(choice === null ? [] : [choiceColumn(choice, rows, texts)]),
    {
      id: 'person',
      label: columns.person,
      width: '160px',
      sort: 'person',
      cell: (row) => (
        <>
          {open(row, row.personName)}
          {row.personLeft && ` ${texts.left}`}
        </>
      ),
    },
    {
      id: 'measure',
      label: columns.measure,
      width: '190px',
      sort: 'measure',
      cell: (row) =>
        without === 'person' ? open(row, row.measureName) : <span title={row.measureName}>{row.measureName}</span>,
    },
    {
      id: 'for',
      label: columns.for,
      width: 'auto',
      cell: (row) => <span title={row.reason === '' ? forText(row) : row.reason}>{forText(row)}</span>,
    },
    {
      id: 'due',
      label: columns.due,
      width: without === undefined ? '186px' : '120px',
      sort: 'due',
      cell: (row) => <DueText row={row} />,
    },
    { id: 'state', label: columns.state, width: '108px', cell: (row) => <TrainingState row={row} /> },
    { id: 'effect', label: columns.effect, width: '140px', cell: (row) => <EffectText row={row} /> },
    {
      id: 'cost',
      label: columns.cost,
      width: '78px',
      align: 'end',
      cell: (row) => row.price !== null && moneyText(row.price),
    },
    {
      id: 'hours',
      label: columns.hours,
      width: '58px',
      align: 'end',
      cell: (row) => row.hours !== null && format.number(row.hours),
    },
  ];
  return (
    <RegisterTable
      label={texts.label}
      columns={all.filter(
        ({ id }) =>
          id !== without &&
          (without === undefined || id !== 'cost') &&
          (id !== 'effect' || withEffect) &&
          (id !== 'hours' || !withEffect),
      )}
      rows={rows}
      total={total}
      rowKey={({ id }) => id}
      quiet={({ state }) => state === 'cancelled'}
      {...(sort === undefined ? {} : { sort })}
      {...(onSort === undefined ? {} : { onSort })}
      {...(onEnd === undefined ? {} : { onEnd })}
    />
  );
}

function choiceColumn(
  { chosen, choose }: Choice,
  rows: readonly TrainingRow[],
  texts: (typeof trainingMessages)['en'],
): RegisterColumn<TrainingRow> {
  const count = rows.filter(({ id }) => chosen.has(id)).length;
  return {
    id: 'choose',
    label: texts.chooseAll,
    width: '38px',
    heading: (
      <Checkbox
        size="xs"
        aria-label={texts.chooseAll}
        checked={rows.length > 0 && count === rows.length}
        indeterminate={count > 0 && count < rows.length}
        onChange={(event) => choose(rows, event.currentTarget.checked)}
      />
    ),
    cell: (row) => (
      <Checkbox
        size="xs"
        aria-label={texts.choose(texts.open(row.personName, row.measureName))}
        checked={chosen.has(row.id)}
        onChange={(event) => choose([row], event.currentTarget.checked)}
      />
    ),
  };
}
