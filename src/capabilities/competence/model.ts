import { z } from 'zod';
import { requirementIdSchema } from '../../domain/requirement.ts';
import { plainDateSchema } from '../../kernel/date.ts';
import { decisionSchema, type Entity } from '../../kernel/entity.ts';
import {
  idSchema,
  type CompetenceAssessmentId,
  type CompetenceFrameworkId,
  type CompetenceId,
  type CompetenceMappingId,
  type EvidenceId,
  type PersonId,
  type RequirementCompetenceId,
  type UserId,
  type WorkRoleId,
} from '../../kernel/id.ts';
import { levelSchema } from '../../kernel/level.ts';
import { lineSchema, proseSchema } from '../../kernel/text.ts';

/** Names a competence wherever it is required or held: of the 39 that come with Muster, or of a register row. */
export const competenceKeySchema = lineSchema(60);

/** Months, for validity and refresh: up to fifty years. */
export const monthsSchema = z.int().min(1, 'At least one month.').max(600, 'At most 600 months.');

export const competenceFrameworkKinds = ['own', 'nice', 'ecsf'] as const;

/** Where competences come from: the organization's own, or a published framework that it took in. */
export const competenceFrameworkFields = z.strictObject({
  key: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'Expected small letters, digits and hyphens.')
    .max(20),
  kind: z.enum(competenceFrameworkKinds),
  name: lineSchema(200),
  /** Such as `2.0.0`; raised when a newer edition is taken in. */
  edition: lineSchema(40).nullable(),
  publisher: lineSchema(200).nullable(),
  /** The attribution that the source asks for. */
  licence: proseSchema(2000),
  source: lineSchema(500).nullable(),
});
export type CompetenceFrameworkFields = z.output<typeof competenceFrameworkFields>;
export type CompetenceFramework = Entity<CompetenceFrameworkId, CompetenceFrameworkFields>;

export const competenceKinds = ['competence', 'area', 'skill', 'knowledge'] as const;

/**
 * Something a person must be able to do. A row with the key of one of the 39 that come with Muster says how the
 * organization words that one.
 */
export const competenceFields = z.strictObject({
  key: competenceKeySchema,
  competenceFrameworkId: idSchema<CompetenceFrameworkId>().nullable(),
  kind: z.enum(competenceKinds),
  name: lineSchema(300),
  description: proseSchema(2000),
  group: lineSchema(120).nullable(),
  /** Other names, used when an import is matched. */
  aliases: z.array(lineSchema(200)).max(40),
  /** How long a judgement of it counts by default; null for good. */
  refreshMonths: monthsSchema.nullable(),
  /** What a level means for this competence, where that differs from the scale. */
  levels: z.array(z.strictObject({ level: levelSchema, meaning: proseSchema(500) })).max(6),
  /** No longer to be chosen; what refers to it stays. */
  retired: z.boolean(),
});
export type CompetenceFields = z.output<typeof competenceFields>;
export type Competence = Entity<CompetenceId, CompetenceFields>;

/** A work role or profile of a published framework: what it does and what it must be able to do. A role can be filled from it. */
export const workRoleFields = z.strictObject({
  competenceFrameworkId: idSchema<CompetenceFrameworkId>(),
  key: lineSchema(60),
  title: lineSchema(200),
  alternativeTitles: z.array(lineSchema(200)).max(40),
  /** The category that the framework puts it in. */
  group: lineSchema(120).nullable(),
  mission: proseSchema(4000),
  tasks: z.array(lineSchema(1000)).max(300),
  deliverables: z.array(lineSchema(400)).max(60),
  /** `level` where the framework names one. */
  competences: z.array(z.strictObject({ competence: competenceKeySchema, level: levelSchema.nullable() })).max(500),
});
export type WorkRoleFields = z.output<typeof workRoleFields>;
export type WorkRole = Entity<WorkRoleId, WorkRoleFields>;

/** `equal` counts both ways; who holds `from` also has `to` where it `covers` it; `related` only helps to find it. */
export const mappingRelations = ['equal', 'covers', 'related'] as const;

export const competenceMappingFields = z.strictObject({
  from: competenceKeySchema,
  to: competenceKeySchema,
  relation: z.enum(mappingRelations),
  note: proseSchema(500),
});
export type CompetenceMappingFields = z.output<typeof competenceMappingFields>;
export type CompetenceMapping = Entity<CompetenceMappingId, CompetenceMappingFields>;

/** A competence that somebody needs. `required`: must; else should. The entries of `role.competences` have the same shape. */
export const requiredCompetenceSchema = z.strictObject({
  competence: competenceKeySchema,
  level: levelSchema,
  required: z.boolean(),
});
export type RequiredCompetence = z.output<typeof requiredCompetenceSchema>;

/**
 * What a requirement calls for beyond what its roles require: of everybody who is accountable or responsible for it.
 * The approval keeps what was approved: it counts as long as that is what the row says.
 */
export const requirementCompetenceFields = requiredCompetenceSchema.extend({
  requirementId: requirementIdSchema,
  reason: proseSchema(1000),
  requestedBy: idSchema<UserId>().nullable(),
  approval: decisionSchema.extend({ level: levelSchema, required: z.boolean() }).nullable(),
});
export type RequirementCompetenceFields = z.output<typeof requirementCompetenceFields>;
export type RequirementCompetence = Entity<RequirementCompetenceId, RequirementCompetenceFields>;

/** How a level was judged. `self` never counts as evidence. */
export const assessmentMethods = [
  'certificate',
  'qualification',
  'test',
  'interview',
  'observed',
  'manager',
  'third-party',
  'experience',
  'training',
  'self',
] as const;
export type AssessmentMethod = (typeof assessmentMethods)[number];

/**
 * What somebody recorded of themself as more than their own word, such as a certificate: it proves nothing until somebody
 * else confirmed it. `decision` is null while it waits.
 */
export const claimSchema = z.strictObject({
  decision: decisionSchema.extend({ verdict: z.enum(['confirmed', 'declined']), note: proseSchema(500) }).nullable(),
});
export type Claim = z.output<typeof claimSchema>;

/** A held level: how and by whom it was judged, on what evidence, until when it counts. History is kept: a new judgement is a new row. */
export const competenceAssessmentFields = z.strictObject({
  personId: idSchema<PersonId>(),
  competence: competenceKeySchema,
  level: levelSchema,
  /** The day of the judgement. */
  on: plainDateSchema,
  method: z.enum(assessmentMethods, { error: `Expected one of ${assessmentMethods.join(', ')}.` }),
  /** Who judged: somebody of the register, or a name from outside. */
  assessorId: idSchema<PersonId>().nullable(),
  assessorName: lineSchema(200).nullable(),
  /** Kind of certificate or other evidence: an id of the 47 that come with Muster. */
  evidenceKind: lineSchema(60).nullable(),
  /** A certificate's number, a link, where the paper lies. */
  reference: lineSchema(500).nullable(),
  evidenceIds: z.array(idSchema<EvidenceId>()).max(20, 'At most 20 files.'),
  /** The first day on which it no longer counts. Null: `refreshMonths` after `on`, else as the competence says, else for good. */
  to: plainDateSchema.nullable(),
  refreshMonths: monthsSchema.nullable(),
  note: proseSchema(2000),
  /** The account that recorded it; null for the program. */
  recordedBy: idSchema<UserId>().nullable(),
  /** Set where the judged person recorded it; null where somebody else did. */
  claim: claimSchema.nullable(),
});
export type CompetenceAssessmentFields = z.output<typeof competenceAssessmentFields>;
export type CompetenceAssessment = Entity<CompetenceAssessmentId, CompetenceAssessmentFields>;

/** Types of files that count as evidence, by their media type. */
export const evidenceTypes = {
  'application/pdf': ['pdf'],
  'image/png': ['png'],
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'text/plain': ['txt'],
  'text/csv': ['csv'],
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': ['docx'],
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': ['xlsx'],
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': ['pptx'],
  'application/vnd.oasis.opendocument.text': ['odt'],
} as const satisfies Readonly<Record<string, readonly string[]>>;
export type EvidenceType = keyof typeof evidenceTypes;

export const scanOutcomes = ['clean', 'not-scanned'] as const;

/** A file that proves something, kept by its content. The row is in the trail with the file's hash; the file lies in the storage. */
export const evidenceFields = z.strictObject({
  name: lineSchema(255),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z
    .int()
    .positive()
    .max(2 ** 31 - 1),
  mediaType: z.enum(Object.keys(evidenceTypes) as [EvidenceType, ...EvidenceType[]]),
  /** Whom it is about; null where it is about nobody, such as the text of a campaign. */
  personId: idSchema<PersonId>().nullable(),
  note: proseSchema(500),
  uploadedBy: idSchema<UserId>().nullable(),
  uploadedOn: plainDateSchema,
  scan: z.enum(scanOutcomes),
});
export type EvidenceFields = z.output<typeof evidenceFields>;
export type Evidence = Entity<EvidenceId, EvidenceFields>;
