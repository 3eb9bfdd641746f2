import type { PersonId } from '../../kernel/id.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { Person } from './model.ts';
import { NameIndex } from './near-name.ts';

export const doubleReasons = ['email', 'externalId', 'name', 'near-name'] as const;

/** Why two rows may be one person, the strongest reason first. */
export type DoubleReason = (typeof doubleReasons)[number];

export interface Double {
  /** The one that was there first stands first. */
  readonly people: readonly [PersonId, PersonId];
  readonly reasons: readonly DoubleReason[];
}

const folded = (text: string | null): string | null => text?.trim().toLowerCase() ?? null;

const differ = (a: string | null, b: string | null): boolean => a !== null && b !== null && folded(a) !== folded(b);

/** Whether somebody said that the two are two people. */
const isApart = (a: Person, b: Person): boolean => a.distinctFrom.includes(b.id) || b.distinctFrom.includes(a.id);

/**
 * People of the register who may be one: by the same address or personnel number, by the same name in any order and
 * spelling, by a name that is nearly the same. A name alone tells nothing where number and address both differ, and a
 * near one where either does. Those of whom somebody said that they are two are left out. Linear in the people.
 */
export function possibleDoubles(people: readonly Person[]): readonly Double[] {
  const present = people.filter(({ erasedOn }) => erasedOn === null);
  const found = new Map<string, { readonly people: readonly [Person, Person]; readonly reasons: Set<DoubleReason> }>();
  const add = (a: Person, b: Person, reason: DoubleReason): void => {
    if (a.id === b.id || isApart(a, b)) return;
    const pair: readonly [Person, Person] = a.id < b.id ? [a, b] : [b, a];
    const key = `${pair[0].id} ${pair[1].id}`;
    const there = found.get(key);
    if (there === undefined) found.set(key, { people: pair, reasons: new Set([reason]) });
    else there.reasons.add(reason);
  };
  for (const field of ['email', 'externalId'] as const) {
    const first = new Map<string, Person>();
    for (const person of present) {
      const value = folded(person[field]);
      if (value === null || value === '') continue;
      const other = first.get(value);
      if (other === undefined) first.set(value, person);
      else add(other, person, field);
    }
  }
  const names = new NameIndex(present);
  for (const person of present)
    for (const { person: other, nearness } of names.near(person.name)) {
      const against = [differ(person.externalId, other.externalId), differ(person.email, other.email)].filter(Boolean);
      if (against.length < (nearness === 'same' ? 2 : 1))
        add(person, other, nearness === 'same' ? 'name' : 'near-name');
    }
  return [...found.values()]
    .map(({ people: [a, b], reasons }): Double => ({
      people: [a.id, b.id],
      reasons: doubleReasons.filter((reason) => reasons.has(reason)),
    }))
    .sort((a, b) => rank(a) - rank(b) || (a.people.join() < b.people.join() ? -1 : 1));
}

const rank = ({ reasons }: Double): number => doubleReasons.findIndex((reason) => reasons.includes(reason));

/** Two rows side by side, and how much refers to each. */
export interface DoubleRow extends Omit<Double, 'people'> {
  readonly people: readonly [DoubledPerson, DoubledPerson];
}

export interface DoubledPerson {
  readonly person: Person;
  readonly managerName: string | null;
  readonly appointments: number;
  readonly letters: number;
}

/** Doubles with what the reader needs to choose between the two. */
export function doubleRows(snapshot: Snapshot, doubles: readonly Double[]): readonly DoubleRow[] {
  const people = new Map(snapshot.person.map((person) => [person.id, person]));
  const shown = new Set(doubles.flatMap((double) => double.people));
  const count = (rows: readonly { readonly personId: PersonId | null }[]): ReadonlyMap<PersonId, number> => {
    const counts = new Map<PersonId, number>();
    for (const { personId } of rows)
      if (personId !== null && shown.has(personId)) counts.set(personId, (counts.get(personId) ?? 0) + 1);
    return counts;
  };
  const [appointments, letters] = [count(snapshot.appointment), count(snapshot.accountability)];
  const rowOf = (id: PersonId): DoubledPerson => {
    const person = presentRow(snapshot, 'person', id);
    const manager = person.managerId === null ? undefined : people.get(person.managerId);
    return {
      person,
      managerName: manager?.name ?? null,
      appointments: appointments.get(id) ?? 0,
      letters: letters.get(id) ?? 0,
    };
  };
  return doubles.map(({ people: [a, b], reasons }) => ({ reasons, people: [rowOf(a), rowOf(b)] }));
}
