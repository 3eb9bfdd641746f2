import { z } from 'zod';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import type { ChangeId, ErasureId } from '../../kernel/id.ts';
import { proseSchema } from '../../kernel/text.ts';
import type { ErasurePlan } from './erasure.ts';

export const personalDataFormats = ['json', 'docx'] as const;
export type PersonalDataFormat = (typeof personalDataFormats)[number];

export const personalDataRoutes = {
  personalData: defineRoute({
    id: 'personalData',
    method: 'GET',
    path: `${inOrganization}/people/{personId}/personal-data`,
    download: true,
    summary: 'All that is held on one person, with every entry of the trail about them, as a file for them.',
    access: 'organization',
    query: z.strictObject({ format: z.enum(personalDataFormats) }),
    answer: answers<Uint8Array>(),
    errors: ['invalid', 'forbidden', 'not-found'],
  }),
  erasurePlan: defineRoute({
    id: 'erasurePlan',
    method: 'GET',
    path: `${inOrganization}/people/{personId}/erasure`,
    summary:
      'What erasing the personal data of one person would make to forget, what stays, and what stands in the way.',
    access: 'organization',
    answer: answers<ErasurePlan>(),
    errors: ['invalid', 'forbidden', 'not-found'],
  }),
  erasePerson: defineRoute({
    id: 'erasePerson',
    method: 'POST',
    path: `${inOrganization}/people/{personId}/erasure`,
    versioned: true,
    summary: 'Erases the personal data of one person from the registers and the trail: one change, never undone.',
    access: 'organization',
    body: z.strictObject({ reason: proseSchema(2000) }),
    answer: answers<{ readonly erasure: ErasureId; readonly entries: number; readonly change: ChangeId }>(),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict', 'still-used'],
  }),
} as const;
