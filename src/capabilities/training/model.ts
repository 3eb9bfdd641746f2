import { z } from 'zod';
import { plainDateSchema } from '../../kernel/date.ts';
import { decisionSchema, type Entity } from '../../kernel/entity.ts';
import { hoursSchema } from '../../kernel/hours.ts';
import {
  idSchema,
  type AcknowledgementId,
  type CampaignId,
  type EvidenceId,
  type MeasureId,
  type PersonId,
  type RoleId,
  type TrainingId,
  type TrainingSessionId,
  type UserId,
} from '../../kernel/id.ts';
import { levelSchema } from '../../kernel/level.ts';
import { moneySchema } from '../../kernel/money.ts';
import { lineSchema, proseSchema } from '../../kernel/text.ts';
import { competenceKeySchema, monthsSchema } from '../competence/model.ts';

export const measureKinds = [
  'course',
  'e-learning',
  'mentoring',
  'reading',
  'on-the-job',
  'exercise',
  'awareness',
] as const;
export type MeasureKind = (typeof measureKinds)[number];

/** Who a measure or campaign is for: everybody, or who holds one of the roles, or works in one of the units. */
export const audienceSchema = z.strictObject({
  everyone: z.boolean(),
  roleIds: z.array(idSchema<RoleId>()).max(200),
  units: z.array(lineSchema(120)).max(500),
  /** Whether people from outside belong to it. */
  externals: z.boolean(),
});
export type Audience = z.output<typeof audienceSchema>;

/** How the effect of a training is checked, chosen beforehand. */
export const effectivenessMethods = [
  'test',
  'interview',
  'observed',
  'manager',
  'exercise',
  'incident-figures',
] as const;
export type EffectivenessMethod = (typeof effectivenessMethods)[number];

/** Something that makes people more competent: a course, mentoring, reading, work under guidance. */
export const measureFields = z.strictObject({
  name: lineSchema(200),
  kind: z.enum(measureKinds),
  description: proseSchema(4000),
  provider: lineSchema(200).nullable(),
  /** For each person. */
  cost: moneySchema.nullable(),
  /** Working hours that it takes of each person. */
  hours: hoursSchema.nullable(),
  /** What somebody can do after it. */
  competences: z.array(z.strictObject({ competence: competenceKeySchema, level: levelSchema })).max(60),
  /** The kind of certificate that it ends with. */
  evidenceKind: lineSchema(60).nullable(),
  /** It has to be repeated after so many months. */
  repeatMonths: monthsSchema.nullable(),
  /** Null: nobody checks its effect. */
  effectiveness: z
    .strictObject({ method: z.enum(effectivenessMethods), afterDays: z.int().min(0).max(730) })
    .nullable(),
  /** Who has to do it whatever they can already; null: only who lacks a competence. */
  audience: audienceSchema.nullable(),
  withdrawn: z.boolean(),
});
export type MeasureFields = z.output<typeof measureFields>;
export type Measure = Entity<MeasureId, MeasureFields>;

/** A time of the day, `HH:MM`. */
const clockTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Expected a time as HH:MM.');

export const sessionStates = ['planned', 'held', 'cancelled'] as const;

/** One date on which a measure takes place. */
export const trainingSessionFields = z.strictObject({
  measureId: idSchema<MeasureId>(),
  on: plainDateSchema,
  startsAt: clockTime.nullable(),
  endsAt: clockTime.nullable(),
  /** IANA name, such as `Europe/Zurich`, of the place where those times hold. */
  timeZone: lineSchema(60),
  place: lineSchema(300).nullable(),
  trainer: lineSchema(200).nullable(),
  capacity: z.int().min(1).max(10_000).nullable(),
  /** For the session as a whole, whoever comes. */
  cost: moneySchema.nullable(),
  state: z.enum(sessionStates),
  note: proseSchema(2000),
});
export type TrainingSessionFields = z.output<typeof trainingSessionFields>;
export type TrainingSession = Entity<TrainingSessionId, TrainingSessionFields>;

/** proposed: from a gap, waits for approval. planned: approved. enrolled: has a session. completed. cancelled: it will not happen. */
export const trainingStates = ['proposed', 'planned', 'enrolled', 'completed', 'cancelled'] as const;
export type TrainingState = (typeof trainingStates)[number];

export const effectivenessResults = ['effective', 'partly', 'not-effective'] as const;

/** One person's training: planned from a gap, approved, attended, completed with evidence, its effect checked later (7.2 c, d). */
export const trainingFields = z.strictObject({
  personId: idSchema<PersonId>(),
  measureId: idSchema<MeasureId>(),
  /** The role, competence and level that it is for; null where the measure is for everybody. */
  roleId: idSchema<RoleId>().nullable(),
  competence: competenceKeySchema.nullable(),
  level: levelSchema.nullable(),
  reason: proseSchema(1000),
  due: plainDateSchema,
  state: z.enum(trainingStates),
  sessionId: idSchema<TrainingSessionId>().nullable(),
  completedOn: plainDateSchema.nullable(),
  evidenceIds: z.array(idSchema<EvidenceId>()).max(20),
  note: proseSchema(2000),
  /** What the person says of it themself: it waits for confirmation. */
  reported: z
    .strictObject({
      on: plainDateSchema,
      note: proseSchema(1000),
      evidenceIds: z.array(idSchema<EvidenceId>()).max(20),
    })
    .nullable(),
  /** What it cost; null: as the measure says. */
  cost: moneySchema.nullable(),
  effectiveness: z
    .strictObject({
      method: z.enum(effectivenessMethods),
      due: plainDateSchema,
      result: z.enum(effectivenessResults).nullable(),
      on: plainDateSchema.nullable(),
      by: lineSchema(200).nullable(),
      note: proseSchema(2000),
    })
    .nullable(),
  requestedBy: idSchema<UserId>().nullable(),
  /** Neither who asked nor who is trained. */
  approval: decisionSchema.nullable(),
});
export type TrainingFields = z.output<typeof trainingFields>;
export type Training = Entity<TrainingId, TrainingFields>;

/** The three things that 7.3 a) to c) ask people to be aware of, and what an organization adds. */
export const awarenessTopics = ['policy', 'contribution', 'consequences', 'other'] as const;
export type AwarenessTopic = (typeof awarenessTopics)[number];

export const campaignStates = ['draft', 'open', 'closed'] as const;

/** A message or document that an audience reads and acknowledges, or answers questions about. */
export const campaignFields = z.strictObject({
  title: lineSchema(200),
  message: proseSchema(20_000),
  link: z
    .url({ protocol: /^https?$/, error: 'Expected an address that begins with https://.' })
    .max(500)
    .nullable(),
  /** A document to read. */
  evidenceId: idSchema<EvidenceId>().nullable(),
  topics: z.array(z.enum(awarenessTopics)).max(4),
  audience: audienceSchema,
  from: plainDateSchema,
  due: plainDateSchema,
  state: z.enum(campaignStates),
  questions: z
    .array(
      z.strictObject({
        question: lineSchema(400),
        options: z.array(lineSchema(300)).min(2, 'At least two answers to choose from.').max(6),
        /** Place of the right one, from 0. */
        answer: z.int().min(0).max(5),
      }),
    )
    .max(20)
    .refine((all) => all.every(({ options, answer }) => answer < options.length), 'The right answer is none of them.'),
  /** Share of right answers that passes, 0 to 1. */
  passShare: z.number().min(0).max(1),
  remindDays: z.int().min(1).max(90).nullable(),
  repeatMonths: monthsSchema.nullable(),
});
export type CampaignFields = z.output<typeof campaignFields>;
export type Campaign = Entity<CampaignId, CampaignFields>;

/** Somebody of the audience has read it, and passed its questions where it has some. */
export const acknowledgementFields = z.strictObject({
  campaignId: idSchema<CampaignId>(),
  personId: idSchema<PersonId>(),
  on: plainDateSchema,
  score: z.strictObject({ right: z.int().min(0), of: z.int().min(1) }).nullable(),
  /** The account that acknowledged; another account than the person's records it for them, such as from a signed list. */
  userId: idSchema<UserId>().nullable(),
});
export type AcknowledgementFields = z.output<typeof acknowledgementFields>;
export type Acknowledgement = Entity<AcknowledgementId, AcknowledgementFields>;
