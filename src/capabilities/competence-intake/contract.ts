import { z } from 'zod';
import { plainDateSchema } from '../../kernel/date.ts';
import { idSchema, type Id } from '../../kernel/id.ts';
import { levelSchema } from '../../kernel/level.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import type { Consequences } from '../assessment/consequence.ts';
import type { MappedName } from '../accountability/contract.ts';
import type { ImportReport } from '../intake/model.ts';
import type { ScaleStep } from './level-scale.ts';
import type { TableLayout } from './parsed.ts';

/** An import report with what was recognised, and the scale and names as they are proposed or chosen, for the user to correct. */
export interface CompetenceImportReport extends ImportReport {
  readonly tables: readonly {
    readonly layout: TableLayout;
    readonly sheet: string | null;
    readonly heading: string | null;
    readonly headerRow: number;
    readonly rows: number;
  }[];
  readonly scale: readonly ScaleStep[];
  readonly roles: readonly MappedName[];
  readonly competences: readonly MappedName[];
  readonly people: readonly MappedPerson[];
  readonly measures: readonly MappedName[];
  /** New trainings that are not done: they are proposed, and wait for approval. */
  readonly proposed: number;
  /** What the change would make of the gaps; null once it is made, and where that takes too long to be seen beforehand. */
  readonly effect: GapEffect | null;
}

/** How many gaps come and go, with the worst of them. */
export interface GapEffect {
  readonly created: number;
  readonly removed: number;
  readonly worst: Consequences;
}

const nameChoices = z
  .array(z.strictObject({ foreign: z.string().min(1).max(2000), target: z.string().min(1).max(100) }))
  .max(20_000, 'At most 20,000 choices.')
  .default([]);

/** Somebody of the file; `name`: of whom they are taken for, or may be. */
export interface MappedPerson extends MappedName {
  readonly name: string | null;
}

/** What the user decided: foreign names to an id or key, `new` or `ignore`, and steps of the file's scale to levels. */
export const competenceChoices = z.strictObject({
  levels: z
    .array(z.strictObject({ value: z.string().max(60), level: levelSchema.nullable() }))
    .max(200, 'At most 200 steps.')
    .default([]),
  roles: nameChoices,
  competences: nameChoices,
  people: nameChoices,
  measures: nameChoices,
  /** Take competences that nobody knows as the organization's own. */
  newCompetences: z.boolean().default(false),
  /** Take roles, competences and measures whose names are only alike as they are proposed. */
  likely: z.boolean().default(false),
  /** The day of judgements for which the file names none; left out: today. */
  on: plainDateSchema.optional(),
});

export const competenceIntakeRoutes = {
  importCompetences: defineRoute({
    id: 'importCompetences',
    method: 'POST',
    path: `${inOrganization}/competence/import`,
    file: true,
    summary:
      'Imports required and held competences, programmes and registers of trainings from XLSX, CSV, Markdown or DOCX; with dryRun=true shows every row and writes nothing.',
    access: 'organization',
    query: z.strictObject({
      name: z.string().min(1).max(255),
      dryRun: z.enum(['true', 'false']).default('true'),
      /** A fresh id under which to ask how far it is. */
      progress: idSchema<Id<'import'>>().optional(),
      /** Read tables of this kind only; left out: both. */
      as: z.enum(['competence', 'training']).optional(),
    }),
    body: competenceChoices,
    answer: answers<CompetenceImportReport>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists', 'too-large', 'unreadable'],
  }),
} as const;
