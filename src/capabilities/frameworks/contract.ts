import { z } from 'zod';
import { rowsAnswer } from '../../kernel/entity.ts';
import { idSchema, type ChangeId, type RequirementMappingId } from '../../kernel/id.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import type { FrameworkAssessment, FrameworkCoverage } from '../assessment/framework-assessment.ts';
import type { AnswerPerson, Gap } from '../assessment/model.ts';
import { documentFormats, papers } from '../documents/model.ts';
import type { TrailEntry } from '../trail/entry.ts';
import type { CatalogueImportReport } from './catalogue-import.ts';
import type { MappingSuggestion } from './mapping-suggestion.ts';
import {
  requirementMappingFields,
  type Framework,
  type FrameworkRequirement,
  type RequirementMapping,
} from './model.ts';

/** A framework in the list, with figures. */
export interface ListedFramework extends Framework {
  readonly entries: number;
  readonly totals: FrameworkAssessment['totals'];
  readonly gaps: number;
  /** What refers to its requirements, so that it cannot be removed; null when nothing does. */
  readonly usedBy: string | null;
}

/** An entry of a framework as its tree shows it: without the text, which may be long. */
export type FrameworkEntry = Omit<FrameworkRequirement, 'text' | 'frameworkId'>;

export interface FrameworkPage {
  readonly framework: Framework;
  /** In the source's order. */
  readonly entries: readonly FrameworkEntry[];
  readonly assessment: FrameworkAssessment;
}

export interface FrameworkRequirementPage {
  readonly framework: Framework;
  readonly requirement: FrameworkRequirement;
  /** Headings from the top down to it. */
  readonly above: readonly Pick<FrameworkEntry, 'requirementId' | 'reference' | 'title'>[];
  /** Null for a heading. */
  readonly coverage: FrameworkCoverage | null;
  readonly accountable: readonly AnswerPerson[];
  readonly responsible: readonly AnswerPerson[];
  readonly mappings: readonly RequirementMapping[];
  readonly gaps: readonly Gap[];
  /** The latest changes of its letters and mapping, newest first; empty for who may not read the trail. */
  readonly history: readonly TrailEntry[];
}

const mappingEdits = z.strictObject({
  add: z.array(requirementMappingFields).max(5_000).default([]),
  /** `version` is what the editor saw. */
  remove: z
    .array(z.strictObject({ id: idSchema<RequirementMappingId>(), version: z.int().positive() }))
    .max(5_000)
    .default([]),
});
export type MappingEdits = z.output<typeof mappingEdits>;

export const frameworkRoutes = {
  frameworks: defineRoute({
    id: 'frameworks',
    method: 'GET',
    path: `${inOrganization}/frameworks`,
    asOf: true,
    summary: 'The catalogues beside ISO/IEC 27001:2022, with how well each is covered.',
    access: 'organization',
    answer: answers<readonly ListedFramework[]>(),
    errors: ['invalid', 'not-found'],
  }),
  framework: defineRoute({
    id: 'framework',
    method: 'GET',
    path: `${inOrganization}/frameworks/{frameworkId}`,
    asOf: true,
    summary: 'The headings and requirements of one catalogue, and its assessment.',
    access: 'organization',
    answer: answers<FrameworkPage>(),
    errors: ['invalid', 'not-found'],
  }),
  frameworkRequirement: defineRoute({
    id: 'frameworkRequirement',
    method: 'GET',
    path: `${inOrganization}/framework-requirements/{requirementId}`,
    asOf: true,
    summary: 'Who answers for one requirement of another catalogue, by its own letters or by those it is mapped to.',
    access: 'organization',
    answer: answers<FrameworkRequirementPage>(),
    errors: ['invalid', 'not-found'],
  }),
  importFramework: defineRoute({
    id: 'importFramework',
    method: 'POST',
    path: `${inOrganization}/frameworks/import`,
    file: true,
    summary:
      'Imports an OSCAL catalog, a CISO Assistant library or Gapps controls; with dryRun=true shows every entry and writes nothing.',
    access: 'organization',
    query: z.strictObject({
      name: z.string().min(1).max(255),
      dryRun: z.enum(['true', 'false']).default('true'),
      /** Begins the ids of its requirements; by default made of the source's own name. */
      key: z.string().max(14).optional(),
    }),
    answer: answers<CatalogueImportReport>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists', 'too-large', 'unreadable'],
  }),
  removeFramework: defineRoute({
    id: 'removeFramework',
    method: 'DELETE',
    path: `${inOrganization}/frameworks/{frameworkId}`,
    summary: 'Removes a catalogue with its requirements and mapping, unless letters still refer to it.',
    access: 'organization',
    versioned: true,
    answer: answers<null>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'still-used'],
  }),
  frameworkMatrix: defineRoute({
    id: 'frameworkMatrix',
    method: 'GET',
    path: `${inOrganization}/frameworks/{frameworkId}/matrix-document`,
    asOf: true,
    download: true,
    summary: 'The accountability matrix of one catalogue as a document; XLSX and CSV come back through the import.',
    access: 'organization',
    query: z.strictObject({ format: z.enum(documentFormats), paper: z.enum(papers).default('a4') }),
    answer: answers<Uint8Array>(),
    errors: ['invalid', 'not-found'],
  }),
  mappings: defineRoute({
    id: 'mappings',
    method: 'GET',
    path: `${inOrganization}/frameworks/{frameworkId}/mappings`,
    asOf: true,
    summary: 'To which requirements of ISO/IEC 27001:2022 those of a catalogue are mapped.',
    access: 'organization',
    answer: rowsAnswer<RequirementMapping>(requirementMappingFields),
    errors: ['invalid', 'not-found'],
  }),
  mappingSuggestions: defineRoute({
    id: 'mappingSuggestions',
    method: 'GET',
    path: `${inOrganization}/frameworks/{frameworkId}/mappings/suggestions`,
    asOf: true,
    summary: 'Requirements of ISO/IEC 27001:2022 that are called alike, for each requirement without a mapping.',
    access: 'organization',
    answer: answers<readonly MappingSuggestion[]>(),
    errors: ['invalid', 'not-found'],
  }),
  editMappings: defineRoute({
    id: 'editMappings',
    method: 'PUT',
    path: `${inOrganization}/frameworks/{frameworkId}/mappings`,
    summary: 'Adds and removes mappings: all of them or none, one change in the trail.',
    access: 'organization',
    body: mappingEdits,
    answer: answers<{ readonly change: ChangeId | null }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
} as const;
