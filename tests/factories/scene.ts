import { change } from '../../src/capabilities/trail/store/change.ts';
import type { ChangeItem } from '../../src/capabilities/trail/change.ts';
import { loadCurrent } from '../../src/capabilities/trail/store/snapshot.ts';
import type { Snapshot } from '../../src/capabilities/trail/snapshot.ts';
import type { RequirementId } from '../../src/domain/requirement.ts';
import { instant, plainDate } from '../../src/kernel/date.ts';
import type {
  AccountabilityId,
  ActionId,
  ApplicabilityId,
  CompensatingControlId,
  InvitationId,
  MembershipId,
  OrganizationId,
  PersonId,
  ProjectId,
  RoleId,
  RuleSettingId,
} from '../../src/kernel/id.ts';
import type { Carried, TestHouse, TestUser } from './house.ts';
import { freshId, newAppointment, newPerson, newRole } from './organization.ts';

/** An organization with a row or two in every register; every name in it begins with the organization's own. */
export interface Scene {
  readonly id: OrganizationId;
  readonly owner: TestUser;
  readonly name: string;
  readonly member: MembershipId;
  readonly otherMember: MembershipId;
  readonly invitation: InvitationId;
  readonly people: readonly [string, string, string];
  readonly role: string;
  readonly appointments: readonly [string, string];
  readonly project: string;
  readonly action: string;
  readonly facts: () => Promise<Snapshot>;
}

export async function sceneOf(
  house: TestHouse,
  name: string,
  owner: TestUser,
  members: readonly [TestUser, TestUser],
): Promise<Scene> {
  const id = await house.newOrganization(name, owner);
  const [first, second, third] = [newPerson(`${name} Ada`), newPerson(`${name} Ben`), newPerson(`${name} Cem`)];
  const role = newRole(`${name.toLowerCase()}-lead`, `${name} lead`);
  const [held, other] = [newAppointment(second.id, role.id), newAppointment(third.id, role.id, { capacity: 'deputy' })];
  const invitation = freshId<InvitationId>();
  const [project, action] = [freshId<ProjectId>(), freshId<ActionId>()];
  const requirementId = 'A.5.1' as RequirementId;
  const items: readonly ChangeItem[] = [
    {
      register: 'invitation',
      operation: 'create',
      id: invitation,
      fields: {
        email: `${name.toLowerCase()}@invited.example`,
        permission: 'viewer',
        expires: instant('2026-03-09T23:59:59.000Z'),
      },
    },
    first,
    second,
    third,
    role,
    held,
    other,
    {
      register: 'accountability',
      operation: 'create',
      id: freshId<AccountabilityId>(),
      fields: { requirementId, roleId: role.id, personId: null, letters: ['A'] },
    },
    {
      register: 'applicability',
      operation: 'create',
      id: freshId<ApplicabilityId>(),
      fields: { requirementId, applicable: true, justification: `${name} needs it`, status: 'planned' },
    },
    {
      register: 'ruleSetting',
      operation: 'create',
      id: freshId<RuleSettingId>(),
      fields: { rule: 'role.no-hours', on: false, severity: null, limit: null, reason: `${name} plans by days` },
    },
    {
      register: 'compensatingControl',
      operation: 'create',
      id: freshId<CompensatingControlId>(),
      fields: {
        rule: 'SOD-01',
        personId: first.id,
        control: `${name} reviews`,
        approvedBy: `${name} board`,
        expires: plainDate('2027-01-01'),
      },
    },
    {
      register: 'project',
      operation: 'create',
      id: project,
      fields: {
        name: `${name} resources`,
        purpose: '',
        managerId: first.id,
        memberIds: [second.id],
        from: plainDate('2026-01-01'),
        to: null,
        state: 'analysis',
      },
    },
    {
      register: 'action',
      operation: 'create',
      id: action,
      fields: {
        title: `${name} hires`,
        description: '',
        ownerId: second.id,
        due: plainDate('2026-12-01'),
        state: 'open',
        closedOn: null,
        requirementId,
        projectId: project,
      },
    },
  ];
  await change(house.installation.db, house.clock, {
    actor: { kind: 'operator', name: `${name} operator` },
    organizationId: id,
    reason: `${name} begins`,
    items,
  });
  return {
    id,
    owner,
    name,
    member: await house.join(id, members[0], 'viewer'),
    otherMember: await house.join(id, members[1], 'viewer'),
    invitation,
    people: [first.id, second.id, third.id],
    role: role.id,
    appointments: [held.id, other.id],
    project,
    action,
    facts: () => house.installation.db.inOrganization(id, (tx) => loadCurrent(tx, id)),
  };
}

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
  const [held, other] = ids.appointments;
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
    importPeople: { ...inside(), query: { name: 'people.csv', dryRun: 'false' }, file: people },
    pastePeople: { ...inside(), body: { text: 'Ilse Neu', dryRun: false } },
    roles: inside(),
    createRole: { ...inside(), body: newRole('fresh', 'Fresh role').fields },
    updateRole: { ...inside({ roleId: ids.role }), version: 1, body: { needsDeputy: true } },
    appointments: { ...inside(), query: { personId: second } },
    appoint: { ...inside(), body: newAppointment(third as PersonId, ids.role as RoleId).fields },
    updateAppointment: { ...inside({ appointmentId: other }), version: 1, body: { hoursPerWeek: 4 } },
    matrix: inside(),
    editCells: {
      ...inside(),
      body: { edits: [{ requirementId: 'A.5.2', roleId: ids.role, personId: null, letters: ['R'], version: null }] },
    },
    importMatrix: { ...inside(), query: { name: 'matrix.csv', dryRun: 'false' }, file: matrix },
    applicability: inside(),
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
    assessment: inside(),
    requirement: inside({ requirementId: 'A.5.1' }),
    leaver: { ...inside({ personId: third }), query: { to: '2026-06-01' } },
    resilience: inside(),
    accountabilityMatrix: { ...inside(), query: { format: 'json' } },
    statementOfApplicability: { ...inside(), query: { format: 'json' } },
    letterOfAppointment: { ...inside({ appointmentId: held }), query: { format: 'docx' } },
    ruleSettings: inside(),
    tuneRule: {
      ...inside({ rule: 'rasci.several-accountable' }),
      body: { on: true, severity: 'minor', limit: 2, reason: 'Two heads share it', version: null },
    },
    resetRule: { ...inside({ rule: 'role.no-hours' }), version: 1 },
    trail: inside(),
    verifyTrail: inside(),
  };
}
