import { z } from 'zod';
import { plainDateSchema } from '../../kernel/date.ts';
import { idSchema, type ChangeId, type CompetenceAssessmentId, type PersonId, type RoleId } from '../../kernel/id.ts';
import { levelSchema } from '../../kernel/level.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import type { CompetenceBench } from './bench.ts';
import type { CellDetail } from './cell-detail.ts';
import type { RecordedJudgement } from './judgement-change.ts';
import type { CellFace } from './matrix-cell.ts';
import type { CompetenceMatrix } from './matrix.ts';
import { competenceAssessmentFields, competenceKeySchema, requiredCompetenceSchema } from './model.ts';
import type { RoleCompetences } from './role-matrix.ts';
import type { CompetenceTrend } from './trend.ts';

/** A cell as its editor saw it, and what becomes of it: a level is judged, or a judgement withdrawn that the same account wrote down. */
export const judgedCell = z.strictObject({
  personId: idSchema<PersonId>(),
  competence: competenceKeySchema,
  /** What stood in the cell: the `value` of its face, empty where there was none. */
  seen: z.string().max(4),
  edit: z.union([
    z.strictObject({ level: levelSchema }),
    z.strictObject({
      withdraw: idSchema<CompetenceAssessmentId>(),
      ended: z
        .array(z.strictObject({ id: idSchema<CompetenceAssessmentId>(), to: plainDateSchema.nullable() }))
        .max(100),
    }),
  ]),
});
export type JudgedCell = z.output<typeof judgedCell>;

/** How all levels of one edit were judged. */
export const judgingTerms = competenceAssessmentFields.pick({
  on: true,
  method: true,
  assessorId: true,
  assessorName: true,
  reference: true,
});
export type JudgingTerms = z.output<typeof judgingTerms>;

/** The cells that an edit touched, as they stand now. */
export interface JudgedAnswer {
  readonly cells: readonly { readonly personId: PersonId; readonly competence: string; readonly face: CellFace }[];
  readonly recorded: readonly RecordedJudgement[];
  readonly change: ChangeId | null;
}

/** What a role is to require: a level, or null for no more. `version`: of the role as its editor saw it. */
export const roleEdit = z.strictObject({
  roleId: idSchema<RoleId>(),
  version: z.int().positive(),
  cells: z
    .array(
      z.strictObject({
        competence: competenceKeySchema,
        requirement: requiredCompetenceSchema.pick({ level: true, required: true }).nullable(),
      }),
    )
    .min(1)
    .max(200),
});
export type RoleEdit = z.output<typeof roleEdit>;

const columns = { columns: z.enum(['used', 'all']).default('used') };
const reason = z.string().max(400).default('');

export const competenceMatrixRoutes = {
  competenceMatrix: defineRoute({
    id: 'competenceMatrix',
    method: 'GET',
    path: `${inOrganization}/competence/matrix`,
    asOf: true,
    summary: 'People by competence: what is required of everybody engaged, what they hold, and how they stand.',
    access: 'organization',
    query: z.strictObject(columns),
    answer: answers<CompetenceMatrix>(),
    errors: ['invalid', 'not-found'],
  }),
  competenceCell: defineRoute({
    id: 'competenceCell',
    method: 'GET',
    path: `${inOrganization}/competence/matrix/cell`,
    asOf: true,
    summary: 'What stands behind one cell: what asks for the competence, and what proves it until when.',
    access: 'organization',
    query: z.strictObject({ personId: idSchema<PersonId>(), competence: competenceKeySchema }),
    answer: answers<CellDetail>(),
    errors: ['invalid', 'not-found'],
  }),
  judgeCells: defineRoute({
    id: 'judgeCells',
    method: 'PUT',
    path: `${inOrganization}/competence/matrix`,
    summary: 'Judges levels or withdraws judgements: all of them or none, one change in the trail.',
    access: 'organization',
    body: z.strictObject({ cells: z.array(judgedCell).min(1).max(20_000), terms: judgingTerms, reason }),
    answer: answers<JudgedAnswer>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
  roleCompetences: defineRoute({
    id: 'roleCompetences',
    method: 'GET',
    path: `${inOrganization}/competence/roles`,
    asOf: true,
    summary: 'Roles by competence: what each requires, and what of it was approved.',
    access: 'organization',
    query: z.strictObject(columns),
    answer: answers<RoleCompetences>(),
    errors: ['invalid', 'not-found'],
  }),
  requireCells: defineRoute({
    id: 'requireCells',
    method: 'PUT',
    path: `${inOrganization}/competence/roles`,
    summary: 'Sets what roles require: all of it or none, one change in the trail.',
    access: 'organization',
    body: z.strictObject({ roles: z.array(roleEdit).min(1).max(500), reason }),
    answer: answers<{ readonly roles: RoleCompetences['roles']; readonly change: ChangeId | null }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
  competenceBench: defineRoute({
    id: 'competenceBench',
    method: 'GET',
    path: `${inOrganization}/competence/bench`,
    asOf: true,
    summary: 'How many prove the highest level that is required of each competence, the thinnest first.',
    access: 'organization',
    answer: answers<CompetenceBench>(),
    errors: ['invalid', 'not-found'],
  }),
  competenceTrend: defineRoute({
    id: 'competenceTrend',
    method: 'GET',
    path: `${inOrganization}/competence/trend`,
    asOf: true,
    summary: 'How the required levels stood at the end of each of the last months.',
    access: 'organization',
    answer: answers<CompetenceTrend>(),
    errors: ['invalid', 'not-found'],
  }),
} as const;
