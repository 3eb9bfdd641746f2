import { z } from 'zod';
import { plainDateSchema, type PlainDate } from '../../kernel/date.ts';
import { rowAnswer } from '../../kernel/entity.ts';
import { idSchema, type CampaignId, type PersonId } from '../../kernel/id.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import type { UnitCompletion } from './campaign-standing.ts';
import { campaignFields, type Campaign } from './model.ts';
import type { QuizResult } from './quiz.ts';
import type { TopicCoverage } from './topic-coverage.ts';

/** What a question looks like to who answers it. */
export interface AskedQuestion {
  readonly question: string;
  readonly options: readonly string[];
}

/** A campaign with how far it is. The right answers are told to those only who may change it. */
export interface CampaignRow extends Omit<Campaign, 'questions'> {
  readonly questions: readonly (AskedQuestion & { readonly answer: number | null })[];
  readonly done: number;
  readonly of: number;
  readonly overdue: boolean;
  /** The day on which it should run again. */
  readonly next: PlainDate | null;
  /** What it is to who asks: `to-do` while they are asked for it. */
  readonly mine: 'to-do' | 'done' | null;
  /** The day on which they acknowledged it. */
  readonly mineOn: PlainDate | null;
}

export interface CampaignDetail extends CampaignRow {
  readonly units: readonly UnitCompletion[];
  /** Everybody who ever acknowledged it, those who have left since among them. */
  readonly acknowledged: number;
}

export interface CampaignPersonRow {
  readonly id: PersonId;
  readonly name: string;
  readonly unit: string | null;
  readonly on: PlainDate | null;
  readonly score: { readonly right: number; readonly of: number } | null;
  /** Recorded by somebody else's account, such as from a signed list. */
  readonly recorded: boolean;
}

export interface CampaignPage {
  readonly rows: readonly CampaignPersonRow[];
  readonly total: number;
  readonly next: string | null;
}

const campaigns = `${inOrganization}/campaigns`;
const campaign = `${campaigns}/{campaignId}`;
const written = campaignFields.omit({ state: true });

export const awarenessRoutes = {
  awareness: defineRoute({
    id: 'awareness',
    method: 'GET',
    path: `${inOrganization}/awareness`,
    asOf: true,
    summary: 'How many people have acknowledged what 7.3 asks them to be aware of, within the last twelve months.',
    access: 'organization',
    answer: answers<readonly TopicCoverage[]>(),
    errors: ['invalid', 'not-found'],
  }),
  campaigns: defineRoute({
    id: 'campaigns',
    method: 'GET',
    path: campaigns,
    asOf: true,
    summary: 'The awareness campaigns, the latest first, with how far each is.',
    access: 'organization',
    answer: answers<readonly CampaignRow[]>(),
    errors: ['invalid', 'not-found'],
  }),
  campaign: defineRoute({
    id: 'campaign',
    method: 'GET',
    path: campaign,
    asOf: true,
    summary: 'One campaign, with its completion by unit.',
    access: 'organization',
    answer: answers<CampaignDetail>(),
    errors: ['invalid', 'not-found'],
  }),
  campaignPeople: defineRoute({
    id: 'campaignPeople',
    method: 'GET',
    path: `${campaign}/people`,
    asOf: true,
    summary: 'The audience of a campaign, by name, with who has acknowledged it.',
    access: 'organization',
    query: z.strictObject({
      show: z.enum(['open', 'done', 'all']).default('open'),
      search: z.string().max(200).default(''),
      limit: z.coerce.number().int().min(1).max(500).default(100),
      after: z.string().max(400).optional(),
    }),
    answer: answers<CampaignPage>(),
    errors: ['invalid', 'not-found'],
  }),
  createCampaign: defineRoute({
    id: 'createCampaign',
    method: 'POST',
    path: campaigns,
    summary: 'Drafts a campaign.',
    access: 'organization',
    body: written,
    answer: rowAnswer<Campaign>(campaignFields),
    errors: ['invalid', 'forbidden', 'not-found'],
  }),
  updateCampaign: defineRoute({
    id: 'updateCampaign',
    method: 'PATCH',
    path: campaign,
    summary: 'Changes, opens or closes a campaign. What people have acknowledged stays as it is.',
    versioned: true,
    access: 'organization',
    body: campaignFields.partial(),
    answer: rowAnswer<Campaign>(campaignFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  runCampaignAgain: defineRoute({
    id: 'runCampaignAgain',
    method: 'POST',
    path: `${campaign}/again`,
    summary: 'Drafts the same campaign for another time.',
    access: 'organization',
    body: z.strictObject({ from: plainDateSchema }),
    answer: rowAnswer<Campaign>(campaignFields),
    errors: ['invalid', 'forbidden', 'not-found'],
  }),
  removeCampaign: defineRoute({
    id: 'removeCampaign',
    method: 'DELETE',
    path: campaign,
    summary: 'Removes a campaign that nobody has acknowledged.',
    versioned: true,
    access: 'organization',
    answer: answers<{ readonly id: CampaignId }>(),
    errors: ['forbidden', 'not-found', 'conflict', 'still-used'],
  }),
  acknowledgeCampaign: defineRoute({
    id: 'acknowledgeCampaign',
    method: 'POST',
    path: `${campaign}/acknowledgement`,
    versioned: true,
    summary: 'Acknowledges a campaign for oneself, with the answers to its questions. Nothing is kept of a failed try.',
    access: 'organization',
    body: z.strictObject({ answers: z.array(z.int().min(0).max(5)).max(20).default([]) }),
    answer: answers<QuizResult>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  recordAcknowledgements: defineRoute({
    id: 'recordAcknowledgements',
    method: 'POST',
    path: `${campaign}/acknowledgements`,
    summary: 'Records for others that they acknowledged, such as from a signed list.',
    access: 'organization',
    body: z.strictObject({ personIds: z.array(idSchema<PersonId>()).min(1).max(5000), on: plainDateSchema }),
    answer: answers<{ readonly recorded: number }>(),
    errors: ['invalid', 'forbidden', 'not-found'],
  }),
} as const;
