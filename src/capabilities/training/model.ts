import { z } from 'zod';
import { plainDateSchema } from '../../kernel/date.ts';
import { decisionSchema, type Entity } from '../../kernel/entity.ts';
import { hoursSchema } from '../../kernel/hours.ts';
import {
  idSchema,
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
  /** Neither who asked nor who is trained. What was declined is cancelled. */
  approval: decisionSchema.extend({ verdict: z.enum(['approved', 'declined']) }).nullable(),
});
export type TrainingFields = z.output<typeof trainingFields>;
export type Training = Entity<TrainingId, TrainingFields>;
