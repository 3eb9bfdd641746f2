import { z } from 'zod';
import { rowAnswer } from '../../kernel/entity.ts';
import {
  idSchema,
  type ChangeId,
  type CompetenceFrameworkId,
  type CompetenceId,
  type CompetenceMappingId,
  type RoleId,
} from '../../kernel/id.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import { lineSchema } from '../../kernel/text.ts';
import { changedCompetence, raisedEdition, writtenCompetence } from './framework-change.ts';
import type {
  ChoosableCompetence,
  FrameworkInUse,
  ListedWorkRole,
  MappingPage,
  WorkRolePage,
} from './framework-list.ts';
import {
  competenceFields,
  competenceKeySchema,
  competenceMappingFields,
  requiredCompetenceSchema,
  type Competence,
} from './model.ts';
import type { PublishedImportReport } from './published-import.ts';

const path = `${inOrganization}/competence` as const;
const version = z.int().positive();
const mappingId = idSchema<CompetenceMappingId>();

/** Into which role something of a work role is taken: one that is there, as it was seen, or a new one. */
const filledInto = z.union([
  z.strictObject({ roleId: idSchema<RoleId>(), version }),
  z.strictObject({
    key: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Expected small letters, digits and hyphens.')
      .max(60),
    name: lineSchema(120),
  }),
]);

export const competenceFrameworkRoutes = {
  competenceFramework: defineRoute({
    id: 'competenceFramework',
    method: 'GET',
    path: `${path}/framework`,
    asOf: true,
    summary: 'The competences in use, shipped, own and taken in, with where each is required and by how many held.',
    access: 'organization',
    answer: answers<FrameworkInUse>(),
    errors: ['invalid', 'not-found'],
  }),
  competences: defineRoute({
    id: 'competences',
    method: 'GET',
    path: `${path}/competences`,
    asOf: true,
    summary: 'The competences that may be chosen, by name.',
    access: 'organization',
    answer: answers<readonly ChoosableCompetence[]>(),
    errors: ['invalid', 'not-found'],
  }),
  createCompetence: defineRoute({
    id: 'createCompetence',
    method: 'POST',
    path: `${path}/competences`,
    summary: "Adds a competence of the organization's own, or its wording of one that comes with Muster.",
    access: 'organization',
    body: writtenCompetence,
    answer: rowAnswer<Competence>(competenceFields),
    errors: ['invalid', 'forbidden', 'not-found', 'already-exists'],
  }),
  updateCompetence: defineRoute({
    id: 'updateCompetence',
    method: 'PATCH',
    path: `${path}/competences/{competenceId}`,
    summary: 'Changes a competence, retires it or brings it back.',
    versioned: true,
    access: 'organization',
    body: changedCompetence,
    answer: rowAnswer<Competence>(competenceFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  removeCompetence: defineRoute({
    id: 'removeCompetence',
    method: 'DELETE',
    path: `${path}/competences/{competenceId}`,
    summary: 'Removes an own competence that nothing refers to, or the own wording of a shipped one.',
    versioned: true,
    access: 'organization',
    answer: answers<{ readonly id: CompetenceId }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'still-used'],
  }),
  raiseEdition: defineRoute({
    id: 'raiseEdition',
    method: 'POST',
    path: `${path}/framework/edition`,
    summary: "Names the present edition of the organization's own framework, with what is new in it.",
    access: 'organization',
    body: raisedEdition,
    answer: answers<{ readonly change: ChangeId | null }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
  importCompetenceFramework: defineRoute({
    id: 'importCompetenceFramework',
    method: 'POST',
    path: `${path}/framework/import`,
    file: true,
    summary:
      'Takes the NICE Framework or the profiles of the ECSF in from JSON; with dryRun=true shows every row and writes nothing.',
    access: 'organization',
    query: z.strictObject({
      name: z.string().min(1).max(255),
      dryRun: z.enum(['true', 'false']).default('true'),
    }),
    answer: answers<PublishedImportReport>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists', 'too-large', 'unreadable'],
  }),
  removeCompetenceFramework: defineRoute({
    id: 'removeCompetenceFramework',
    method: 'DELETE',
    path: `${path}/frameworks/{competenceFrameworkId}`,
    summary: 'Removes a framework that was taken in with its work roles and mappings, unless something refers to it.',
    versioned: true,
    access: 'organization',
    answer: answers<{ readonly id: CompetenceFrameworkId }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'still-used'],
  }),
  frameworkExport: defineRoute({
    id: 'frameworkExport',
    method: 'GET',
    path: `${path}/framework/export`,
    asOf: true,
    download: true,
    summary: 'The competences in use as CSV, with the attribution that each source asks for.',
    access: 'organization',
    answer: answers<Uint8Array>(),
    errors: ['invalid', 'not-found'],
  }),
  competenceMappings: defineRoute({
    id: 'competenceMappings',
    method: 'GET',
    path: `${path}/mappings`,
    asOf: true,
    summary: 'Which competence counts for which other, and what Muster suggests.',
    access: 'organization',
    answer: answers<MappingPage>(),
    errors: ['invalid', 'not-found'],
  }),
  editCompetenceMappings: defineRoute({
    id: 'editCompetenceMappings',
    method: 'PUT',
    path: `${path}/mappings`,
    summary: 'Adds, changes and removes mappings between competences: all of it or nothing, one change.',
    access: 'organization',
    body: z.strictObject({
      add: z.array(competenceMappingFields).max(2_000).default([]),
      change: z
        .array(
          z.strictObject({
            id: mappingId,
            version,
            ...competenceMappingFields.pick({ relation: true, note: true }).partial().shape,
          }),
        )
        .max(2_000)
        .default([]),
      remove: z
        .array(z.strictObject({ id: mappingId, version }))
        .max(2_000)
        .default([]),
    }),
    answer: answers<{ readonly change: ChangeId | null }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
  workRoles: defineRoute({
    id: 'workRoles',
    method: 'GET',
    path: `${path}/work-roles`,
    asOf: true,
    summary: 'The work roles and profiles of the frameworks that were taken in.',
    access: 'organization',
    answer: answers<readonly ListedWorkRole[]>(),
    errors: ['invalid', 'not-found'],
  }),
  workRole: defineRoute({
    id: 'workRole',
    method: 'GET',
    path: `${path}/work-roles/{workRoleId}`,
    asOf: true,
    summary: 'One work role: its mission, its tasks, and what one must be able to do.',
    access: 'organization',
    answer: answers<WorkRolePage>(),
    errors: ['invalid', 'not-found'],
  }),
  fillRole: defineRoute({
    id: 'fillRole',
    method: 'POST',
    path: `${path}/work-roles/{workRoleId}/role`,
    summary: 'Takes tasks and competences of a work role into a role of the organization, or makes one: one change.',
    access: 'organization',
    body: z.strictObject({
      into: filledInto,
      responsibilities: z.array(lineSchema(400)).max(60),
      competences: z.array(requiredCompetenceSchema.extend({ competence: competenceKeySchema })).max(200),
    }),
    answer: answers<{ readonly roleId: RoleId }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
} as const;
