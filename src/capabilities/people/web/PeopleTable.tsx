import { Badge } from '@mantine/core';
import { useMediaQuery } from '@mantine/hooks';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useMessages, useFormat } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { RegisterTable, type RegisterColumn } from '../../../web/register/RegisterTable.tsx';
import type { PersonRow } from '../contract.ts';
import { bulkMessages } from './bulk-messages.ts';
import { EngagementBadge } from './EngagementBadge.tsx';
import { peopleMessages } from './messages.ts';
import classes from './people.module.css';
import { selectionColumn } from './PeopleSelection.tsx';
import type { Selection } from './people-selection.ts';

interface PeopleTableProps {
  readonly rows: readonly PersonRow[];
  readonly total: number;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  readonly onEnd: () => void;
  /** Null where nothing may be changed, and so nobody be chosen. */
  readonly selection: Selection | null;
}

export const PeopleTable = ({ rows, total, sort, onSort, onEnd, selection }: PeopleTableProps) => {
  const texts = useMessages(peopleMessages);
  const bulk = useMessages(bulkMessages);
  const format = useFormat();
  const { slug } = useOrganization();
  const words = texts.columns;
  const wide = useMediaQuery('(min-width: 1500px)', true, { getInitialValueInEffect: false });
  const columns: readonly RegisterColumn<PersonRow>[] = [
    ...(selection === null ? [] : [selectionColumn(selection, rows, bulk)]),
    {
      id: 'name',
      label: words.name,
      width: wide ? '250px' : '205px',
      sort: 'name',
      cell: (row) => (
        <span className={classes.nameCell}>
          <Link to="/o/$slug/people/$personId" params={{ slug, personId: row.id }} className={classes.name}>
            {row.name}
          </Link>
          {row.kind === 'external' && (
            <Badge size="xs" variant="outline" color="gray" className={classes.kind}>
              {texts.kinds.external}
            </Badge>
          )}
          <EngagementBadge state={row.state} awayUntil={row.awayUntil} size="xs" />
        </span>
      ),
    },
    { id: 'jobTitle', label: words.jobTitle, width: wide ? '230px' : '170px', cell: (row) => row.jobTitle },
    { id: 'unit', label: words.unit, width: wide ? '170px' : '140px', sort: 'unit', cell: (row) => row.unit },
    { id: 'roles', label: words.roles, width: 'auto', cell: (row) => <RoleNames row={row} /> },
    ...(wide
      ? [{ id: 'manager', label: words.manager, width: '170px', cell: (row: PersonRow) => row.managerName }]
      : []),
    {
      id: 'from',
      label: words.from,
      width: '118px',
      sort: 'from',
      cell: (row) => row.engagement.from !== null && format.date(row.engagement.from),
    },
    {
      id: 'to',
      label: words.to,
      width: '118px',
      sort: 'to',
      cell: (row) => row.engagement.to !== null && format.date(lastDayOf(row.engagement.to)),
    },
    {
      id: 'hours',
      label: words.hours,
      width: '66px',
      align: 'end',
      cell: (row) => row.hoursNow !== null && format.number(row.hoursNow),
    },
    { id: 'gaps', label: words.gaps, width: '60px', align: 'end', cell: (row) => <GapCount row={row} slug={slug} /> },
  ];
  return (
    <RegisterTable
      label={texts.title}
      columns={columns}
      rows={rows}
      total={total}
      rowKey={(row) => row.id}
      quiet={(row) => row.state === 'ended'}
      sort={sort}
      onSort={onSort}
      onEnd={onEnd}
    />
  );
};

/** The roles held on the day in one line; the title says those that do not fit. */
const RoleNames = ({ row }: { readonly row: PersonRow }) => {
  const texts = useMessages(peopleMessages);
  const names = row.roles.map((role) => (role.capacity === 'deputy' ? texts.deputyOf(role.name) : role.name));
  return <span title={names.join(', ')}>{names.join(', ')}</span>;
};

const GapCount = ({ row, slug }: { readonly row: PersonRow; readonly slug: string }) => {
  const texts = useMessages(peopleMessages);
  if (row.gaps === 0) return null;
  return (
    <Link
      to="/o/$slug/people/$personId"
      params={{ slug, personId: row.id }}
      hash="gaps"
      className={classes.gaps}
      aria-label={`${row.name}: ${texts.gapCount(row.gaps)}`}
    >
      <IconAlertTriangle size={13} aria-hidden />
      {row.gaps}
    </Link>
  );
};
