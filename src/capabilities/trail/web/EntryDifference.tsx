import { UnstyledButton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { isPlainDate } from '../../../kernel/date.ts';
import { useFormat, useMessages, type Format } from '../../../web/message.ts';
import type { TrailEntry } from '../entry.ts';
import { differencesOf, type FieldDifference } from './entry-difference.ts';
import { messages } from './messages.ts';
import classes from './trail.module.css';

const SHOWN = 4;

type Words = ReturnType<typeof useMessages<(typeof messages)['en']>>;

function shown(value: unknown, names: ReadonlyMap<string, string>, text: Words, format: Format): string {
  if (value === undefined || value === null || value === '') return text.empty;
  if (typeof value === 'boolean') return value ? text.yes : text.no;
  if (typeof value === 'number') return format.number(value);
  if (typeof value === 'string') return isPlainDate(value) ? format.date(value) : (names.get(value) ?? value);
  if (Array.isArray(value)) {
    if (value.length === 0) return text.empty;
    return value.every((item) => typeof item === 'string') && value.length <= 6
      ? value.join(', ')
      : text.items(value.length);
  }
  return JSON.stringify(value);
}

/** What an entry changed, field by field: what was, struck out, and what is. */
export function EntryDifference({
  entry,
  names,
}: {
  readonly entry: TrailEntry;
  readonly names: ReadonlyMap<string, string>;
}): JSX.Element {
  const text = useMessages(messages);
  const [open, setOpen] = useState(false);
  const all = differencesOf(entry);
  const some = open ? all : all.slice(0, SHOWN);
  return (
    <div>
      <dl className={classes.difference}>
        {some.map((difference) => (
          <Field key={difference.field} difference={difference} entry={entry} names={names} />
        ))}
      </dl>
      {all.length > SHOWN && (
        <UnstyledButton className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? text.fewerFields : text.moreFields(all.length - SHOWN)}
        </UnstyledButton>
      )}
    </div>
  );
}

function Field({
  difference: { field, before, after },
  entry,
  names,
}: {
  readonly difference: FieldDifference;
  readonly entry: TrailEntry;
  readonly names: ReadonlyMap<string, string>;
}): JSX.Element {
  const text = useMessages(messages);
  const format = useFormat();
  return (
    <div>
      <dt>{text.field[field] ?? field}</dt>
      <dd>
        {entry.operation !== 'create' && <del>{shown(before, names, text, format)}</del>}
        {entry.operation === 'update' && <IconArrowRight size={12} aria-label={text.after} />}
        {entry.operation !== 'remove' && <ins>{shown(after, names, text, format)}</ins>}
      </dd>
    </div>
  );
}
