import { z } from 'zod';
import { requirementIdSchema } from '../../domain/requirement.ts';
import { plainDateSchema } from '../../kernel/date.ts';
import type { Entity } from '../../kernel/entity.ts';
import { idSchema, type ActionId, type AnalysisId, type PersonId, type ProjectId } from '../../kernel/id.ts';
import { lineSchema, proseSchema } from '../../kernel/text.ts';

export const projectStates = ['analysis', 'planning', 'execution', 'closed'] as const;
export type ProjectState = (typeof projectStates)[number];

/** The formal way to the ISMS's resources: what each requirement calls for, what is at hand, what is missing, and who fills it by when. */
export const projectFields = z.strictObject({
  name: lineSchema(160),
  purpose: proseSchema(4000),
  managerId: idSchema<PersonId>(),
  memberIds: z.array(idSchema<PersonId>()).max(100),
  from: plainDateSchema,
  /** The day after the last. */
  to: plainDateSchema.nullable(),
  state: z.enum(projectStates, { error: `Expected one of ${projectStates.join(', ')}.` }),
});
export type ProjectFields = z.output<typeof projectFields>;
export type Project = Entity<ProjectId, ProjectFields>;

export const analysisVerdicts = ['enough', 'partly', 'missing'] as const;
export type AnalysisVerdict = (typeof analysisVerdicts)[number];

/** What a project found of one requirement. `verdict` is null until somebody has judged it. */
export const analysisFields = z.strictObject({
  projectId: idSchema<ProjectId>(),
  requirementId: requirementIdSchema,
  callsFor: proseSchema(4000),
  atHand: proseSchema(4000),
  verdict: z.enum(analysisVerdicts, { error: `Expected one of ${analysisVerdicts.join(', ')}.` }).nullable(),
  /** What is missing, where something is. */
  gap: proseSchema(4000),
});
export type AnalysisFields = z.output<typeof analysisFields>;
export type Analysis = Entity<AnalysisId, AnalysisFields>;

export const actionStates = ['open', 'in-progress', 'done', 'dropped'] as const;
export type ActionState = (typeof actionStates)[number];

/** Something that somebody must do by a date. */
export const actionFields = z.strictObject({
  title: lineSchema(200),
  description: proseSchema(4000),
  ownerId: idSchema<PersonId>(),
  due: plainDateSchema,
  state: z.enum(actionStates, { error: `Expected one of ${actionStates.join(', ')}.` }),
  /** Set when it is done or dropped. */
  closedOn: plainDateSchema.nullable(),
  requirementId: requirementIdSchema.nullable(),
  /** The project whose plan it belongs to; null for an action from elsewhere. */
  projectId: idSchema<ProjectId>().nullable(),
});
export type ActionFields = z.output<typeof actionFields>;
export type Action = Entity<ActionId, ActionFields>;
