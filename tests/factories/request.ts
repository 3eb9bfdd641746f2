import type { PersonId, RoleId } from '../../src/kernel/id.ts';
import type { Carried } from './house.ts';
import { newDraft } from './campaign.ts';
import { competenceRequests } from './competence-request.ts';
import { newAppointment, newPerson, newRole } from './organization.ts';
import type { Scene } from './scene.ts';
import { trainingRequests } from './training-request.ts';

const people = 'Name,E-mail\nGerda Neu,gerda.neu@people.example\n';
const matrix = [
  'Control,Title,CISO,Head of IT,HR Manager',
  'A.5.1,Policies for information security,A,R,C',
  'A.5.2,Information security roles and responsibilities,A,R,I',
  'A.6.3,Information security awareness,A,C,R',
  'A.8.1,User endpoint devices,A,R,I',
].join('\n');

/** A good request for each route inside an organization: `of` names the organization, `ids` the rows it is about. */
export function requestsFor(of: Scene, ids: Scene = of): Readonly<Record<string, Carried>> {
  const organizationId = of.id;
  const [first, second, third] = ids.people;
  const [held, other, open] = ids.appointments;
  const inside = (path: Readonly<Record<string, string>> = {}): Pick<Carried, 'path'> => ({
    path: { organizationId, ...path },
  });
  return {
    organization: inside(),
    updateOrganization: { ...inside(), version: 1, body: { scope: 'All of it' } },
    members: inside(),
    changeMember: { ...inside({ membershipId: ids.member }), version: 1, body: { permission: 'auditor' } },
    removeMember: { ...inside({ membershipId: ids.otherMember }), version: 1 },
    invite: { ...inside(), body: { email: 'guest@people.example', permission: 'viewer' } },
    withdrawInvitation: { ...inside({ invitationId: ids.invitation }), version: 1 },
    people: inside(),
    person: inside({ personId: first }),
    createPerson: { ...inside(), body: { ...newPerson('Hans Neu').fields, managerId: first } },
    updatePerson: { ...inside({ personId: first }), version: 1, body: { unit: 'Plant', managerId: third } },
    endEngagement: {
      ...inside({ personId: second }),
      version: 1,
      body: {
        to: '2026-06-01',
        handOver: [{ appointmentId: held, personId: first }],
        lettersTo: third,
        reportsTo: third,
      },
    },
    engageAgain: { ...inside({ personId: ids.leaver }), version: 1, body: { from: '2026-09-01', to: null } },
    editPeople: { ...inside(), body: { people: [{ id: third, version: 1 }], set: { site: 'Harbour' } } },
    movePerson: {
      ...inside({ personId: ids.mover }),
      version: 1,
      body: {
        from: '2026-06-01',
        unit: 'Plant',
        site: null,
        managerId: third,
        weeklyHours: 30,
        appointments: [{ appointmentId: ids.moved, to: first }],
        letters: [],
        reportsTo: null,
        dryRun: true,
      },
    },
    units: inside(),
    createUnit: { ...inside(), body: { kind: 'unit', name: 'Harbour', parentId: null, headId: first, note: '' } },
    updateUnit: { ...inside({ unitId: ids.units[0] }), version: 1, body: { name: 'Works' } },
    removeUnit: { ...inside({ unitId: ids.units[1] }), version: 1 },
    absences: inside(),
    recordAbsence: {
      ...inside(),
      body: { personId: third, kind: 'leave', from: '2026-07-01', to: '2026-07-15', note: '' },
    },
    updateAbsence: { ...inside({ absenceId: ids.absences[0] }), version: 1, body: { note: 'By the sea' } },
    removeAbsence: { ...inside({ absenceId: ids.absences[1] }), version: 1 },
    personalData: { ...inside({ personId: ids.gone }), query: { format: 'json' } },
    erasurePlan: inside({ personId: ids.gone }),
    erasePerson: { ...inside({ personId: ids.gone }), version: 1, body: { reason: 'Asked for it' } },
    importPeople: {
      ...inside(),
      query: { name: 'people.csv', dryRun: 'false' },
      file: people,
      body: { columns: [{ heading: 'E-mail', field: 'email' }], answers: [{ row: 9, is: 'skip' }] },
    },
    importProgress: inside({ importId: ids.underWay }),
    cancelImport: inside({ importId: ids.underWay }),
    doubles: inside(),
    mergePeople: {
      ...inside({ personId: ids.doubles[0] }),
      version: 1,
      body: { drop: ids.doubles[1], dropVersion: 1, take: ['name'], dryRun: true },
    },
    keepApart: { ...inside({ personId: ids.doubles[0] }), body: { other: ids.doubles[1] } },
    columnMappings: inside(),
    forgetColumnMapping: { ...inside({ columnMappingId: ids.columnMapping }), version: 1 },
    pastePeople: { ...inside(), body: { text: 'Ilse Neu', dryRun: false } },
    evidenceFiles: { ...inside(), query: { personId: first } },
    uploadEvidence: {
      ...inside(),
      query: { name: 'Certificate.txt' },
      body: { personId: first, note: '' },
      file: 'She knows her trade.',
    },
    downloadEvidence: inside({ evidenceId: ids.evidence[0] }),
    previewEvidence: inside({ evidenceId: ids.evidence[0] }),
    removeEvidence: { ...inside({ evidenceId: ids.evidence[1] }), version: 1 },
    ...trainingRequests(of, ids),
    roles: inside(),
    createRole: { ...inside(), body: newRole('fresh', 'Fresh role').fields },
    updateRole: { ...inside({ roleId: ids.role }), version: 1, body: { needsDeputy: true } },
    removeRole: { ...inside({ roleId: ids.spareRole }), version: 1 },
    staffing: inside(),
    takeTemplate: inside(),
    staff: {
      ...inside(),
      body: {
        from: '2031-01-01',
        placements: [{ personId: second, roleId: ids.role, capacity: 'deputy', hoursPerWeek: 1 }],
      },
    },
    simulateAppointments: {
      ...inside(),
      body: {
        appointments: [
          {
            appointmentId: null,
            personId: second,
            roleId: ids.role,
            capacity: 'holder',
            from: '2026-03-03',
            to: null,
            hoursPerWeek: 4,
          },
        ],
      },
    },
    approveAppointment: { ...inside({ appointmentId: open }), version: 1, body: { paper: null } },
    approveAppointments: { ...inside(), body: { appointments: [{ id: other, version: 1 }] } },
    appointments: { ...inside(), query: { personId: second } },
    appoint: { ...inside(), body: newAppointment(third as PersonId, ids.role as RoleId).fields },
    takeOver: {
      ...inside(),
      body: {
        appointments: [{ id: ids.moved, version: 1, hoursPerWeek: 4 }],
        personId: first,
        from: '2031-06-01',
      },
    },
    updateAppointment: { ...inside({ appointmentId: other }), version: 2, body: { hoursPerWeek: 4 } },
    frameworks: inside(),
    framework: inside({ frameworkId: ids.framework }),
    frameworkRequirement: inside({ requirementId: ids.frameworkRequirement }),
    importFramework: {
      ...inside(),
      query: { name: 'sea.json', dryRun: 'false' },
      file: '{"catalog":{"metadata":{"title":"Sea rules"},"controls":[{"id":"w-1","title":"Watch"}]}}',
    },
    removeFramework: { ...inside({ frameworkId: ids.spareFramework }), version: 1 },
    frameworkMatrix: { ...inside({ frameworkId: ids.framework }), query: { format: 'csv' } },
    mappings: inside({ frameworkId: ids.framework }),
    mappingSuggestions: inside({ frameworkId: ids.framework }),
    editMappings: {
      ...inside({ frameworkId: ids.framework }),
      body: { add: [{ requirementId: ids.frameworkRequirement, mappedTo: 'A.5.2', note: '' }] },
    },
    matrix: inside(),
    peopleLetters: inside(),
    cellTurns: { ...inside(), query: { since: '2026-03-01' } },
    editCells: {
      ...inside(),
      body: { edits: [{ requirementId: 'A.5.2', roleId: ids.role, personId: null, letters: ['R'], version: null }] },
    },
    importMatrix: { ...inside(), query: { name: 'matrix.csv', dryRun: 'false' }, file: matrix },
    applicability: inside(),
    controlResources: inside(),
    editApplicability: {
      ...inside(),
      body: {
        edits: [
          { requirementId: 'A.5.3', applicable: false, justification: 'None here', status: 'planned', version: null },
        ],
      },
    },
    importStatement: {
      ...inside(),
      query: { name: 'statement.csv', dryRun: 'false' },
      file: 'Control,Applicable,Justification\nA.5.4,no,None here\n',
    },
    importCompetences: {
      ...inside(),
      query: { name: 'skills.csv', dryRun: 'false' },
      file: 'Person,Competence,Level\nSomebody,Risk assessment,3\n',
      body: { people: [{ foreign: 'Somebody', target: first }] },
    },
    compensatingControls: inside(),
    recordCompensatingControl: {
      ...inside(),
      body: {
        rule: 'SOD-02',
        personId: first,
        control: 'Reviewed monthly',
        approvedBy: 'Board',
        expires: '2027-01-01',
      },
    },
    projects: inside(),
    project: inside({ projectId: ids.project }),
    createProject: {
      ...inside(),
      body: { name: 'Fresh project', purpose: '', managerId: first, memberIds: [third], from: '2026-03-01', to: null },
    },
    updateProject: { ...inside({ projectId: ids.project }), version: 1, body: { purpose: 'All of it' } },
    moveProject: {
      ...inside({ projectId: ids.project }),
      version: 2,
      body: { state: 'planning', reason: 'The rest follows' },
    },
    analysis: inside({ projectId: ids.project }),
    editAnalysis: {
      ...inside({ projectId: ids.project }),
      body: {
        edits: [
          { requirementId: 'A.5.7', callsFor: 'Two feeds', atHand: '', verdict: 'missing', gap: 'Both', version: null },
        ],
      },
    },
    actions: inside(),
    createActions: {
      ...inside(),
      body: {
        actions: [
          {
            title: 'Read two feeds',
            description: '',
            ownerId: first,
            due: '2026-12-01',
            requirementId: 'A.5.7',
            projectId: ids.project,
          },
        ],
      },
    },
    editActions: { ...inside(), body: { edits: [{ id: ids.action, version: 1, state: 'done' }] } },
    updateCompensatingControl: {
      ...inside({ compensatingControlId: ids.compensatingControl }),
      version: 1,
      body: { ownerId: first, expires: '2027-06-01' },
    },
    segregationRules: inside(),
    addSegregationRule: {
      ...inside(),
      body: {
        kind: 'activity-pair',
        a: 'bookkeeping',
        b: 'stocktaking',
        title: 'Keeping and counting',
        reason: 'Nobody counts what they keep.',
        severity: 'medium',
        references: ['A.5.3'],
        compensatingControl: 'A second person counts.',
      },
    },
    updateSegregationRule: {
      ...inside({ segregationRuleId: ids.segregationRule }),
      version: 1,
      body: { severity: 'high' },
    },
    removeSegregationRule: { ...inside({ segregationRuleId: ids.segregationRule }), version: 2 },
    duties: inside(),
    assignDuty: {
      ...inside(),
      body: {
        activity: 'internal-audit',
        roleId: null,
        personId: first,
        requirementIds: ['A.5.1'],
        scope: null,
        from: null,
        to: null,
      },
    },
    updateDuty: { ...inside({ dutyId: ids.duty }), version: 1, body: { scope: 'Other books' } },
    removeDuty: { ...inside({ dutyId: ids.duty }), version: 2 },
    assessment: inside(),
    requirement: inside({ requirementId: 'A.5.1' }),
    leaver: { ...inside({ personId: third }), query: { to: '2026-06-01' } },
    waysOut: { ...inside({ personId: first }), query: { competence: 'COMP-01' } },
    resilience: inside(),
    awareness: inside(),
    campaigns: inside(),
    campaign: inside({ campaignId: ids.campaigns[0] }),
    campaignPeople: { ...inside({ campaignId: ids.campaigns[0] }), query: { show: 'all' } },
    createCampaign: { ...inside(), body: newDraft('Passwords') },
    updateCampaign: { ...inside({ campaignId: ids.campaigns[0] }), version: 1, body: { due: '2027-01-31' } },
    runCampaignAgain: { ...inside({ campaignId: ids.campaigns[0] }), body: { from: '2027-02-01' } },
    removeCampaign: { ...inside({ campaignId: ids.campaigns[1] }), version: 1 },
    acknowledgeCampaign: { ...inside({ campaignId: ids.campaigns[0] }), version: 1, body: { answers: [] } },
    recordAcknowledgements: {
      ...inside({ campaignId: ids.campaigns[0] }),
      body: { personIds: [second], on: '2026-03-01' },
    },
    documentVersions: { ...inside(), query: { document: 'statement-of-applicability' } },
    versionDifferences: { ...inside(), query: { document: 'accountability-matrix', from: '1' } },
    submitVersion: { ...inside(), body: { document: 'statement-of-applicability', note: 'For the audit' } },
    decideVersion: {
      ...inside({ documentVersionId: ids.versions[0] }),
      version: 1,
      body: { verdict: 'approved', note: 'Seen' },
    },
    withdrawVersion: { ...inside({ documentVersionId: ids.versions[1] }), version: 1 },
    accountabilityMatrix: { ...inside(), query: { format: 'json' } },
    statementOfApplicability: { ...inside(), query: { format: 'json' } },
    roleProfile: { ...inside({ roleId: ids.role }), query: { format: 'docx' } },
    personProfile: { ...inside({ personId: first }), query: { format: 'docx' } },
    peopleRegister: { ...inside(), query: { format: 'csv' } },
    competenceMatrixDocument: { ...inside(), query: { format: 'csv' } },
    trainingPlanDocument: { ...inside(), query: { format: 'docx', by: 'unit' } },
    competenceRecord: { ...inside({ personId: first }), query: { format: 'docx' } },
    competenceRegister: { ...inside(), query: { format: 'csv' } },
    requiredCompetences: { ...inside(), query: { format: 'csv' } },
    trainingRegister: { ...inside(), query: { format: 'csv' } },
    letterOfAppointment: { ...inside({ appointmentId: held }), query: { format: 'docx' } },
    ruleSettings: inside(),
    tuneRule: {
      ...inside({ rule: 'rasci.several-accountable' }),
      body: { on: true, severity: 'minor', limit: 2, reason: 'Two heads share it', version: null },
    },
    reminderSettings: inside(),
    setReminder: {
      ...inside({ reminder: 'action-due' }),
      body: { on: false, reason: 'We meet every week', version: null },
    },
    mailsTonight: inside(),
    sendTestMail: inside(),
    mailLog: inside(),
    resetRule: { ...inside({ rule: 'role.no-hours' }), version: 1 },
    resourceProject: { ...inside({ projectId: ids.project }), query: { format: 'docx' } },
    ...competenceRequests(of, ids),
    personCompetence: inside({ personId: first }),
    recordJudgement: {
      ...inside({ personId: first }),
      body: { competence: 'risk-treatment', level: 2, on: '2026-02-01', method: 'observed' },
    },
    updateJudgement: {
      ...inside({ competenceAssessmentId: ids.judgements[0] }),
      version: 1,
      body: { note: 'With the file' },
    },
    withdrawJudgement: { ...inside({ competenceAssessmentId: ids.judgements[1] }), version: 1 },
    competenceMatrix: inside(),
    competenceCell: { ...inside(), query: { personId: first, competence: 'risk-assessment' } },
    judgeCells: {
      ...inside(),
      body: {
        cells: [{ personId: first, competence: 'cryptography', seen: '', edit: { level: 3 } }],
        terms: { on: '2026-03-01', method: 'manager', assessorId: second, assessorName: null, reference: null },
      },
    },
    roleCompetences: inside(),
    requireCells: {
      ...inside(),
      body: {
        roles: [
          {
            roleId: ids.competence.roles[1],
            version: 1,
            cells: [{ competence: 'risk-assessment', requirement: { level: 4, required: true } }],
          },
        ],
      },
    },
    competenceBench: inside(),
    competenceTrend: inside(),
    trail: inside(),
    verifyTrail: inside(),
    undoChange: { ...inside({ changeId: ids.change }), body: { dryRun: false } },
  };
}
