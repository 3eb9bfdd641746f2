import { z } from 'zod';
import projectJson from './data/demonstration/project.json' with { type: 'json' };
import { requirementIdSchema, type RequirementId } from './requirement.ts';

// The resource project of the demonstration company, half way through. Days count from the day on which the company is
// made, negative before it. People are named by `key`.

export interface DemonstrationProject {
  readonly project: {
    readonly name: string;
    readonly purpose: string;
    readonly manager: string;
    readonly members: readonly string[];
    readonly fromDay: number;
    readonly toDay: number;
    readonly state: 'analysis' | 'planning' | 'execution' | 'closed';
  };
  readonly analysis: readonly {
    readonly requirement: RequirementId;
    readonly verdict: 'enough' | 'partly' | 'missing';
    readonly gap: string;
    readonly atHand: string;
  }[];
  readonly actions: readonly {
    readonly title: string;
    readonly description: string;
    readonly owner: string;
    readonly requirement: RequirementId;
    readonly dueDay: number;
    readonly state: 'open' | 'in-progress' | 'done' | 'dropped';
    readonly closedDay: number | null;
  }[];
}

const key = z.string();
const day = z.int();

const projectFile: z.ZodType<DemonstrationProject> = z.object({
  project: z.object({
    name: z.string(),
    purpose: z.string(),
    manager: key,
    members: z.array(key),
    fromDay: day,
    toDay: day,
    state: z.enum(['analysis', 'planning', 'execution', 'closed']),
  }),
  analysis: z.array(
    z.object({
      requirement: requirementIdSchema,
      verdict: z.enum(['enough', 'partly', 'missing']),
      gap: z.string(),
      atHand: z.string(),
    }),
  ),
  actions: z.array(
    z.object({
      title: z.string(),
      description: z.string(),
      owner: key,
      requirement: requirementIdSchema,
      dueDay: day,
      state: z.enum(['open', 'in-progress', 'done', 'dropped']),
      closedDay: day.nullable(),
    }),
  ),
});

export const demonstrationProject: DemonstrationProject = projectFile.parse(projectJson);
