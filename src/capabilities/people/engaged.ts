import { addDays, type PlainDate } from '../../kernel/date.ts';
import { invalid } from '../../kernel/errors.ts';
import { covers, hasEnded, type Period } from '../../kernel/period.ts';
import type { Person } from './model.ts';

type Engaged = Pick<Person, 'from' | 'to' | 'earlierPeriods'>;

/** Every engagement of somebody, oldest first, the present one last. */
export const periodsOf = (person: Engaged): readonly Period[] => [
  ...person.earlierPeriods,
  { from: person.from, to: person.to },
];

/** The engagement that a day lies in. */
const periodOn = (person: Engaged, on: PlainDate): Period | undefined =>
  covers(person, on) ? person : person.earlierPeriods.find((period) => covers(period, on));

/** True when somebody is engaged on a day, in the present engagement or an earlier one. */
export const isEngaged = (person: Engaged, on: PlainDate): boolean => periodOn(person, on) !== undefined;

/** The first day of the engagement that a day lies in; null where it is not known, or somebody is not engaged. */
export const engagedSince = (person: Engaged, on: PlainDate): PlainDate | null => periodOn(person, on)?.from ?? null;

/** The engagement to show on a day: the one that the day lies in, else the present one. */
export const periodShown = (person: Engaged, on: PlainDate): Period => {
  const { from, to } = periodOn(person, on) ?? person;
  return { from, to };
};

/** True when the present engagement is over; somebody between two engagements has not ended, but will come back. */
export const hasLeft = (person: Engaged, on: PlainDate): boolean => !isEngaged(person, on) && hasEnded(person, on);

export type EngagementState = 'active' | 'future' | 'ended';

/** How somebody stands on a day. Before the first engagement and between two, the next one is yet to start. */
export const stateOn = (person: Engaged, on: PlainDate): EngagementState =>
  isEngaged(person, on) ? 'active' : person.from !== null && on < person.from ? 'future' : 'ended';

/** Where a period holds while somebody is engaged, and where that stops and begins again around a day. */
export interface Around {
  /** The first day after the last stretch that is over by the day. */
  readonly since: PlainDate | null;
  /** The first day of the next stretch after the day. */
  readonly next: PlainDate | null;
}

/** The stretches of `[from, to)` on which somebody is engaged, as they lie around a day that is in none of them. */
export function around(
  person: Engaged,
  period: { readonly from: PlainDate; readonly to: PlainDate | null },
  on: PlainDate,
): Around {
  let [since, next]: [PlainDate | null, PlainDate | null] = [null, null];
  for (const engagement of person.earlierPeriods.length === 0 ? [person] : periodsOf(person)) {
    const from = engagement.from !== null && engagement.from > period.from ? engagement.from : period.from;
    const to = earlier(engagement.to, period.to);
    if (to !== null && to <= from) continue;
    if (to !== null && to <= on && (since === null || to > since)) since = to;
    if (from > on && (next === null || from < next)) next = from;
  }
  return { since, next };
}

const earlier = (a: PlainDate | null, b: PlainDate | null): PlainDate | null =>
  a === null ? b : b === null || a < b ? a : b;

/** @throws MusterError `invalid` unless the present engagement comes after the earlier ones. The schema holds those apart. */
export function refuseOverlappingEngagements(person: Engaged, place = ''): void {
  const last = person.earlierPeriods.at(-1);
  if (last === undefined || (person.from !== null && person.from >= last.to)) return;
  throw invalid([
    {
      path: place === '' ? 'from' : `${place}.from`,
      message: `An earlier engagement lasted until ${addDays(last.to, -1)}; the present one cannot begin before its end.`,
      accepted: `${last.to} or later`,
    },
  ]);
}

const isEmpty = ({ from, to }: Period): boolean => from !== null && to !== null && to <= from;

/** What becomes of somebody who has left and is engaged again: the engagement that was present joins the earlier ones. */
export interface EngagedAgain {
  readonly earlierPeriods: Person['earlierPeriods'];
  readonly from: PlainDate;
  readonly to: PlainDate | null;
}

/**
 * Engages somebody again from a day on.
 * @throws MusterError `invalid` while the present engagement has no end, or one after the new first day
 */
export function engagedAgain(
  person: Engaged & Pick<Person, 'name'>,
  from: PlainDate,
  to: PlainDate | null,
): EngagedAgain {
  if (person.to === null)
    throw invalid([{ path: 'from', message: `The engagement of ${person.name} has no end: there is none to follow.` }]);
  if (from < person.to)
    throw invalid([
      {
        path: 'from',
        message: `${person.name} is engaged until ${addDays(person.to, -1)}; the next engagement begins after that.`,
        accepted: `${person.to} or later`,
      },
    ]);
  if (to !== null && to <= from)
    throw invalid([{ path: 'to', message: 'The last day cannot be before the first.', accepted: `${from} or later` }]);
  const gone = { from: person.from, to: person.to };
  return { earlierPeriods: isEmpty(gone) ? person.earlierPeriods : [...person.earlierPeriods, gone], from, to };
}
