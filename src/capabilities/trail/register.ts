import type { z } from 'zod';
import { accountabilityFields, type Accountability } from '../accountability/model.ts';
import { applicabilityFields, type Applicability } from '../applicability/model.ts';
import { acknowledgementFields, campaignFields, type Acknowledgement, type Campaign } from '../awareness/model.ts';
import {
  competenceAssessmentFields,
  competenceFields,
  competenceFrameworkFields,
  competenceMappingFields,
  evidenceFields,
  requirementCompetenceFields,
  workRoleFields,
  type Competence,
  type CompetenceAssessment,
  type CompetenceFramework,
  type CompetenceMapping,
  type Evidence,
  type RequirementCompetence,
  type WorkRole,
} from '../competence/model.ts';
import { documentVersionFields, type DocumentVersion } from '../documents/model.ts';
import {
  frameworkFields,
  frameworkRequirementFields,
  requirementMappingFields,
  type Framework,
  type FrameworkRequirement,
  type RequirementMapping,
} from '../frameworks/model.ts';
import {
  invitationFields,
  membershipFields,
  organizationFields,
  type Invitation,
  type Membership,
  type Organization,
} from '../identity/model.ts';
import { columnMappingFields, type ColumnMapping } from '../intake/model.ts';
import {
  absenceFields,
  erasureFields,
  personFields,
  unitFields,
  type Absence,
  type Erasure,
  type Person,
  type Unit,
} from '../people/model.ts';
import {
  actionFields,
  analysisFields,
  projectFields,
  type Action,
  type Analysis,
  type Project,
} from '../programme/model.ts';
import { assetFields, type Asset } from '../infrastructure/model.ts';
import { reminderSettingFields, type ReminderSetting } from '../reminders/model.ts';
import { appointmentFields, roleFields, type Appointment, type Role } from '../roles/model.ts';
import {
  compensatingControlFields,
  dutyFields,
  segregationRuleFields,
  type CompensatingControl,
  type Duty,
  type OwnSegregationRule,
} from '../segregation/model.ts';
import { supplierFields, type Supplier } from '../suppliers/model.ts';
import {
  measureFields,
  trainingFields,
  trainingSessionFields,
  type Measure,
  type Training,
  type TrainingSession,
} from '../training/model.ts';
import { ruleSettingFields, type RuleSetting } from '../tuning/model.ts';

/** Every register of the product and the type of its rows. The trail, both snapshot loaders, `verify` and backup read this one list. */
export interface Registers {
  organization: Organization;
  membership: Membership;
  invitation: Invitation;
  person: Person;
  unit: Unit;
  absence: Absence;
  erasure: Erasure;
  competenceFramework: CompetenceFramework;
  competence: Competence;
  competenceMapping: CompetenceMapping;
  workRole: WorkRole;
  evidence: Evidence;
  competenceAssessment: CompetenceAssessment;
  role: Role;
  appointment: Appointment;
  framework: Framework;
  frameworkRequirement: FrameworkRequirement;
  requirementMapping: RequirementMapping;
  accountability: Accountability;
  applicability: Applicability;
  requirementCompetence: RequirementCompetence;
  segregationRule: OwnSegregationRule;
  duty: Duty;
  compensatingControl: CompensatingControl;
  project: Project;
  analysis: Analysis;
  action: Action;
  ruleSetting: RuleSetting;
  columnMapping: ColumnMapping;
  documentVersion: DocumentVersion;
  measure: Measure;
  trainingSession: TrainingSession;
  training: Training;
  campaign: Campaign;
  acknowledgement: Acknowledgement;
  reminderSetting: ReminderSetting;
  supplier: Supplier;
  asset: Asset;
}

export type RegisterName = keyof Registers;
export type FieldsOf<R extends RegisterName> = Omit<Registers[R], 'id' | 'version'>;

/** In the order in which rows may be written: what is referred to stands before what refers to it. */
export const registers = {
  organization: organizationFields,
  membership: membershipFields,
  invitation: invitationFields,
  person: personFields,
  unit: unitFields,
  absence: absenceFields,
  erasure: erasureFields,
  competenceFramework: competenceFrameworkFields,
  competence: competenceFields,
  competenceMapping: competenceMappingFields,
  workRole: workRoleFields,
  evidence: evidenceFields,
  competenceAssessment: competenceAssessmentFields,
  role: roleFields,
  appointment: appointmentFields,
  framework: frameworkFields,
  frameworkRequirement: frameworkRequirementFields,
  requirementMapping: requirementMappingFields,
  accountability: accountabilityFields,
  applicability: applicabilityFields,
  requirementCompetence: requirementCompetenceFields,
  segregationRule: segregationRuleFields,
  duty: dutyFields,
  compensatingControl: compensatingControlFields,
  project: projectFields,
  analysis: analysisFields,
  action: actionFields,
  ruleSetting: ruleSettingFields,
  columnMapping: columnMappingFields,
  documentVersion: documentVersionFields,
  measure: measureFields,
  trainingSession: trainingSessionFields,
  training: trainingFields,
  campaign: campaignFields,
  acknowledgement: acknowledgementFields,
  reminderSetting: reminderSettingFields,
  supplier: supplierFields,
  asset: assetFields,
} as const satisfies { readonly [R in RegisterName]: z.ZodObject };

export const registerNames = Object.keys(registers) as readonly RegisterName[];

/**
 * Fields that came to a register after its first rows were written, with what they hold in a row that says nothing of
 * them. Entries of the trail are never rewritten, so every reader of them fills in from here; and who makes a row may
 * leave them out.
 */
export const laterFields = {
  membership: { personId: null },
  invitation: { personId: null },
  person: { earlierPeriods: [], terms: [], erasedOn: null, distinctFrom: [] },
  role: { minimumHolders: 0, competencesRequestedBy: null, competencesApproval: null },
  appointment: { requestedBy: null, approval: null },
  applicability: { statusOn: null, reasons: [], evidence: [] },
  compensatingControl: { ownerId: null },
  competenceAssessment: { claim: null },
} satisfies { readonly [R in RegisterName]?: Partial<FieldsOf<R>> };

type LaterField<R extends RegisterName> = R extends keyof typeof laterFields ? keyof (typeof laterFields)[R] : never;

/** The fields that a new row is made of. */
export type NewFieldsOf<R extends RegisterName> = Omit<FieldsOf<R>, LaterField<R>> & {
  readonly [F in Extract<keyof FieldsOf<R>, LaterField<R>>]?: FieldsOf<R>[F] | undefined;
};

/** A row, or the fields of a new one, with the later fields that it says nothing of. */
export function complete(register: RegisterName, row: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const later: Readonly<Record<string, unknown>> =
    register in laterFields ? laterFields[register as keyof typeof laterFields] : {};
  const missing = Object.entries(later).filter(([field]) => row[field] === undefined);
  return missing.length === 0 ? { ...row } : { ...row, ...Object.fromEntries(missing) };
}
