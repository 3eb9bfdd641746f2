import type { PlainDate } from '../../kernel/date.ts';
import type { Person, Terms } from './model.ts';

type WithTerms = Pick<Person, 'weeklyHours' | 'costRate' | 'terms'>;
type Held = Pick<Terms, 'weeklyHours' | 'costRate'>;

/** Hours a week and cost rate that hold on a day: the last change not after it, or what held from the beginning. */
export function termsOn(person: WithTerms, on: PlainDate): Held {
  return person.terms.findLast(({ from }) => from <= on) ?? person;
}

/** Terms written by somebody who does not see rates: each keeps the rate that held on its day. */
export const keepingRates = (terms: readonly Terms[], present: WithTerms): readonly Terms[] =>
  terms.map((each) => ({ ...each, costRate: termsOn(present, each.from).costRate }));

/** The terms with a change from a day on; what the change does not name stays as it was on that day. */
export function termsWith(person: WithTerms, from: PlainDate, change: Partial<Held>): Person['terms'] {
  const { weeklyHours, costRate } = { ...termsOn(person, from), ...change };
  return [...termsWithout(person, from), { from, weeklyHours, costRate }].sort((a, b) => (a.from < b.from ? -1 : 1));
}

/** The terms without the change of a day: what held before it goes on. */
export const termsWithout = (person: Pick<Person, 'terms'>, from: PlainDate): Person['terms'] =>
  person.terms.filter((each) => each.from !== from);

/** The fields that set the hours of a week from a day on; null sets those that hold from the beginning. */
export const hoursFrom = (
  person: WithTerms,
  from: PlainDate | null,
  weeklyHours: Person['weeklyHours'],
): Partial<Pick<Person, 'weeklyHours' | 'terms'>> =>
  from === null ? { weeklyHours } : { terms: termsWith(person, from, { weeklyHours }) };

/** The person with the hours of a day as those of the beginning, to compare with a list that knows no history. */
export const hoursInForce = <P extends WithTerms>(person: P, on: PlainDate): P =>
  person.terms.length === 0 ? person : { ...person, weeklyHours: termsOn(person, on).weeklyHours };

/** Fields that a list without history sets: the hours of somebody who has a history change from the day on. */
export function keepingTerms<F extends { readonly weeklyHours?: Person['weeklyHours'] | undefined }>(
  fields: F,
  person: WithTerms,
  on: PlainDate,
): Omit<F, 'weeklyHours'> & Partial<Pick<Person, 'weeklyHours' | 'terms'>> {
  const { weeklyHours, ...others } = fields;
  if (weeklyHours === undefined) return others;
  return { ...others, ...hoursFrom(person, person.terms.length === 0 ? null : on, weeklyHours) };
}
