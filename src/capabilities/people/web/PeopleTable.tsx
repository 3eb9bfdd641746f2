import { Badge } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useMessages, useFormat } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { RegisterTable, type RegisterColumn } from '../../../web/register/RegisterTable.tsx';
import type { PersonRow } from '../contract.ts';
import { EngagementBadge } from './EngagementBadge.tsx';
import { peopleMessages } from './messages.ts';
import classes from './people.module.css';

interface PeopleTableProps {
  readonly rows: readonly PersonRow[];
  readonly total: number;
  readonly sort: string;
  readonly onSort: (sort: string) => void;
  readonly onEnd: () => void;
}

export const PeopleTable = ({ rows, total, sort, onSort, onEnd }: PeopleTableProps) => {
  const texts = useMessages(peopleMessages);
  const format = useFormat();
  const { slug } = useOrganization();
  const words = texts.columns;
  const columns: readonly RegisterColumn<PersonRow>[] = [
    {
      id: 'name',
      label: words.name,
      width: '230px',
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
          <EngagementBadge state={row.state} size="xs" />
        </span>
      ),
    },
    { id: 'jobTitle', label: words.jobTitle, width: '200px', cell: (row) => row.jobTitle },
    { id: 'unit', label: words.unit, width: '150px', sort: 'unit', cell: (row) => row.unit },
    { id: 'manager', label: words.manager, width: '150px', cell: (row) => row.managerName },
    { id: 'roles', label: words.roles, width: '260px', cell: (row) => <RoleNames row={row} /> },
    {
      id: 'from',
      label: words.from,
      width: '110px',
      sort: 'from',
      cell: (row) => row.from !== null && format.date(row.from),
    },
    { id: 'to', label: words.to, width: '110px', sort: 'to', cell: (row) => row.to !== null && format.date(row.to) },
    {
      id: 'hours',
      label: words.hours,
      width: '70px',
      align: 'end',
      cell: (row) => row.weeklyHours !== null && format.number(row.weeklyHours),
    },
    { id: 'gaps', label: words.gaps, width: '70px', align: 'end', cell: (row) => <GapCount row={row} slug={slug} /> },
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
