import type { JSX } from 'react';
import { useFormat } from '../../../web/message.ts';
import type { TrailEntry } from '../entry.ts';
import { EntryDifference } from './EntryDifference.tsx';
import { EntryTitle } from './EntryTitle.tsx';
import { useNames } from './names.ts';
import classes from './trail.module.css';

/** Entries about one thing, newest first, for the page of that thing. */
export function EntryHistory({ entries }: { readonly entries: readonly TrailEntry[] }): JSX.Element {
  const format = useFormat();
  const names = useNames();
  return (
    <ol className={classes.history}>
      {entries.map((entry) => (
        <li key={entry.sequence}>
          <EntryTitle entry={entry} names={names} />
          {entry.operation === 'update' && <EntryDifference entry={entry} names={names} />}
          <div className={classes.when}>
            {entry.actorName}, {format.moment(entry.recordedAt)}
          </div>
        </li>
      ))}
    </ol>
  );
}
