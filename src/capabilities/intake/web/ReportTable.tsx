import { Text } from '@mantine/core';
import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import { RegisterTable, type RegisterColumn } from '../../../web/register/RegisterTable.tsx';
import { intakeMessages } from './messages.ts';
import { OutcomeMark } from './OutcomeMark.tsx';
import classes from './report.module.css';
import type { ReportLine } from './report-line.ts';

export function ReportTable({ lines }: { readonly lines: readonly ReportLine[] }): JSX.Element {
  const texts = useMessages(intakeMessages);
  if (lines.length === 0) return <Text c="dimmed">{texts.nothing}</Text>;
  const columns: readonly RegisterColumn<ReportLine>[] = [
    {
      id: 'place',
      label: texts.columns.place,
      width: '170px',
      cell: (line) => texts.place(line.sheet, line.row, line.column),
    },
    {
      id: 'outcome',
      label: texts.columns.outcome,
      width: '120px',
      cell: (line) => <OutcomeMark outcome={line.outcome} />,
    },
    {
      id: 'what',
      label: texts.columns.what,
      width: '260px',
      cell: (line) => <span title={line.what}>{line.what}</span>,
    },
    {
      id: 'detail',
      label: texts.columns.detail,
      width: 'auto',
      cell: (line) => {
        const detail = [
          line.reason,
          ...line.changes.map(({ field, from, to }) =>
            line.outcome === 'taken' ? texts.value(field, to) : texts.change(field, from, to),
          ),
        ]
          .filter((text) => text !== '')
          .join('; ');
        return <span title={detail}>{detail}</span>;
      },
    },
  ];
  return (
    <div className={classes.table}>
      <RegisterTable
        label={texts.columns.detail}
        columns={columns}
        rows={lines}
        total={lines.length}
        rowKey={(line) => line.key}
      />
    </div>
  );
}
