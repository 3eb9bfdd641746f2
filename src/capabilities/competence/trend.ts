import { addDays, addMonths, plainDate, type PlainDate } from '../../kernel/date.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { competenceBooks } from './books.ts';
import { askedOf } from './matrix-cell.ts';
import { competenceStates, standingOf, type CompetenceState } from './standing.ts';

/** So many days are looked at: the day of the facts, and the ends of the months before it. */
const POINTS = 12;

/** How all required levels of everybody engaged stood on one day. */
export interface TrendPoint {
  readonly on: PlainDate;
  readonly needed: number;
  readonly counts: Readonly<Record<CompetenceState, number>>;
}

export type CompetenceTrend = readonly TrendPoint[];

/** The last day of each of the eleven months before a day's own, and the day itself, oldest first. */
export function trendDays(on: PlainDate): readonly PlainDate[] {
  const month = plainDate(`${on.slice(0, 7)}-01`);
  const ends = Array.from({ length: POINTS - 1 }, (_, back) => addDays(addMonths(month, -back), -1));
  return [...ends.toReversed(), on];
}

/** How the required levels stood, counted by state. Each day costs what one look at everybody costs. */
export function trendPoint(snapshot: Snapshot, on: PlainDate): TrendPoint {
  const { resolution, held, need } = competenceBooks(snapshot, on);
  const counts = Object.fromEntries(competenceStates.map((state) => [state, 0])) as Record<CompetenceState, number>;
  let needed = 0;
  for (const personId of resolution.people.keys()) {
    for (const asked of need.of(personId)) {
      const level = askedOf(asked);
      if (level === null) continue;
      needed += 1;
      counts[standingOf(held, personId, { competence: asked.competence, level }, on).state] += 1;
    }
  }
  return { on, needed, counts };
}

/** The required levels of the last year, month by month, as the facts say now how things stood then. */
export const competenceTrend = (snapshot: Snapshot, on: PlainDate): CompetenceTrend =>
  trendDays(on).map((day) => trendPoint(snapshot, day));
