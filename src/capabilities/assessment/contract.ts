import { z } from 'zod';
import { plainDateSchema } from '../../kernel/date.ts';
import { idSchema, type RoleId } from '../../kernel/id.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import { requirementIdSchema } from '../../domain/requirement.ts';
import { competenceKeySchema } from '../competence/model.ts';
import type { RoleWaysOut } from '../competence/role-way-out.ts';
import type { WaysOut } from '../competence/way-out.ts';
import type { TrailEntry } from '../trail/entry.ts';
import type { LeaverImpact } from './leaver.ts';
import type { Answer, Assessment, Gap } from './model.ts';

export interface RequirementPage {
  readonly answer: Answer;
  readonly gaps: readonly Gap[];
  /** The latest changes of the cells and the applicability of this requirement, newest first. */
  readonly history: readonly TrailEntry[];
}

export const assessmentRoutes = {
  assessment: defineRoute({
    id: 'assessment',
    method: 'GET',
    path: `${inOrganization}/assessment`,
    asOf: true,
    summary: 'Coverage of every requirement, the gaps and both checklists.',
    access: 'organization',
    answer: answers<Assessment>(),
    errors: ['invalid', 'not-found'],
  }),
  requirement: defineRoute({
    id: 'requirement',
    method: 'GET',
    path: `${inOrganization}/requirements/{requirementId}`,
    asOf: true,
    summary: 'Who answers for one requirement, with what, and whether it is enough.',
    access: 'organization',
    answer: answers<RequirementPage>(),
    errors: ['invalid', 'not-found'],
  }),
  leaver: defineRoute({
    id: 'leaver',
    method: 'GET',
    path: `${inOrganization}/people/{personId}/leaver`,
    summary: 'What becomes orphaned when a person leaves.',
    access: 'organization',
    query: z.strictObject({ to: plainDateSchema }),
    answer: answers<LeaverImpact>(),
    errors: ['invalid', 'not-found'],
  }),
  waysOut: defineRoute({
    id: 'waysOut',
    method: 'GET',
    path: `${inOrganization}/people/{personId}/ways-out`,
    asOf: true,
    summary: 'What may be done about a competence that somebody lacks: train, appoint, bring in, each with its effect.',
    access: 'organization',
    query: z.strictObject({ competence: competenceKeySchema, roleId: idSchema<RoleId>().optional() }),
    answer: answers<WaysOut>(),
    errors: ['invalid', 'not-found'],
  }),
  roleWaysOut: defineRoute({
    id: 'roleWaysOut',
    method: 'GET',
    path: `${inOrganization}/ways-out`,
    asOf: true,
    summary:
      'What may be done where nobody competent does what a role asks, or a requirement through it; without a role, where nobody knows the standard.',
    access: 'organization',
    query: z.strictObject({ roleId: idSchema<RoleId>().optional(), requirementId: requirementIdSchema.optional() }),
    answer: answers<RoleWaysOut>(),
    errors: ['invalid', 'not-found'],
  }),
} as const;
