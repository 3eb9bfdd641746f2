import { z } from 'zod';
import { rowAnswer } from '../../kernel/entity.ts';
import { isId, idSchema, type EvidenceId, type PersonId } from '../../kernel/id.ts';
import { pageQuery, type Page } from '../../kernel/list.ts';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import { EVIDENCE_BYTES, evidenceNameSchema } from './evidence-file.ts';
import { evidenceFields, type Evidence } from './model.ts';

/** A file as a list shows it. */
export interface EvidenceRow extends Evidence {
  /** How many records refer to it: while there are any, it cannot be removed. */
  readonly uses: number;
  /** The name of the account that uploaded it, while that is a member. */
  readonly uploadedByName: string | null;
  /** True when the file was deleted with the personal data of whom it was about. */
  readonly erased: boolean;
}

/** Ids with commas between. */
const idList = z
  .string()
  .max(4000)
  .transform((text) => text.split(',').filter((part) => part !== ''))
  .refine((parts): parts is EvidenceId[] => parts.every((part) => isId(part)), {
    error: 'Expected ids with commas between.',
  });

export const evidenceRoutes = {
  evidenceFiles: defineRoute({
    id: 'evidenceFiles',
    method: 'GET',
    path: `${inOrganization}/evidence`,
    asOf: true,
    summary:
      'Files of evidence about one person, or those named by id that the member may read, or those about nobody; newest first.',
    access: 'organization',
    query: z.strictObject({
      ...pageQuery,
      personId: idSchema<PersonId>().optional(),
      ids: idList.optional(),
    }),
    answer: answers<Page<EvidenceRow>>(),
    errors: ['invalid', 'forbidden', 'not-found'],
  }),
  uploadEvidence: defineRoute({
    id: 'uploadEvidence',
    method: 'POST',
    path: `${inOrganization}/evidence`,
    file: true,
    fileBytes: EVIDENCE_BYTES,
    summary: 'Keeps a file as evidence: its type is checked by its content, and it is scanned where a scanner is set.',
    access: 'organization',
    query: z.strictObject({ name: evidenceNameSchema }),
    body: evidenceFields.pick({ personId: true, note: true }),
    answer: rowAnswer<Evidence>(evidenceFields),
    errors: ['invalid', 'forbidden', 'not-found', 'too-large', 'unavailable'],
  }),
  downloadEvidence: defineRoute({
    id: 'downloadEvidence',
    method: 'GET',
    path: `${inOrganization}/evidence/{evidenceId}/file`,
    download: true,
    summary: 'One file of evidence, whose content still gives its hash.',
    access: 'organization',
    answer: answers<Uint8Array>(),
    errors: ['invalid', 'forbidden', 'not-found', 'unusable-data'],
  }),
  previewEvidence: defineRoute({
    id: 'previewEvidence',
    method: 'GET',
    path: `${inOrganization}/evidence/{evidenceId}/preview`,
    download: true,
    summary: 'The same content to be shown in a page: of pictures, PDF and text.',
    access: 'organization',
    answer: answers<Uint8Array>(),
    errors: ['invalid', 'forbidden', 'not-found', 'unusable-data'],
  }),
  removeEvidence: defineRoute({
    id: 'removeEvidence',
    method: 'DELETE',
    path: `${inOrganization}/evidence/{evidenceId}`,
    versioned: true,
    summary: 'Removes a file that nothing refers to. Final: the content goes with it.',
    access: 'organization',
    answer: answers<{ readonly id: EvidenceId }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'still-used'],
  }),
} as const;
