import type { PlainDate } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import type { Resolution } from '../assessment/resolution.ts';
import type { Person } from '../people/model.ts';
import { audienceOf } from '../training/audience.ts';
import type { Acknowledgement, Campaign } from './model.ts';

/** Somebody of a campaign's audience, and since when they have acknowledged it; null while they have not. */
export interface CampaignPerson {
  readonly person: Person;
  readonly acknowledged: Acknowledgement | null;
}

export interface UnitCompletion {
  /** Null for people without a unit. */
  readonly unit: string | null;
  readonly done: number;
  readonly of: number;
}

/** How far a campaign is among those who belong to its audience on the day. */
export interface CampaignStanding {
  readonly people: readonly CampaignPerson[];
  readonly done: number;
  readonly overdue: boolean;
}

/** Acknowledgements made by a day, by campaign and person: gathered once for all campaigns. */
export function acknowledgementsBy(
  rows: readonly Acknowledgement[],
  on: PlainDate,
): (campaign: Campaign) => ReadonlyMap<PersonId, Acknowledgement> {
  const byCampaign = Map.groupBy(
    rows.filter((row) => row.on <= on),
    ({ campaignId }) => campaignId,
  );
  return ({ id }) => new Map((byCampaign.get(id) ?? []).map((row) => [row.personId, row]));
}

/** Whether people of the audience are asked for it on a day. */
export const isRunning = ({ state, from }: Pick<Campaign, 'state' | 'from'>, on: PlainDate): boolean =>
  state === 'open' && from <= on;

/** Who of the audience has acknowledged. Who did and no longer belongs to it is not counted. */
export function campaignStanding(
  resolution: Resolution,
  campaign: Campaign,
  acknowledged: ReadonlyMap<PersonId, Acknowledgement>,
): CampaignStanding {
  const people = audienceOf(resolution, campaign.audience).map((person) => ({
    person,
    acknowledged: acknowledged.get(person.id) ?? null,
  }));
  const done = people.filter((one) => one.acknowledged !== null).length;
  const { on } = resolution;
  return { people, done, overdue: isRunning(campaign, on) && campaign.due < on && done < people.length };
}

/** Completion by unit, by name; people without a unit last. */
export function completionByUnit({ people }: Pick<CampaignStanding, 'people'>): readonly UnitCompletion[] {
  const units = Map.groupBy(people, ({ person }) => person.unit);
  return [...units]
    .map(([unit, members]) => ({
      unit,
      done: members.filter((one) => one.acknowledged !== null).length,
      of: members.length,
    }))
    .sort((a, b) => (a.unit === null ? 1 : b.unit === null ? -1 : a.unit.localeCompare(b.unit, 'en')));
}
