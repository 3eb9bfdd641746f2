import type { RuleId } from '../../src/capabilities/assessment/model.ts';
import type { RuleSetting } from '../../src/capabilities/tuning/model.ts';
import type { RuleSettingId } from '../../src/kernel/id.ts';
import { laterFields, type RegisterName } from '../../src/capabilities/trail/register.ts';
import type { Snapshot } from '../../src/capabilities/trail/snapshot.ts';

/** What rows hold in the fields that came later. */
export const later = laterFields;

/** No row in any register. */
export const noRows: { readonly [R in Exclude<RegisterName, 'organization'>]: Snapshot[R] } = {
  membership: [],
  invitation: [],
  person: [],
  unit: [],
  absence: [],
  erasure: [],
  role: [],
  appointment: [],
  framework: [],
  frameworkRequirement: [],
  requirementMapping: [],
  accountability: [],
  applicability: [],
  segregationRule: [],
  duty: [],
  compensatingControl: [],
  project: [],
  analysis: [],
  action: [],
  ruleSetting: [],
  columnMapping: [],
  documentVersion: [],
  competenceFramework: [],
  competence: [],
  competenceMapping: [],
  workRole: [],
  evidence: [],
  competenceAssessment: [],
  requirementCompetence: [],
  measure: [],
  trainingSession: [],
  training: [],
  campaign: [],
  acknowledgement: [],
  reminderSetting: [],
  supplier: [],
  asset: [],
};

let settings = 0;

/** What an organization set of a rule: on, and everything else as shipped, where nothing is said. */
export const settingOf = (rule: RuleId, changes: Partial<RuleSetting> = {}): RuleSetting => ({
  id: `00000000-0000-7000-8011-${(settings++).toString(16).padStart(12, '0')}` as RuleSettingId,
  version: 1,
  rule,
  on: true,
  severity: null,
  limit: null,
  reason: 'So decided.',
  ...changes,
});
