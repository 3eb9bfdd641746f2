import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { lastDayOf } from '../../../web/form/last-day.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { RegisterTable, type RegisterColumn } from '../../../web/register/RegisterTable.tsx';
import type { ProjectRow } from '../contract.ts';
import { programmeMessages } from './messages.ts';
import classes from './programme.module.css';

export function ProjectTable({ projects }: { readonly projects: readonly ProjectRow[] }): JSX.Element {
  const texts = useMessages(programmeMessages);
  const format = useFormat();
  const { slug } = useOrganization();
  const dates = ({ from, to }: ProjectRow): string =>
    to === null ? texts.since(format.date(from)) : texts.until(format.date(from), format.date(lastDayOf(to)));
  const columns: readonly RegisterColumn<ProjectRow>[] = [
    {
      id: 'name',
      label: texts.columns.name,
      width: '26%',
      cell: ({ id, name }) => (
        <Anchor
          inherit
          renderRoot={(props) => <Link to="/o/$slug/projects/$projectId" params={{ slug, projectId: id }} {...props} />}
        >
          {name}
        </Anchor>
      ),
    },
    {
      id: 'manager',
      label: texts.columns.manager,
      width: '18%',
      cell: ({ manager }) => (
        <>
          {manager.name}
          {manager.state === 'ended' && <span className={classes.alarm}> {texts.left}</span>}
        </>
      ),
    },
    { id: 'state', label: texts.columns.state, width: '92px', cell: ({ state }) => texts.states[state] },
    {
      id: 'judged',
      label: texts.columns.judged,
      width: '96px',
      cell: ({ progress }) => texts.of(progress.analysed, progress.applicable),
    },
    {
      id: 'gaps',
      label: texts.columns.gaps,
      width: '62px',
      align: 'end',
      cell: ({ progress }) => progress.verdicts.partly + progress.verdicts.missing,
    },
    {
      id: 'actions',
      label: texts.columns.actions,
      width: '150px',
      cell: ({ progress: { actions } }) => (
        <span className={actions.overdue > 0 ? classes.alarm : undefined}>
          {texts.openActions(actions.open, actions.overdue)}
        </span>
      ),
    },
    { id: 'dates', label: texts.columns.dates, width: '22%', cell: dates },
  ];
  return (
    <RegisterTable
      label={texts.title}
      columns={columns}
      rows={projects}
      total={projects.length}
      rowKey={({ id }) => id}
      quiet={({ state }) => state === 'closed'}
    />
  );
}
