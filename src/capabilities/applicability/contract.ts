import { z } from 'zod';
import { rowsAnswer } from '../../kernel/entity.ts';
import { defineRoute, inOrganization } from '../../kernel/route.ts';
import { applicabilityFields, type Applicability } from './model.ts';

/** `version` is the version of the entry that the editor saw; null where there was none. */
const applicabilityEdit = applicabilityFields.extend({ version: z.int().positive().nullable() });

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
} as const;
