import { z } from 'zod';
import { plainDateSchema, type PlainDate } from '../../kernel/date.ts';
import { rowAnswer } from '../../kernel/entity.ts';
import type { Hours } from '../../kernel/hours.ts';
import { idSchema, type PersonId, type RoleId } from '../../kernel/id.ts';
import { pageQuery, type Page } from '../../kernel/list.ts';
import type { Money } from '../../kernel/money.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import { lineSchema } from '../../kernel/text.ts';
import type { TrainingHindrance } from './approval.ts';
import type { Budget } from './budget.ts';
import { completion } from './completion.ts';
import { effectRecord } from './effect.ts';
import { trainingFields, type Measure, type Training, type TrainingSession } from './model.ts';
import { seenTrainings } from './measure-contract.ts';
import type { Proposal, ServedGap } from './plan.ts';
import { askedTraining, trainingEdit } from './planning.ts';
import type { EffectState } from './training-standing.ts';

export const MOST_PROPOSALS = 500;

export interface TrainingRow extends Training {
  readonly personName: string;
  readonly unit: string | null;
  readonly personLeft: boolean;
  readonly measureName: string;
  readonly roleName: string | null;
  readonly competenceName: string | null;
  /** As recorded, else as the measure says. */
  readonly price: Money | null;
  readonly hours: Hours | null;
  readonly overdue: boolean;
  /** It was done before anybody approved it. */
  readonly unapproved: boolean;
  readonly effect: EffectState;
  /** By when it has to be repeated, where nobody has done it again since. */
  readonly dueAgain: PlainDate | null;
  readonly sessionOn: PlainDate | null;
  readonly requestedByName: string | null;
  /** Whether the reader is the one who is trained: somebody else says that it is done, and checks its effect. */
  readonly own: boolean;
  /** What keeps the reader from approving it; null when nothing does. */
  readonly hindrance: TrainingHindrance | null;
}

export interface ProposalRow extends Proposal {
  readonly personName: string;
  readonly unit: string | null;
  readonly roleName: string | null;
  readonly measureName: string;
  /** In a sentence that names the facts. */
  readonly reason: string;
  readonly gapNames: readonly string[];
}

export interface ProposalPage {
  /** At most 500; the weightiest of each person. */
  readonly proposals: readonly ProposalRow[];
  readonly total: number;
  /** Gaps that no measure of the catalogue closes, by competence and level. */
  readonly unserved: readonly {
    readonly competence: string;
    readonly name: string;
    readonly level: ServedGap['level'];
    readonly people: number;
  }[];
  readonly underWay: number;
  /** The measures that are proposed or would do as well, with what the page shows of them. */
  readonly measures: readonly Pick<Measure, 'id' | 'name' | 'cost' | 'hours'>[];
}

/** How the plan stands, and what it takes. */
export interface PlanSummary {
  readonly counts: { readonly [S in TrainingShow]: number };
  /** What is approved, the sessions' own costs among it. */
  readonly approved: Budget;
  /** What is asked for and waits for approval. */
  readonly asked: Budget;
  /** Of `approved`: for sessions as a whole, whoever comes. */
  readonly sessions: Budget;
  /** What was done before anybody approved it. */
  readonly unapproved: Budget;
}

export const trainingShows = [
  'open',
  'waiting',
  'planned',
  'enrolled',
  'overdue',
  'reported',
  'checks',
  'completed',
  'unapproved',
  'all',
] as const;
export type TrainingShow = (typeof trainingShows)[number];

export const trainingGroupings = ['person', 'role', 'unit', 'measure'] as const;

/** The plan of one person, role, unit or measure. */
export interface TrainingGroup {
  /** The id or name that the list is filtered by; null for trainings that belong to none. */
  readonly key: string | null;
  readonly name: string | null;
  readonly open: number;
  readonly waiting: number;
  readonly overdue: number;
  readonly checks: number;
  readonly completed: number;
  /** Of what is open. */
  readonly budget: Pick<Budget, 'costs' | 'hours'>;
}

const paper = z.strictObject({ signer: lineSchema(200), on: plainDateSchema }).nullable();
const changed = answers<{ readonly changed: number }>();
const errors = ['invalid', 'forbidden', 'not-found', 'conflict'] as const;

export const trainingRoutes = {
  sessionInvitation: defineRoute({
    id: 'sessionInvitation',
    method: 'GET',
    path: `${inOrganization}/trainings/{trainingId}/invitation`,
    asOf: true,
    summary: 'The calendar file of the session in which a training has a place.',
    access: 'organization',
    answer: answers<void>(),
    download: true,
    errors: ['invalid', 'not-found'],
  }),
  trainings: defineRoute({
    id: 'trainings',
    method: 'GET',
    path: `${inOrganization}/trainings`,
    asOf: true,
    summary: 'The register of trainings.',
    access: 'organization',
    query: z.strictObject({
      ...pageQuery,
      show: z.enum(trainingShows).default('all'),
      search: z.string().max(200).optional(),
      personId: z.string().max(40).optional(),
      measureId: z.string().max(40).optional(),
      sessionId: z.string().max(40).optional(),
      roleId: z.string().max(40).optional(),
      unit: z.string().max(120).optional(),
      sort: z.enum(['due', '-due', 'person', '-person', 'measure', '-measure']).default('due'),
    }),
    answer: answers<Page<TrainingRow>>(),
    errors: ['invalid', 'not-found'],
  }),
  trainingSummary: defineRoute({
    id: 'trainingSummary',
    method: 'GET',
    path: `${inOrganization}/training-plan`,
    asOf: true,
    summary: 'How many trainings there are in each state, and what the plan takes by currency and quarter.',
    access: 'organization',
    answer: answers<PlanSummary>(),
    errors: ['invalid', 'not-found'],
  }),
  trainingGroups: defineRoute({
    id: 'trainingGroups',
    method: 'GET',
    path: `${inOrganization}/training-plan/groups`,
    asOf: true,
    summary: 'The plan by person, role, unit or measure.',
    access: 'organization',
    query: z.strictObject({ by: z.enum(trainingGroupings) }),
    answer: answers<readonly TrainingGroup[]>(),
    errors: ['invalid', 'not-found'],
  }),
  trainingProposals: defineRoute({
    id: 'trainingProposals',
    method: 'GET',
    path: `${inOrganization}/training-plan/proposals`,
    asOf: true,
    summary: 'The trainings that suggest themselves: from gaps of competence, from audiences, and to be repeated.',
    access: 'organization',
    query: z.strictObject({
      personId: idSchema<PersonId>().optional(),
      roleId: idSchema<RoleId>().optional(),
      unit: z.string().max(120).optional(),
    }),
    answer: answers<ProposalPage>(),
    errors: ['invalid', 'not-found'],
  }),
  planTrainings: defineRoute({
    id: 'planTrainings',
    method: 'POST',
    path: `${inOrganization}/trainings`,
    summary: 'Asks for trainings: all of them or none, one change in the trail. They wait for approval.',
    access: 'organization',
    body: z.strictObject({ trainings: z.array(askedTraining).min(1).max(MOST_PROPOSALS) }),
    answer: answers<{ readonly asked: number }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'already-exists'],
  }),
  training: defineRoute({
    id: 'training',
    method: 'GET',
    path: `${inOrganization}/trainings/{trainingId}`,
    asOf: true,
    summary: 'One training, with the session and the measure that it is by.',
    access: 'organization',
    answer: answers<TrainingRow & { readonly measure: Measure; readonly session: TrainingSession | null }>(),
    errors: ['invalid', 'not-found'],
  }),
  updateTraining: defineRoute({
    id: 'updateTraining',
    method: 'PATCH',
    path: `${inOrganization}/trainings/{trainingId}`,
    summary:
      'Changes a training. Who gives it another measure, a higher price or a later day asks for it; it waits for approval, again where it was approved.',
    versioned: true,
    access: 'organization',
    body: trainingEdit,
    answer: rowAnswer<Training>(trainingFields),
    errors,
  }),
  approveTrainings: defineRoute({
    id: 'approveTrainings',
    method: 'POST',
    path: `${inOrganization}/trainings/approval`,
    summary:
      "Gives a second person's word on trainings as one change, or records that it was given on paper. Neither who asked for them nor who is trained can.",
    access: 'organization',
    body: z.strictObject({ trainings: seenTrainings, paper: paper.default(null) }),
    answer: changed,
    errors,
  }),
  declineTrainings: defineRoute({
    id: 'declineTrainings',
    method: 'POST',
    path: `${inOrganization}/trainings/refusal`,
    summary: 'Declines trainings with a reason; they are cancelled.',
    access: 'organization',
    body: z.strictObject({ trainings: seenTrainings, reason: lineSchema(1000) }),
    answer: changed,
    errors,
  }),
  cancelTrainings: defineRoute({
    id: 'cancelTrainings',
    method: 'POST',
    path: `${inOrganization}/trainings/cancellation`,
    summary: 'Cancels trainings that are still to happen.',
    access: 'organization',
    body: z.strictObject({ trainings: seenTrainings, reason: lineSchema(1000) }),
    answer: changed,
    errors,
  }),
  completeTrainings: defineRoute({
    id: 'completeTrainings',
    method: 'POST',
    path: `${inOrganization}/trainings/completion`,
    summary:
      'Records trainings of others as done, with evidence. The check of the effect is scheduled; a certificate also proves the competences of the measure.',
    access: 'organization',
    body: completion,
    answer: changed,
    errors,
  }),
  reportTraining: defineRoute({
    id: 'reportTraining',
    method: 'POST',
    path: `${inOrganization}/trainings/{trainingId}/report`,
    summary: 'Says that one did a training, to be confirmed by somebody else.',
    versioned: true,
    access: 'organization',
    body: trainingFields.shape.reported.unwrap(),
    answer: rowAnswer<Training>(trainingFields),
    errors,
  }),
  recordEffect: defineRoute({
    id: 'recordEffect',
    method: 'POST',
    path: `${inOrganization}/trainings/{trainingId}/effectiveness`,
    summary:
      'Records what the check of the effect found, the level that was shown, and what is asked for next: one change.',
    versioned: true,
    access: 'organization',
    body: effectRecord,
    answer: rowAnswer<Training>(trainingFields),
    errors: [...errors, 'already-exists'],
  }),
} as const;
