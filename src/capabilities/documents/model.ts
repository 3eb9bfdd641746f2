import { z } from 'zod';
import { instantSchema, plainDateSchema } from '../../kernel/date.ts';
import { decisionSchema, type Entity } from '../../kernel/entity.ts';
import { idSchema, type DocumentVersionId, type UserId } from '../../kernel/id.ts';
import { requirementIdSchema } from '../../domain/requirement.ts';
import { lineSchema, proseSchema } from '../../kernel/text.ts';

/** The documents that Muster makes. */
export const documentNames = [
  'accountability-matrix',
  'statement-of-applicability',
  'letter-of-appointment',
  'role-profile',
  'person-profile',
  'resource-project',
  'people-register',
  'competence-register',
  'required-competences',
  'training-register',
  'competence-matrix',
  'training-plan',
  'competence-record',
] as const;

export const documentFormats = ['pdf', 'docx', 'xlsx', 'csv', 'json'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

export const letterFormats = ['pdf', 'docx'] as const;
export type LetterFormat = (typeof letterFormats)[number];

export const registerFormats = ['xlsx', 'csv', 'json'] as const;
export type RegisterFormat = (typeof registerFormats)[number];

export const projectFormats = ['pdf', 'docx', 'json'] as const;
export type ProjectFormat = (typeof projectFormats)[number];

export const competenceFormats = ['pdf', 'xlsx', 'csv', 'json'] as const;
export type CompetenceFormat = (typeof competenceFormats)[number];

export const planFormats = ['pdf', 'docx', 'xlsx'] as const;
export type PlanFormat = (typeof planFormats)[number];

/** What the training plan is grouped by. */
export const planGroupings = ['person', 'unit'] as const;
export type PlanGrouping = (typeof planGroupings)[number];

export const papers = ['a4', 'letter'] as const;
export type Paper = (typeof papers)[number];

export const mediaTypes: { readonly [F in DocumentFormat | LetterFormat]: string } = {
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  csv: 'text/csv; charset=utf-8',
  json: 'application/json',
};

/** What document control (7.5.2, 7.5.3) asks a reader to see on every page. */
export interface DocumentControl {
  /** Such as `Internal` or `Confidential`. */
  readonly classification: string;
  /** Such as `Version 2`, or `Revision 482`. */
  readonly version: string;
  /** Who approved it when, or what it waits for; left out for a document that was never put to anybody. */
  readonly approval?: string;
}

/** Documents that are approved as a whole, and so have versions. */
export const versionedDocuments = ['statement-of-applicability', 'accountability-matrix'] as const;
export type VersionedDocument = (typeof versionedDocuments)[number];

/**
 * A version of a document: the facts as recorded at one position of the trail, put to a second person. Its content is
 * read from the trail; nothing is copied. Approved or declined by somebody else than who asked.
 */
export const documentVersionFields = z.strictObject({
  document: z.enum(versionedDocuments),
  /** 1, 2, 3 … for each document. */
  number: z.int().positive(),
  note: proseSchema(2000),
  requestedBy: idSchema<UserId>().nullable(),
  requestedByName: lineSchema(200),
  requestedOn: plainDateSchema,
  /** The facts that it states: the trail's position and the moment as of which they were recorded. */
  sequence: z.int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  recordedAt: instantSchema,
  /** One mark for each requirement that the document says something of: another mark later, another content. */
  marks: z
    .array(z.strictObject({ requirementId: requirementIdSchema, mark: z.string().regex(/^[0-9a-f]{16}$/) }))
    .max(5000),
  decision: decisionSchema
    .extend({ verdict: z.enum(['approved', 'declined', 'withdrawn']), note: proseSchema(2000) })
    .nullable(),
});
export type DocumentVersionFields = z.output<typeof documentVersionFields>;
export type DocumentVersion = Entity<DocumentVersionId, DocumentVersionFields>;
