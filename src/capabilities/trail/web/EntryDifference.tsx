import { UnstyledButton } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { useState, type JSX } from 'react';
import { isPlainDate } from '../../../kernel/date.ts';
import { useFormat, useMessages, type Format } from '../../../web/message.ts';
import type { TrailEntry } from '../entry.ts';
import { differencesOf, type FieldDifference } from './entry-difference.ts';
import { messages } from './messages.ts';
import classes from './trail.module.css';

/** Fields shown at first: all that an update changed as a rule, and little of a row that came or went. */
const SHOWN = { create: 2, update: 5, remove: 2 };
const LONG = 140;

const cut = (text: string): string => (text.length > LONG ? `${text.slice(0, LONG).trimEnd()}…` : text);

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
  const most = SHOWN[entry.operation];
  const isLong = all.some(({ after }) => typeof after === 'string' && after.length > LONG);
  const some = open ? all : all.slice(0, most);
  return (
    <div>
      <dl className={classes.difference}>
        {some.map((difference) => (
          <Field key={difference.field} difference={difference} entry={entry} names={names} whole={open} />
        ))}
      </dl>
      {(all.length > most || isLong) && (
        <UnstyledButton className={classes.more} aria-expanded={open} onClick={() => setOpen(!open)}>
          {open ? text.fewerFields : all.length > most ? text.moreFields(all.length - most) : text.whole}
        </UnstyledButton>
      )}
    </div>
  );
}

function Field({
  difference: { field, before, after },
  entry,
  names,
  whole,
}: {
  readonly difference: FieldDifference;
  readonly whole: boolean;
  readonly entry: TrailEntry;
  readonly names: ReadonlyMap<string, string>;
}): JSX.Element {
  const text = useMessages(messages);
  const format = useFormat();
  const told = (value: unknown): string => {
    const all = shown(value, names, text, format);
    return whole ? all : cut(all);
  };
  return (
    <div>
      <dt>{text.field[field] ?? field}</dt>
      <dd>
        {entry.operation !== 'create' && <del>{told(before)}</del>}
        {entry.operation === 'update' && <IconArrowRight size={12} aria-label={text.after} />}
        {entry.operation !== 'remove' && <ins>{told(after)}</ins>}
      </dd>
    </div>
  );
}
