import { z } from 'zod';
import { answers, defineRoute, inOrganization } from '../../kernel/route.ts';
import { rowAnswer } from '../../kernel/entity.ts';
import { proseSchema } from '../../kernel/text.ts';
import type { RequirementId } from '../../domain/requirement.ts';
import { idSchema, type RoleId } from '../../kernel/id.ts';
import {
  competenceFormats,
  documentFormats,
  documentVersionFields,
  letterFormats,
  papers,
  planFormats,
  planGroupings,
  registerFormats,
  projectFormats,
  versionedDocuments,
  type DocumentVersion,
} from './model.ts';
import type { ContentDifference } from './version-content.ts';

const versionNumber = z.coerce.number().int().positive().max(1_000_000);

/** The versions of one document, the newest first, and how the present facts stand to them. */
export interface DocumentVersions {
  readonly versions: readonly VersionRow[];
  /** Number of the newest approved version; null when there is none. */
  readonly approved: number | null;
  /** Requirements of which the document says something else now than in that version; none when there is no such version. */
  readonly changed: readonly RequirementId[];
}

/** A version without its marks, and what the reader may do with it. */
export interface VersionRow extends Omit<DocumentVersion, 'marks'> {
  readonly mayDecide: boolean;
  readonly mayWithdraw: boolean;
}

const documentQuery = z.strictObject({
  format: z.enum(documentFormats),
  paper: z.enum(papers).default('a4'),
  /** Number of a version: the document then states the facts as they were recorded when it was put forward. */
  version: versionNumber.optional(),
});

const handedQuery = z.strictObject({
  format: z.enum(letterFormats),
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
  documentVersions: defineRoute({
    id: 'documentVersions',
    method: 'GET',
    path: `${inOrganization}/document-versions`,
    asOf: true,
    summary: 'The versions of a document, and of how many requirements it says something else by now.',
    access: 'organization',
    query: z.strictObject({ document: z.enum(versionedDocuments) }),
    answer: answers<DocumentVersions>(),
    errors: ['invalid', 'not-found'],
  }),
  versionDifferences: defineRoute({
    id: 'versionDifferences',
    method: 'GET',
    path: `${inOrganization}/document-versions/differences`,
    asOf: true,
    summary:
      'What a version of a document says otherwise than an earlier one, field by field. Without `to`: the present facts.',
    access: 'organization',
    query: z.strictObject({ document: z.enum(versionedDocuments), from: versionNumber, to: versionNumber.optional() }),
    answer: answers<readonly ContentDifference[]>(),
    errors: ['invalid', 'not-found'],
  }),
  withdrawVersion: defineRoute({
    id: 'withdrawVersion',
    method: 'POST',
    path: `${inOrganization}/document-versions/{documentVersionId}/withdrawal`,
    summary: 'Takes back a version that waits. Only whoever put it forward can.',
    access: 'organization',
    versioned: true,
    answer: rowAnswer<DocumentVersion>(documentVersionFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  submitVersion: defineRoute({
    id: 'submitVersion',
    method: 'POST',
    path: `${inOrganization}/document-versions`,
    summary:
      'Puts the facts as they stand to a second person, as the next version of the document. One version waits at a time.',
    access: 'organization',
    body: z.strictObject({ document: z.enum(versionedDocuments), note: proseSchema(2000).default('') }),
    answer: rowAnswer<DocumentVersion>(documentVersionFields),
    errors: ['invalid', 'forbidden', 'not-found', 'already-exists'],
  }),
  decideVersion: defineRoute({
    id: 'decideVersion',
    method: 'POST',
    path: `${inOrganization}/document-versions/{documentVersionId}/decision`,
    summary: 'Approves or declines a version. Whoever put it forward does neither.',
    access: 'organization',
    versioned: true,
    body: z.strictObject({ verdict: z.enum(['approved', 'declined']), note: proseSchema(2000).default('') }),
    answer: rowAnswer<DocumentVersion>(documentVersionFields),
    errors: ['invalid', 'forbidden', 'not-found', 'conflict'],
  }),
  roleProfile: defineRoute({
    id: 'roleProfile',
    method: 'GET',
    path: `${inOrganization}/roles/{roleId}/profile`,
    asOf: true,
    download: true,
    summary: 'A role as a document to hand to whoever takes it over.',
    access: 'organization',
    query: handedQuery,
    answer: answers<Uint8Array>(),
    errors: ['invalid', 'not-found'],
  }),
  personProfile: defineRoute({
    id: 'personProfile',
    method: 'GET',
    path: `${inOrganization}/people/{personId}/profile`,
    asOf: true,
    download: true,
    summary: 'The duties of one person as a document: all roles, and the requirements with their letters.',
    access: 'organization',
    query: handedQuery,
    answer: answers<Uint8Array>(),
    errors: ['invalid', 'not-found'],
  }),
  peopleRegister: defineRoute({
    id: 'peopleRegister',
    method: 'GET',
    path: `${inOrganization}/documents/people-register`,
    asOf: true,
    download: true,
    summary:
      'The register of people, with pay for those who may read it. Its workbook and CSV come back through the import.',
    access: 'organization',
    query: z.strictObject({ format: z.enum(registerFormats) }),
    answer: answers<Uint8Array>(),
    errors: ['invalid', 'not-found'],
  }),
  competenceRegister: defineRoute({
    id: 'competenceRegister',
    method: 'GET',
    path: `${inOrganization}/documents/competence-register`,
    asOf: true,
    download: true,
    summary:
      'What people were judged to hold, one row for each judgement. Its workbook and CSV come back through the import.',
    access: 'organization',
    query: z.strictObject({ format: z.enum(registerFormats) }),
    answer: answers<Uint8Array>(),
    errors: ['invalid', 'not-found'],
  }),
  requiredCompetences: defineRoute({
    id: 'requiredCompetences',
    method: 'GET',
    path: `${inOrganization}/documents/required-competences`,
    asOf: true,
    download: true,
    summary:
      'What each role requires, one row for each role and competence. Its workbook and CSV come back through the import.',
    access: 'organization',
    query: z.strictObject({ format: z.enum(registerFormats) }),
    answer: answers<Uint8Array>(),
    errors: ['invalid', 'not-found'],
  }),
  trainingRegister: defineRoute({
    id: 'trainingRegister',
    method: 'GET',
    path: `${inOrganization}/documents/training-register`,
    asOf: true,
    download: true,
    summary: 'The trainings of all people, planned and done. Its workbook and CSV come back through the import.',
    access: 'organization',
    query: z.strictObject({ format: z.enum(registerFormats) }),
    answer: answers<Uint8Array>(),
    errors: ['invalid', 'not-found'],
  }),
  competenceMatrixDocument: defineRoute({
    id: 'competenceMatrixDocument',
    method: 'GET',
    path: `${inOrganization}/documents/competence-matrix`,
    asOf: true,
    download: true,
    summary:
      'People by competence as a document: what is required, what is proven, and what is not; of everybody, or of a unit or role.',
    access: 'organization',
    query: z.strictObject({
      format: z.enum(competenceFormats),
      paper: z.enum(papers).default('a4'),
      unit: z.string().max(120).optional(),
      roleId: idSchema<RoleId>().optional(),
    }),
    answer: answers<Uint8Array>(),
    errors: ['invalid', 'not-found', 'too-large'],
  }),
  trainingPlanDocument: defineRoute({
    id: 'trainingPlanDocument',
    method: 'GET',
    path: `${inOrganization}/documents/training-plan`,
    asOf: true,
    download: true,
    summary: 'The training plan as a document, with budget, checks of the effect, and how far awareness reaches.',
    access: 'organization',
    query: z.strictObject({
      format: z.enum(planFormats),
      paper: z.enum(papers).default('a4'),
      by: z.enum(planGroupings).default('person'),
    }),
    answer: answers<Uint8Array>(),
    errors: ['invalid', 'not-found'],
  }),
  competenceRecord: defineRoute({
    id: 'competenceRecord',
    method: 'GET',
    path: `${inOrganization}/people/{personId}/competence-record`,
    asOf: true,
    download: true,
    summary:
      'What one person must be able to do, what proves it until when, and how they were trained. Files are in it only for those who may read them.',
    access: 'organization',
    query: handedQuery,
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
    query: handedQuery,
    answer: answers<Uint8Array>(),
    errors: ['invalid', 'not-found'],
  }),
  resourceProject: defineRoute({
    id: 'resourceProject',
    method: 'GET',
    path: `${inOrganization}/projects/{projectId}/document`,
    asOf: true,
    download: true,
    summary: 'The result of a resource project: team, method, analysis, gaps and plan, with a place to sign.',
    access: 'organization',
    query: z.strictObject({
      format: z.enum(projectFormats),
      paper: z.enum(papers).default('a4'),
    }),
    answer: answers<Uint8Array>(),
    errors: ['invalid', 'not-found'],
  }),
} as const;
