import { z } from 'zod';
import { rowAnswer } from '../../kernel/entity.ts';
import { idSchema, type ActionId, type PersonId, type ProjectId } from '../../kernel/id.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import { proseSchema } from '../../kernel/text.ts';
import type { AtHand } from './at-hand.ts';
import {
  actionFields,
  analysisFields,
  projectFields,
  projectStates,
  type Action,
  type Analysis,
  type Project,
} from './model.ts';
import type { ProjectProgress } from './progress.ts';
import type { OpenPoint } from './project-state.ts';

/** Somebody of a project on the date of the facts. */
export interface ProjectPerson {
  readonly id: PersonId;
  readonly name: string;
  readonly state: 'active' | 'future' | 'ended';
  /** Names of the roles that the person holds. */
  readonly roles: readonly string[];
}

export interface ProjectRow extends Project {
  readonly manager: ProjectPerson;
  readonly members: readonly ProjectPerson[];
  readonly progress: ProjectProgress;
  /** What stands against the next state. */
  readonly open: readonly OpenPoint[];
}

/** One applicable requirement in a project: what is at hand now, and what somebody has recorded of it, if anything. */
export interface AnalysisLine extends AtHand {
  readonly analysis: Analysis | null;
  /** Actions of the project for it that are not dropped. */
  readonly actions: number;
}

/** An action with the names that a list shows. */
export interface ActionRow extends Action {
  readonly ownerName: string;
  /** The owner's engagement has ended. */
  readonly ownerLeft: boolean;
  readonly projectName: string | null;
  readonly overdue: boolean;
  /** Its owner has the e-mail address of who asks. */
  readonly mine: boolean;
}

/** `version` is the version of the analysis that the editor saw; null where there was none. */
const analysisEdit = analysisFields.omit({ projectId: true }).extend({ version: z.int().positive().nullable() });

const writtenAction = actionFields.omit({ state: true, closedOn: true });

export const programmeRoutes = {
  projects: defineRoute({
    id: 'projects',
    method: 'GET',
    path: `${inOrganization}/projects`,
    asOf: true,
    summary: 'The resource projects, the latest first, with how far each is.',
    access: 'organization',
    answer: answers<readonly ProjectRow[]>(),
    errors: ['invalid', 'not-found'],
  }),
  project: defineRoute({
    id: 'project',
    method: 'GET',
    path: `${inOrganization}/projects/{projectId}`,
    asOf: true,
    summary: 'One resource project: team, dates, state, and how far it is.',
    access: 'organization',
    answer: answers<ProjectRow>(),
    errors: ['invalid', 'not-found'],
  }),
  createProject: defineRoute({
    id: 'createProject',
    method: 'POST',
    path: `${inOrganization}/projects`,
    summary: 'Begins a resource project; it starts with the analysis.',
    access: 'organization',
    body: projectFields.omit({ state: true }),
    answer: rowAnswer<Project>(projectFields),
    errors: ['invalid', 'forbidden', 'not-found'],
  }),
  updateProject: defineRoute({
    id: 'updateProject',
    method: 'PATCH',
    path: `${inOrganization}/projects/{projectId}`,
    summary: 'Changes name, purpose, team or dates of a resource project.',
    versioned: true,
    access: 'organization',
    body: projectFields.omit({ state: true }).partial(),
    answer: rowAnswer<Project>(projectFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  moveProject: defineRoute({
    id: 'moveProject',
    method: 'POST',
    path: `${inOrganization}/projects/{projectId}/state`,
    summary: 'Moves a project on, or back with a reason; says what is open.',
    versioned: true,
    access: 'organization',
    body: z.strictObject({ state: z.enum(projectStates), reason: proseSchema(2000).default('') }),
    answer: rowAnswer<Project>(projectFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  analysis: defineRoute({
    id: 'analysis',
    method: 'GET',
    path: `${inOrganization}/projects/{projectId}/analysis`,
    asOf: true,
    summary: 'All applicable requirements: what each calls for, what is at hand, and the verdict of the project.',
    access: 'organization',
    answer: answers<readonly AnalysisLine[]>(),
    errors: ['invalid', 'not-found'],
  }),
  editAnalysis: defineRoute({
    id: 'editAnalysis',
    method: 'PUT',
    path: `${inOrganization}/projects/{projectId}/analysis`,
    summary: 'Records what the project found of requirements: all of them or none, one change in the trail.',
    access: 'organization',
    body: z.strictObject({ edits: z.array(analysisEdit).min(1).max(500) }),
    answer: answers<readonly Analysis[]>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
  actions: defineRoute({
    id: 'actions',
    method: 'GET',
    path: `${inOrganization}/actions`,
    asOf: true,
    summary: 'Actions, the most urgent first.',
    access: 'organization',
    query: z.strictObject({ projectId: idSchema<ProjectId>().optional() }),
    answer: answers<readonly ActionRow[]>(),
    errors: ['invalid', 'not-found'],
  }),
  createActions: defineRoute({
    id: 'createActions',
    method: 'POST',
    path: `${inOrganization}/actions`,
    summary: 'Adds actions: all of them or none, one change in the trail.',
    access: 'organization',
    body: z.strictObject({ actions: z.array(writtenAction).min(1).max(200) }),
    answer: answers<readonly Action[]>(),
    errors: ['invalid', 'forbidden', 'not-found'],
  }),
  editActions: defineRoute({
    id: 'editActions',
    method: 'PUT',
    path: `${inOrganization}/actions`,
    summary: 'Changes actions: all of them or none, one change in the trail. Done or dropped sets the day.',
    access: 'organization',
    body: z.strictObject({
      edits: z
        .array(
          actionFields
            .omit({ closedOn: true })
            .partial()
            .extend({ id: idSchema<ActionId>(), version: z.int().positive() }),
        )
        .min(1)
        .max(500),
    }),
    answer: answers<readonly Action[]>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
} as const;
