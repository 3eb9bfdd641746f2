import type { Permission } from '../../src/capabilities/identity/model.ts';
import type { RegisterName } from '../../src/capabilities/trail/register.ts';
import type { Route } from '../../src/kernel/route.ts';

/** What each route that writes touches. */
export const written: Readonly<Record<string, RegisterName>> = {
  updateOrganization: 'organization',
  changeMember: 'membership',
  removeMember: 'membership',
  invite: 'invitation',
  withdrawInvitation: 'invitation',
  createPerson: 'person',
  updatePerson: 'person',
  endEngagement: 'appointment',
  engageAgain: 'person',
  editPeople: 'person',
  movePerson: 'appointment',
  createUnit: 'unit',
  updateUnit: 'unit',
  removeUnit: 'unit',
  recordAbsence: 'absence',
  updateAbsence: 'absence',
  removeAbsence: 'absence',
  erasePerson: 'erasure',
  importPeople: 'person',
  cancelImport: 'person',
  mergePeople: 'appointment',
  keepApart: 'person',
  forgetColumnMapping: 'columnMapping',
  pastePeople: 'person',
  uploadEvidence: 'evidence',
  removeEvidence: 'evidence',
  createRole: 'role',
  updateRole: 'role',
  removeRole: 'role',
  takeTemplate: 'role',
  staff: 'appointment',
  approveAppointment: 'appointment',
  approveAppointments: 'appointment',
  appoint: 'appointment',
  updateAppointment: 'appointment',
  importFramework: 'framework',
  removeFramework: 'framework',
  editMappings: 'requirementMapping',
  editCells: 'accountability',
  importMatrix: 'role',
  editApplicability: 'applicability',
  importStatement: 'applicability',
  undoChange: 'role',
  recordCompensatingControl: 'compensatingControl',
  submitVersion: 'documentVersion',
  withdrawVersion: 'documentVersion',
  decideVersion: 'documentVersion',
  createProject: 'project',
  updateProject: 'project',
  moveProject: 'project',
  editAnalysis: 'analysis',
  createActions: 'action',
  editActions: 'action',
  updateCompensatingControl: 'compensatingControl',
  addSegregationRule: 'segregationRule',
  updateSegregationRule: 'segregationRule',
  removeSegregationRule: 'segregationRule',
  assignDuty: 'duty',
  updateDuty: 'duty',
  removeDuty: 'duty',
  tuneRule: 'ruleSetting',
  resetRule: 'ruleSetting',
};
const mayWrite: { readonly [R in RegisterName]: readonly Permission[] } = {
  organization: ['owner'],
  membership: ['owner'],
  judgeCells: 'competenceAssessment',
  requireCells: 'role',
  invitation: ['owner'],
  person: ['owner', 'manager', 'contributor'],
  unit: ['owner', 'manager'],
  absence: ['owner', 'manager', 'contributor'],
  erasure: ['owner'],
  framework: ['owner', 'manager'],
  frameworkRequirement: ['owner', 'manager'],
  requirementMapping: ['owner', 'manager', 'contributor'],
  segregationRule: ['owner', 'manager'],
  duty: ['owner', 'manager'],
  project: ['owner', 'manager', 'contributor'],
  analysis: ['owner', 'manager', 'contributor'],
  action: ['owner', 'manager', 'contributor'],
  ruleSetting: ['owner', 'manager'],
  columnMapping: ['owner', 'manager', 'contributor'],
  documentVersion: ['owner', 'manager', 'contributor'],
  role: ['owner', 'manager'],
  appointment: ['owner', 'manager'],
  accountability: ['owner', 'manager', 'contributor'],
  applicability: ['owner', 'manager', 'contributor'],
  compensatingControl: ['owner', 'manager', 'approver'],
  competenceFramework: ['owner', 'manager'],
  competence: ['owner', 'manager'],
  competenceMapping: ['owner', 'manager'],
  workRole: ['owner', 'manager'],
  evidence: ['owner', 'manager', 'contributor'],
  competenceAssessment: ['owner', 'manager', 'contributor'],
  requirementCompetence: ['owner', 'manager'],
  measure: ['owner', 'manager'],
  trainingSession: ['owner', 'manager', 'contributor'],
  training: ['owner', 'manager', 'contributor'],
  campaign: ['owner', 'manager'],
  acknowledgement: ['owner', 'manager', 'contributor'],
  reminderSetting: ['owner', 'manager'],
};
/** Routes that take a body and write nothing. */
export const unwriting: readonly string[] = ['verifyTrail', 'simulateAppointments'];
/** Routes that give a second person's word. */
const deciding: readonly string[] = ['decideVersion', 'approveAppointment', 'approveAppointments'];
const mayDecide: readonly Permission[] = ['owner', 'manager', 'approver'];
const mayReadTrail: readonly Permission[] = ['owner', 'manager', 'auditor'];
/** Who may read what not every member may, beside the trail. */
const read: Readonly<Record<string, readonly Permission[]>> = {
  personalData: ['owner', 'manager'],
  erasurePlan: ['owner'],
  evidenceFiles: ['owner', 'manager', 'auditor'],
  downloadEvidence: ['owner', 'manager', 'auditor'],
  previewEvidence: ['owner', 'manager', 'auditor'],
};
export const allowed = ({ id }: Route, permission: Permission): boolean => {
  if (read[id] !== undefined) return read[id].includes(permission);
  if (deciding.includes(id)) return mayDecide.includes(permission);
  const register = written[id];
  return register === undefined
    ? !id.toLowerCase().includes('trail') || mayReadTrail.includes(permission)
    : mayWrite[register].includes(permission);
};
