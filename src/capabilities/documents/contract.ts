import { z } from 'zod';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import { documentFormats, letterFormats, papers } from './model.ts';

const documentQuery = z.strictObject({
  format: z.enum(documentFormats),
  paper: z.enum(papers).default('a4'),
});

export const documentRoutes = {
  accountabilityMatrix: defineRoute({
    id: 'accountabilityMatrix',
    method: 'GET',
    path: `${inOrganization}/documents/accountability-matrix`,
    asOf: true,
    download: true,
    summary: 'The accountability matrix as a document, with the date of the facts, and position and hash of the trail.',
    access: 'organization',
    query: documentQuery,
    answer: answers<Uint8Array>(),
    errors: ['invalid', 'not-found'],
  }),
  statementOfApplicability: defineRoute({
    id: 'statementOfApplicability',
    method: 'GET',
    path: `${inOrganization}/documents/statement-of-applicability`,
    asOf: true,
    download: true,
    summary:
      'The statement of applicability as a document, with who is accountable and responsible for each control. Its workbook comes back through the import.',
    access: 'organization',
    query: documentQuery,
    answer: answers<Uint8Array>(),
    errors: ['invalid', 'not-found'],
  }),
  letterOfAppointment: defineRoute({
    id: 'letterOfAppointment',
    method: 'GET',
    path: `${inOrganization}/appointments/{appointmentId}/letter`,
    asOf: true,
    download: true,
    summary: 'The letter that hands a role to the person appointed, for both sides to sign.',
    access: 'organization',
    query: z.strictObject({
      format: z.enum(letterFormats),
      paper: z.enum(papers).default('a4'),
    }),
    answer: answers<Uint8Array>(),
    errors: ['invalid', 'not-found'],
  }),
} as const;
