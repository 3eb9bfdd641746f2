import { addDays, daysBetween, type PlainDate } from '../../kernel/date.ts';
import type { Person } from '../people/model.ts';
import type { Recipients } from './recipient.ts';
import type { Capacity, Telling } from './reminder.ts';

const format = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

/** A day as mails write it. */
export const written = (on: PlainDate): string => format.format(Date.parse(on));

/** `by 3 March 2026`, or since when it is late. */
export const dueBy = (due: PlainDate, on: PlainDate): string => {
  const left = daysBetween(on, due);
  if (left < 0) return `was due on ${written(due)}`;
  return left === 0 ? 'due today' : `due by ${written(due)}`;
};

/** How long something still counts whose first day without it is `end`. */
export const countsUntil = (end: PlainDate, on: PlainDate): string =>
  end > on ? `counts until ${written(addDays(end, -1))}` : `no longer counts since ${written(end)}`;

/** The same words to everybody. */
export const toAll = (text: string): Readonly<Record<Capacity, string>> => ({
  self: text,
  manager: text,
  steward: text,
});

/** The person's own words, and those with their name for others. */
export const ofPerson = ({ name }: Person, text: string): Readonly<Record<Capacity, string>> => ({
  self: text,
  manager: `${name}: ${text}`,
  steward: `${name}: ${text}`,
});

/** Tells the person; their manager where that is called for; and who leads the ISMS where neither can be reached. */
export function tellPerson(recipients: Recipients, person: Person, withManager: boolean): readonly Telling[] {
  const self = recipients.person(person.id);
  const manager = withManager || self === null ? recipients.managerOf(person) : null;
  const near: readonly Telling[] = [
    ...(self === null ? [] : [{ recipient: self, as: 'self' as const }]),
    ...(manager === null ? [] : [{ recipient: manager, as: 'manager' as const }]),
  ];
  return near.length > 0 ? near : tellStewards(recipients);
}

/** Tells a person's manager, or who leads the ISMS. */
export function tellManager(recipients: Recipients, person: Person): readonly Telling[] {
  const manager = recipients.managerOf(person);
  return manager === null ? tellStewards(recipients) : [{ recipient: manager, as: 'manager' }];
}

export const tellStewards = ({ stewards }: Recipients): readonly Telling[] =>
  stewards.map((recipient) => ({ recipient, as: 'steward' }));
