import { z } from 'zod';
import { idSchema, type Id } from '../../kernel/id.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import type { ColumnMapping, ImportProgress, ImportReport } from '../intake/model.ts';
import { columnChoicesSchema } from './column-choice.ts';
import { rowAnswerSchema } from './import-answer.ts';

const rowAnswers = z.array(rowAnswerSchema).max(20_000, 'At most 20,000 answers.').default([]);

export const peopleImportRoutes = {
  importPeople: defineRoute({
    id: 'importPeople',
    method: 'POST',
    path: `${inOrganization}/people/import`,
    file: true,
    summary:
      'Imports people from CSV or XLSX: those known by number, address or name are updated. With dryRun=true shows every row, asks whom a row means where that is open, and writes nothing.',
    access: 'organization',
    query: z.strictObject({
      name: z.string().min(1).max(255),
      dryRun: z.enum(['true', 'false']).default('true'),
      /** A fresh id under which to ask how far it is. */
      progress: idSchema<Id<'import'>>().optional(),
    }),
    body: z.strictObject({
      answers: rowAnswers,
      /** What the user says of the columns; left out, what is remembered of such a file is used. */
      columns: columnChoicesSchema.optional(),
    }),
    answer: answers<ImportReport>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists', 'too-large', 'unreadable'],
  }),
  pastePeople: defineRoute({
    id: 'pastePeople',
    method: 'POST',
    path: `${inOrganization}/people/paste`,
    summary:
      'Takes one person a line of pasted text; with dryRun shows what would be taken, and asks as an import does.',
    access: 'organization',
    body: z.strictObject({ text: z.string().max(200_000), dryRun: z.boolean(), answers: rowAnswers }),
    answer: answers<ImportReport>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'already-exists'],
  }),
  importProgress: defineRoute({
    id: 'importProgress',
    method: 'GET',
    path: `${inOrganization}/imports/{importId}`,
    summary: 'How far an import is, where this process does it.',
    access: 'organization',
    answer: answers<ImportProgress>(),
    errors: ['not-found'],
  }),
  cancelImport: defineRoute({
    id: 'cancelImport',
    method: 'POST',
    path: `${inOrganization}/imports/{importId}/cancellation`,
    summary: 'Leaves an import before anything is written; says how far it was when it is too late.',
    access: 'organization',
    answer: answers<ImportProgress>(),
    errors: ['forbidden', 'not-found'],
  }),
  columnMappings: defineRoute({
    id: 'columnMappings',
    method: 'GET',
    path: `${inOrganization}/column-mappings`,
    asOf: true,
    summary: 'What is remembered of the columns of imported files.',
    access: 'organization',
    answer: answers<readonly ColumnMapping[]>(),
    errors: ['invalid', 'not-found'],
  }),
  forgetColumnMapping: defineRoute({
    id: 'forgetColumnMapping',
    method: 'DELETE',
    path: `${inOrganization}/column-mappings/{columnMappingId}`,
    versioned: true,
    summary: 'Forgets what was said of the columns of a kind of file: its headings are read anew.',
    access: 'organization',
    answer: answers<{ readonly forgotten: string }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
} as const;
