import { z } from 'zod';
import { rowAnswer } from '../../kernel/entity.ts';
import { idSchema, type RequirementCompetenceId, type RoleId } from '../../kernel/id.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import { requirementCompetenceFields, type RequirementCompetence } from './model.ts';
import type { RequiredPage } from './required-list.ts';

const path = `${inOrganization}/competence/required` as const;
const version = z.int().positive();
const seenRole = z.strictObject({ id: idSchema<RoleId>(), version });
const seenRow = z.strictObject({ id: idSchema<RequirementCompetenceId>(), version });
const written = requirementCompetenceFields.omit({ requestedBy: true, approval: true });

export const requiredCompetenceRoutes = {
  competenceRequirements: defineRoute({
    id: 'competenceRequirements',
    method: 'GET',
    path,
    asOf: true,
    summary: 'What each role and each requirement asks of people, and whether a second person has approved it.',
    access: 'organization',
    answer: answers<RequiredPage>(),
    errors: ['invalid', 'not-found'],
  }),
  takeRequiredDefaults: defineRoute({
    id: 'takeRequiredDefaults',
    method: 'POST',
    path: `${path}/defaults`,
    summary: 'Gives roles that require nothing what their templates ask for: one change.',
    access: 'organization',
    body: z.strictObject({ roles: z.array(seenRole).min(1).max(500) }),
    answer: answers<{ readonly roles: number }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  requireCompetence: defineRoute({
    id: 'requireCompetence',
    method: 'POST',
    path: `${path}/requirements`,
    summary: 'Says that a requirement calls for a competence of everybody who is accountable or responsible for it.',
    access: 'organization',
    body: written,
    answer: rowAnswer<RequirementCompetence>(requirementCompetenceFields),
    errors: ['invalid', 'forbidden', 'not-found', 'already-exists'],
  }),
  updateRequiredCompetence: defineRoute({
    id: 'updateRequiredCompetence',
    method: 'PATCH',
    path: `${path}/requirements/{requirementCompetenceId}`,
    summary: 'Changes level, weight or reason of what a requirement calls for.',
    versioned: true,
    access: 'organization',
    body: written.omit({ requirementId: true, competence: true }).partial(),
    answer: rowAnswer<RequirementCompetence>(requirementCompetenceFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  removeRequiredCompetence: defineRoute({
    id: 'removeRequiredCompetence',
    method: 'DELETE',
    path: `${path}/requirements/{requirementCompetenceId}`,
    summary: 'Says that a requirement no longer calls for a competence.',
    versioned: true,
    access: 'organization',
    answer: answers<{ readonly id: RequirementCompetenceId }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  approveRequiredCompetences: defineRoute({
    id: 'approveRequiredCompetences',
    method: 'POST',
    path: `${path}/approval`,
    summary: "Gives a second person's word on what roles and requirements ask for: on all of it, or on none.",
    access: 'organization',
    body: z.strictObject({
      roles: z.array(seenRole).max(500).default([]),
      requirements: z.array(seenRow).max(500).default([]),
    }),
    answer: answers<{ readonly approved: number }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
} as const;
