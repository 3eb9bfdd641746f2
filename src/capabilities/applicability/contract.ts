import { z } from 'zod';
import { rowsAnswer } from '../../kernel/entity.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import type { ControlResources } from '../assessment/control-resource.ts';
import type { ImportReport } from '../intake/model.ts';
import { applicabilityFields, type Applicability } from './model.ts';

/** `version` is the version of the entry that the editor saw; null where there was none. */
const applicabilityEdit = applicabilityFields
  .partial({ statusOn: true, reasons: true, evidence: true })
  .extend({ version: z.int().positive().nullable() });

export const applicabilityRoutes = {
  applicability: defineRoute({
    id: 'applicability',
    method: 'GET',
    path: `${inOrganization}/applicability`,
    asOf: true,
    summary: 'The statement of applicability; a control without an entry applies.',
    access: 'organization',
    answer: rowsAnswer<Applicability>(applicabilityFields),
    errors: ['invalid', 'not-found'],
  }),
  controlResources: defineRoute({
    id: 'controlResources',
    method: 'GET',
    path: `${inOrganization}/applicability/resources`,
    asOf: true,
    summary: 'Who answers for each control and who works for it, with hours, deputies and gaps, as the matrix says.',
    access: 'organization',
    answer: answers<ControlResources>(),
    errors: ['invalid', 'not-found'],
  }),
  editApplicability: defineRoute({
    id: 'editApplicability',
    method: 'PUT',
    path: `${inOrganization}/applicability`,
    summary: 'Sets entries: all of them or none, one change in the trail.',
    access: 'organization',
    body: z.strictObject({ edits: z.array(applicabilityEdit).min(1).max(500) }),
    answer: rowsAnswer<Applicability>(applicabilityFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
  importStatement: defineRoute({
    id: 'importStatement',
    method: 'POST',
    path: `${inOrganization}/applicability/import`,
    file: true,
    summary: 'Imports a statement of applicability; with dryRun=true shows every row and writes nothing.',
    access: 'organization',
    query: z.strictObject({ name: z.string().min(1).max(255), dryRun: z.enum(['true', 'false']).default('true') }),
    answer: answers<ImportReport>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists', 'too-large', 'unreadable'],
  }),
} as const;
