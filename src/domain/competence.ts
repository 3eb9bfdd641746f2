import { z } from 'zod';
import { levelSchema, type Level } from '../kernel/level.ts';
import competencesJson from './data/competences.json' with { type: 'json' };

/** A step of the scale from 0 (none) to 5 (authority). */
export interface CompetenceLevel {
  readonly level: Level;
  readonly name: string;
  readonly meaning: string;
}

/** Something a person must be able to do. `refreshMonths`: how long a judgement of it counts by default. */
export interface CompetenceTemplate {
  readonly id: string;
  readonly group: string;
  readonly name: string;
  readonly description: string;
  readonly refreshMonths: number | null;
}

const competenceFile: z.ZodType<{
  levels: CompetenceLevel[];
  groups: { id: string; name: string }[];
  competences: CompetenceTemplate[];
}> = z.object({
  levels: z.array(z.object({ level: levelSchema, name: z.string(), meaning: z.string() })),
  groups: z.array(z.object({ id: z.string(), name: z.string() })),
  competences: z.array(
    z.object({
      id: z.string(),
      group: z.string(),
      name: z.string(),
      description: z.string(),
      refreshMonths: z.int().nullable(),
    }),
  ),
});

const data = competenceFile.parse(competencesJson);

export const competenceLevels: readonly CompetenceLevel[] = data.levels;
export const competenceGroups: readonly { readonly id: string; readonly name: string }[] = data.groups;
export const competenceTemplates: readonly CompetenceTemplate[] = data.competences;

const byId: ReadonlyMap<string, CompetenceTemplate> = new Map(competenceTemplates.map((entry) => [entry.id, entry]));

export const findCompetenceTemplate = (id: string): CompetenceTemplate | undefined => byId.get(id);
