import type { JSX } from 'react';
import { useMessages } from '../../../web/message.ts';
import type { TrailEntry } from '../entry.ts';
import { rowOf } from './entry-difference.ts';
import { messages } from './messages.ts';
import classes from './trail.module.css';

/** What an entry is about in a few words: the register, the record, and what became of it. */
export function EntryTitle({
  entry,
  names,
}: {
  readonly entry: TrailEntry;
  readonly names: ReadonlyMap<string, string>;
}): JSX.Element {
  const text = useMessages(messages);
  const row = rowOf(entry.after ?? entry.before) ?? {};
  const named = (field: string): string => {
    const value = row[field];
    return typeof value === 'string'
      ? (names.get(value) ?? (field.endsWith('Id') && field !== 'requirementId' ? '' : value))
      : '';
  };
  const label = [
    named('requirementId'),
    named('name') || named('personId'),
    named('roleId'),
    named('rule'),
    named('email'),
  ]
    .filter((part) => part !== '')
    .slice(0, 2)
    .join(', ');
  return (
    <div>
      <span className={classes.register}>{text.register[entry.register]}</span>{' '}
      <span className={classes.operation} data-operation={entry.operation}>
        {text.operation[entry.operation]}
      </span>
      {label !== '' && <div className={classes.subject}>{label}</div>}
      {entry.reason !== '' && <div className={classes.reason}>{entry.reason}</div>}
      {entry.erasedBy !== null && <div className={classes.reason}>{text.erasedBy(entry.erasedBy)}</div>}
    </div>
  );
}
