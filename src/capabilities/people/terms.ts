import type { PlainDate } from '../../kernel/date.ts';
import { covers } from '../../kernel/period.ts';
import type { Person, Terms } from './model.ts';

type WithTerms = Pick<Person, 'weeklyHours' | 'costRate' | 'terms'>;

/** Hours a week and cost rate that hold on a day: the last change not after it, or what held from the beginning. */
export function termsOn(person: WithTerms, on: PlainDate): Pick<Terms, 'weeklyHours' | 'costRate'> {
  return person.terms.findLast(({ from }) => from <= on) ?? person;
}

/** Terms written by somebody who does not see rates: each keeps the rate that held on its day. */
export const keepingRates = (terms: readonly Terms[], present: WithTerms): readonly Terms[] =>
  terms.map((each) => ({ ...each, costRate: termsOn(present, each.from).costRate }));

/** True when somebody is engaged on a day, in the present engagement or an earlier one. */
export const isEngaged = (person: Pick<Person, 'from' | 'to' | 'earlierPeriods'>, on: PlainDate): boolean =>
  covers(person, on) || person.earlierPeriods.some((period) => covers(period, on));
