import { Anchor, Text } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import type { JSX } from 'react';
import { trailRoutes } from '../../trail/contract.ts';
import type { TrailEntry } from '../../trail/entry.ts';
import { useFormat, useMessages } from '../../../web/message.ts';
import { useOrganization } from '../../../web/organization.ts';
import { useRead } from '../../../web/organization-data.ts';
import { ProblemAlert } from '../../../web/ProblemAlert.tsx';
import { Panel } from '../../../web/register/Panel.tsx';
import { peopleMessages } from './messages.ts';
import classes from './person.module.css';

/** The latest changes of one person, from the trail. */
export function PersonHistory({ personId }: { readonly personId: string }): JSX.Element {
  const texts = useMessages(peopleMessages).person;
  const { slug } = useOrganization();
  const read = useRead(trailRoutes.trail, { query: { subject: personId, limit: 8 } });
  const entries = read.data?.rows ?? [];
  const search = (previous: object): object => ({ ...previous, subject: personId });
  return (
    <Panel
      title={texts.history}
      actions={
        entries.length > 0 && (
          <Anchor
            size="sm"
            renderRoot={(props) => <Link to="/o/$slug/trail" params={{ slug }} search={search as never} {...props} />}
          >
            {texts.wholeTrail}
          </Anchor>
        )
      }
    >
      <ProblemAlert error={read.error} />
      {read.data !== undefined && entries.length === 0 && (
        <Text size="sm" c="dimmed">
          {texts.noHistory}
        </Text>
      )}
      <ol className={classes.history}>
        {entries.map((entry) => (
          <Entry key={entry.sequence} entry={entry} />
        ))}
      </ol>
    </Panel>
  );
}

type Row = Readonly<Record<string, unknown>>;

const rowOf = (json: string | null): Row => (json === null ? {} : (JSON.parse(json) as Row));

/** Names of the fields in which two states differ. */
const changedIn = (entry: TrailEntry): readonly string[] => {
  const [before, after] = [rowOf(entry.before), rowOf(entry.after)];
  return Object.keys(after).filter(
    (field) => field !== 'version' && JSON.stringify(before[field]) !== JSON.stringify(after[field]),
  );
};

const Entry = ({ entry }: { readonly entry: TrailEntry }) => {
  const all = useMessages(peopleMessages);
  const format = useFormat();
  const names: Readonly<Record<string, string>> = { ...all.form.names };
  const what =
    entry.operation === 'update'
      ? all.history.changed(format.list(changedIn(entry).map((field) => names[field] ?? field)))
      : all.history[entry.operation];
  return (
    <li>
      <div>{what}</div>
      {entry.reason !== '' && <div>{entry.reason}</div>}
      <div className={classes.when}>
        {entry.actorName}, {format.moment(entry.recordedAt)}
      </div>
    </li>
  );
};
