import { Checkbox } from '@mantine/core';
import type { JSX } from 'react';
import { useFormat, useMessages } from '../../../web/message.ts';
import { RegisterTable, type RegisterColumn } from '../../../web/register/RegisterTable.tsx';
import type { RequiredOfRole } from '../required-list.ts';
import classes from './framework.module.css';
import { requiredMessages } from './required-messages.ts';
import { RequiredState } from './RequiredState.tsx';

interface RequiredRolesProps {
  readonly roles: readonly RequiredOfRole[];
  readonly picked: ReadonlySet<string>;
  /** Null where nothing waits for the reader. */
  readonly onPick: ((picked: ReadonlySet<string>) => void) | null;
  readonly onEdit: (roleId: string) => void;
  readonly mayChange: boolean;
}

/** The roles with how much each requires, and whether a second person has approved it. */
export function RequiredRoles({ roles, picked, onPick, onEdit, mayChange }: RequiredRolesProps): JSX.Element {
  const texts = useMessages(requiredMessages);
  const format = useFormat();
  const mine = roles.filter(({ hindrance }) => hindrance === null);
  const pick: RegisterColumn<RequiredOfRole> = {
    id: 'pick',
    label: texts.columns.actions,
    heading: (
      <Checkbox
        size="xs"
        aria-label={texts.approveAll}
        checked={mine.length > 0 && mine.every(({ id }) => picked.has(id))}
        indeterminate={picked.size > 0 && mine.some(({ id }) => !picked.has(id))}
        onChange={(event) => onPick?.(new Set(event.currentTarget.checked ? mine.map(({ id }) => id) : []))}
      />
    ),
    width: '40px',
    cell: ({ id, name, hindrance }) =>
      hindrance === null ? (
        <Checkbox
          size="xs"
          aria-label={texts.select(name)}
          checked={picked.has(id)}
          onChange={(event) =>
            onPick?.(new Set(event.currentTarget.checked ? [...picked, id] : [...picked].filter((one) => one !== id)))
          }
        />
      ) : null,
  };
  const columns: readonly RegisterColumn<RequiredOfRole>[] = [
    ...(onPick === null ? [] : [pick]),
    {
      id: 'role',
      label: texts.columns.role,
      width: '38%',
      cell: ({ id, name }) => (
        <button
          type="button"
          className={classes.name}
          aria-label={mayChange ? texts.editOf(name) : name}
          onClick={() => onEdit(id)}
        >
          {name}
        </button>
      ),
    },
    {
      id: 'must',
      label: texts.columns.must,
      width: '11%',
      align: 'end',
      cell: ({ competences }) => texts.must(competences.filter(({ required }) => required).length),
    },
    {
      id: 'should',
      label: texts.columns.should,
      width: '11%',
      align: 'end',
      cell: ({ competences }) => texts.must(competences.filter(({ required }) => !required).length),
    },
    {
      id: 'state',
      label: texts.columns.state,
      width: '26%',
      cell: ({ state, approval, hindrance }) => (
        <span
          title={
            state === 'approved' && approval !== null
              ? texts.approvedBy(approval.name, format.date(approval.on))
              : hindrance === null
                ? undefined
                : texts.hindrances[hindrance]
          }
        >
          <RequiredState state={state} />
        </span>
      ),
    },
    { id: 'by', label: texts.columns.by, width: '14%', cell: ({ requestedByName }) => requestedByName ?? '' },
  ];
  return (
    <div className={classes.table}>
      <RegisterTable
        label={texts.roles}
        columns={columns}
        rows={roles}
        total={roles.length}
        rowKey={({ id }) => id}
        quiet={({ state }) => state === 'none'}
      />
    </div>
  );
}
