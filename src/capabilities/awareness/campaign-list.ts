import type { PlainDate } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import type { Resolution } from '../assessment/resolution.ts';
import { nextRun } from './campaign-change.ts';
import {
  acknowledgementsBy,
  campaignStanding,
  completionByUnit,
  isRunning,
  type CampaignStanding,
} from './campaign-standing.ts';
import type { CampaignDetail, CampaignPage, CampaignPersonRow, CampaignRow } from './contract.ts';
import type { Acknowledgement, Campaign } from './model.ts';

/** Who looks: whose campaigns are theirs to acknowledge, and whether they are told the right answers. */
export interface CampaignReader {
  readonly personId: PersonId | null;
  readonly seesAnswers: boolean;
}

type Acknowledged = ReadonlyMap<PersonId, Acknowledgement>;

function rowOf(
  campaign: Campaign,
  standing: CampaignStanding,
  acknowledged: Acknowledged,
  resolution: Resolution,
  { personId, seesAnswers }: CampaignReader,
): CampaignRow {
  const own = personId === null ? null : (acknowledged.get(personId) ?? null);
  const asked = isRunning(campaign, resolution.on) && standing.people.some(({ person }) => person.id === personId);
  return {
    ...campaign,
    questions: campaign.questions.map(({ question, options, answer }) => ({
      question,
      options,
      answer: seesAnswers ? answer : null,
    })),
    done: standing.done,
    of: standing.people.length,
    overdue: standing.overdue,
    next: nextRun(campaign),
    mine: own !== null ? 'done' : asked ? 'to-do' : null,
    mineOn: own?.on ?? null,
  };
}

/**
 * All campaigns, the latest first. Drafts are for those only who may change them; what is still to come on an earlier
 * day than today was not there yet.
 */
export function campaignRows(resolution: Resolution, reader: CampaignReader, today: PlainDate): readonly CampaignRow[] {
  const { snapshot, on } = resolution;
  const acknowledged = acknowledgementsBy(snapshot.acknowledgement, on);
  return snapshot.campaign
    .filter(({ state, from }) => (state !== 'draft' || reader.seesAnswers) && (on >= today || from <= on))
    .map((campaign) => {
      const rows = acknowledged(campaign);
      return rowOf(campaign, campaignStanding(resolution, campaign, rows), rows, resolution, reader);
    })
    .sort((a, b) => (a.from === b.from ? (a.id < b.id ? 1 : -1) : a.from < b.from ? 1 : -1));
}

export function campaignDetail(resolution: Resolution, campaign: Campaign, reader: CampaignReader): CampaignDetail {
  const rows = acknowledgementsBy(resolution.snapshot.acknowledgement, resolution.on)(campaign);
  const standing = campaignStanding(resolution, campaign, rows);
  return {
    ...rowOf(campaign, standing, rows, resolution, reader),
    units: completionByUnit(standing),
    acknowledged: rows.size,
  };
}

export interface CampaignPeopleQuery {
  readonly show: 'open' | 'done' | 'all';
  readonly search: string;
  readonly limit: number;
  readonly after?: string | undefined;
}

const placeOf = ({ name, id }: Pick<CampaignPersonRow, 'name' | 'id'>): string => `${name.toLowerCase()}\u0000${id}`;

/** The audience by name, a page at a time. */
export function campaignPeople(
  resolution: Resolution,
  campaign: Campaign,
  { show, search, limit, after }: CampaignPeopleQuery,
): CampaignPage {
  const { snapshot, on } = resolution;
  const accounts = new Map(snapshot.membership.map(({ userId, personId }) => [userId, personId]));
  const rows = acknowledgementsBy(snapshot.acknowledgement, on)(campaign);
  const wanted = search.trim().toLowerCase();
  const found = campaignStanding(resolution, campaign, rows)
    .people.filter((one) => show === 'all' || (one.acknowledged !== null) === (show === 'done'))
    .filter(({ person }) => `${person.name} ${person.unit ?? ''}`.toLowerCase().includes(wanted))
    .map(({ person: { id, name, unit }, acknowledged }): CampaignPersonRow => ({
      id,
      name,
      unit,
      on: acknowledged?.on ?? null,
      score: acknowledged?.score ?? null,
      recorded: acknowledged !== null && (acknowledged.userId === null || accounts.get(acknowledged.userId) !== id),
    }))
    .sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
  const rest = after === undefined ? found : found.filter((row) => placeOf(row) > after);
  const page = rest.slice(0, limit);
  const last = page.at(-1);
  return { rows: page, total: found.length, next: rest.length > limit && last !== undefined ? placeOf(last) : null };
}
