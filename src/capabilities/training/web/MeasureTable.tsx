import { useMediaQuery } from '@mantine/hooks';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { RegisterTable, type RegisterColumn } from '../../../web/register/RegisterTable.tsx';
import type { MeasureRow } from '../measure-contract.ts';
import { measureMessages } from './measure-messages.ts';
import { trainingMessages } from './messages.ts';
import { moneyText } from './money-text.ts';
import classes from './training.module.css';

/** Levels that a measure reaches, and how its effect is checked, in a line each. */
export function useMeasureText(): {
  readonly reaches: (measure: MeasureRow) => string;
  readonly check: (measure: MeasureRow) => string;
} {
  const texts = useMessages(measureMessages);
  const { methods } = useMessages(trainingMessages);
  return {
    reaches: ({ competences, competenceNames }) =>
      competences.map(({ level }, index) => texts.level(competenceNames[index] ?? '', level)).join(', '),
    check: ({ effectiveness }) =>
      effectiveness === null ? texts.noCheck : texts.after(methods[effectiveness.method], effectiveness.afterDays),
  };
}

export function MeasureTable({ measures }: { readonly measures: readonly MeasureRow[] }): JSX.Element {
  const texts = useMessages(measureMessages);
  const format = useFormat();
  const { slug } = useOrganization();
  const { reaches, check } = useMeasureText();
  const { columns } = texts;
  const wide = useMediaQuery('(min-width: 1500px)', true, { getInitialValueInEffect: false });
  const repeat: RegisterColumn<MeasureRow> = {
    id: 'repeat',
    label: columns.repeat,
    width: '92px',
    cell: (row) => row.repeatMonths !== null && texts.months(row.repeatMonths),
  };
  const next: RegisterColumn<MeasureRow> = {
    id: 'next',
    label: columns.next,
    width: '112px',
    cell: (row) => row.nextSession !== null && format.date(row.nextSession),
  };
  return (
    <RegisterTable
      label={texts.label}
      rows={measures}
      total={measures.length}
      rowKey={({ id }) => id}
      quiet={({ withdrawn }) => withdrawn}
      columns={[
        {
          id: 'name',
          label: columns.name,
          width: '220px',
          cell: (row) => (
            <>
              <Link
                to="/o/$slug/training/measures/$measureId"
                params={{ slug, measureId: row.id }}
                className={classes.name}
              >
                {row.name}
              </Link>
              {row.withdrawn && ` ${texts.withdrawn}`}
            </>
          ),
        },
        { id: 'kind', label: columns.kind, width: '90px', cell: (row) => texts.kinds[row.kind] },
        {
          id: 'competences',
          label: columns.competences,
          width: 'auto',
          cell: (row) => <span title={reaches(row)}>{reaches(row)}</span>,
        },
        {
          id: 'cost',
          label: columns.cost,
          width: '104px',
          align: 'end',
          cell: (row) => row.cost !== null && moneyText(row.cost),
        },
        {
          id: 'hours',
          label: columns.hours,
          width: '62px',
          align: 'end',
          cell: (row) => row.hours !== null && format.number(row.hours),
        },
        ...(wide ? [repeat, next] : []),
        {
          id: 'check',
          label: columns.check,
          width: '200px',
          cell: (row) => <span title={check(row)}>{check(row)}</span>,
        },
        { id: 'open', label: columns.open, width: '58px', align: 'end', cell: (row) => row.open > 0 && row.open },
        {
          id: 'effective',
          label: columns.effective,
          width: '82px',
          align: 'end',
          cell: (row) => row.checked > 0 && texts.ofChecked(row.effective, row.checked),
        },
      ]}
    />
  );
}
