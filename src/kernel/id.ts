import { z } from 'zod';
import type { Branded } from './brand.ts';

/** Ids are UUIDs (version 7 when we make them, so that they sort by time), one brand a noun. */
export type Id<Noun extends string> = Branded<string, `${Noun}Id`>;

export type OrganizationId = Id<'organization'>;
export type UserId = Id<'user'>;
export type PersonId = Id<'person'>;
export type RoleId = Id<'role'>;
export type AppointmentId = Id<'appointment'>;
export type AccountabilityId = Id<'accountability'>;
export type ApplicabilityId = Id<'applicability'>;
export type CompensatingControlId = Id<'compensatingControl'>;
export type UnitId = Id<'unit'>;
export type AbsenceId = Id<'absence'>;
export type DutyId = Id<'duty'>;
export type SegregationRuleId = Id<'segregationRule'>;
export type FrameworkId = Id<'framework'>;
export type FrameworkRequirementId = Id<'frameworkRequirement'>;
export type RequirementMappingId = Id<'requirementMapping'>;
export type ProjectId = Id<'project'>;
export type AnalysisId = Id<'analysis'>;
export type ActionId = Id<'action'>;
export type RuleSettingId = Id<'ruleSetting'>;
export type ColumnMappingId = Id<'columnMapping'>;
export type DocumentVersionId = Id<'documentVersion'>;
export type ErasureId = Id<'erasure'>;
export type CompetenceFrameworkId = Id<'competenceFramework'>;
export type CompetenceId = Id<'competence'>;
export type WorkRoleId = Id<'workRole'>;
export type CompetenceMappingId = Id<'competenceMapping'>;
export type RequirementCompetenceId = Id<'requirementCompetence'>;
export type CompetenceAssessmentId = Id<'competenceAssessment'>;
export type EvidenceId = Id<'evidence'>;
export type MeasureId = Id<'measure'>;
export type TrainingSessionId = Id<'trainingSession'>;
export type TrainingId = Id<'training'>;
export type CampaignId = Id<'campaign'>;
export type AcknowledgementId = Id<'acknowledgement'>;
export type ReminderSettingId = Id<'reminderSetting'>;
export type SupplierId = Id<'supplier'>;
export type AssetId = Id<'asset'>;
export type MembershipId = Id<'membership'>;
export type InvitationId = Id<'invitation'>;
export type ChangeId = Id<'change'>;

const SHAPE = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

export const isId = <T extends Id<string>>(text: unknown): text is T => typeof text === 'string' && SHAPE.test(text);

/** A zod schema for the id of one noun. */
export const idSchema = <T extends Id<string>>(): z.ZodType<T> =>
  z
    .custom<T>((value) => isId(value), { error: 'Expected an id (UUID in lower case).' })
    .meta({ type: 'string', format: 'uuid' });

/** Makes a fresh UUID. An argument wherever ids are made, so that tests repeat. */
export type NewId = () => string;
