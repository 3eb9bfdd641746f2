import { peopleImportRoutes } from '../../src/capabilities/people/import-contract.ts';
import { hashOfFile } from '../../src/capabilities/competence/store/evidence.ts';
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
  CampaignId,
  ColumnMappingId,
  CompensatingControlId,
  DutyId,
  EvidenceId,
  DocumentVersionId,
  FrameworkId,
  FrameworkRequirementId,
  InvitationId,
  MembershipId,
  OrganizationId,
  ProjectId,
  RequirementMappingId,
  RuleSettingId,
  SegregationRuleId,
} from '../../src/kernel/id.ts';
import type { TestHouse, TestUser } from './house.ts';
import { competenceScene, type CompetenceScene } from './competence.ts';
import { trainingScene, type TrainingScene } from './training.ts';
import { newCampaign } from './campaign.ts';
import { newJudgement } from './judgement.ts';
import { freshId, newAbsence, newAppointment, newPerson, newRole, newUnit } from './organization.ts';

/** An organization with a row or two in every register; every name in it begins with the organization's own. */
export interface Scene {
  readonly id: OrganizationId;
  readonly owner: TestUser;
  readonly name: string;
  readonly member: MembershipId;
  readonly otherMember: MembershipId;
  readonly invitation: InvitationId;
  readonly people: readonly [string, string, string];
  readonly leaver: string;
  /** Left long ago, and holds nothing any more. */
  readonly gone: string;
  readonly mover: string;
  /** The mover's appointment. */
  readonly moved: string;
  readonly units: readonly [string, string];
  readonly absences: readonly [string, string];
  readonly role: string;
  /** The last one is for a second person to approve. */
  readonly appointments: readonly [string, string, string];
  /** A role that nothing uses. */
  readonly spareRole: string;
  /** Of the matrix and of the statement; both wait. */
  readonly versions: readonly [string, string];
  readonly project: string;
  readonly action: string;
  readonly compensatingControl: CompensatingControlId;
  readonly segregationRule: SegregationRuleId;
  readonly duty: DutyId;
  readonly framework: FrameworkId;
  /** One that nothing refers to. */
  readonly spareFramework: FrameworkId;
  /** Of `framework`. */
  readonly frameworkRequirement: RequirementId;
  /** One that is open, and one that nobody acknowledged. */
  readonly campaigns: readonly [CampaignId, CampaignId];
  /** Of the first of the people. */
  /** The last one waits for somebody else's word. */
  readonly judgements: readonly [string, string, string];
  /** Two people who may be one. */
  readonly doubles: readonly [string, string];
  readonly columnMapping: string;
  /** An import that the owner tried, as its progress is asked for. */
  readonly underWay: string;
  /** The latest change: a role that nothing uses was added. */
  readonly change: string;
  /** A file about the first of the people, and one about nobody. */
  readonly evidence: readonly [EvidenceId, EvidenceId];
  readonly training: TrainingScene;
  readonly competence: CompetenceScene;
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
  const mover = newPerson(`${name} Eva`);
  const leaver = newPerson(`${name} Dan`, { to: plainDate('2026-02-01') });
  const gone = newPerson(`${name} Edda`, { to: plainDate('2025-02-01') });
  const [plant, yard] = [newUnit(`${name} plant`), newUnit(`${name} yard`)];
  const [leave, course] = [newAbsence(first.id, '2026-08-01'), newAbsence(first.id, '2026-10-01')];
  const role = newRole(`${name.toLowerCase()}-lead`, `${name} lead`);
  const spareRole = newRole(`${name.toLowerCase()}-unused`, `${name} unused`);
  const [held, other] = [newAppointment(second.id, role.id), newAppointment(third.id, role.id, { capacity: 'deputy' })];
  const open = newAppointment(first.id, role.id, { capacity: 'deputy' });
  const moved = newAppointment(mover.id, role.id, { capacity: 'deputy' });
  const invitation = freshId<InvitationId>();
  const [project, action] = [freshId<ProjectId>(), freshId<ActionId>()];
  const [compensatingControl, segregationRule, duty] = [
    freshId<CompensatingControlId>(),
    freshId<SegregationRuleId>(),
    freshId<DutyId>(),
  ];
  const requirementId = 'A.5.1' as RequirementId;
  const [framework, spareFramework] = [freshId<FrameworkId>(), freshId<FrameworkId>()];
  const ownKey = `k${id.slice(-10)}`;
  const frameworkRequirement = `${ownKey}:W.1` as RequirementId;
  const versions = [freshId<DocumentVersionId>(), freshId<DocumentVersionId>()] as const;
  const [gil, hil] = [newPerson(`${name} Gil`), newPerson(`${name} Gill`)];
  const mapping = freshId<ColumnMappingId>();
  const [running, spare] = [newCampaign(`${name} policy`), newCampaign(`${name} phishing`)];
  const items: readonly ChangeItem[] = [
    gil,
    hil,
    {
      register: 'columnMapping',
      operation: 'create',
      id: mapping,
      fields: {
        kind: 'people',
        source: 'wer|wo',
        name: `${name} export`,
        columns: [{ heading: 'Wer', field: 'fullName' }],
      },
    },
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
    leaver,
    gone,
    mover,
    plant,
    yard,
    leave,
    course,
    role,
    spareRole,
    held,
    other,
    moved,
    open,
    {
      register: 'accountability',
      operation: 'create',
      id: freshId<AccountabilityId>(),
      fields: { requirementId, roleId: role.id, personId: null, letters: ['A'] },
    },
    ...[framework, spareFramework].map((frameworkId, index): ChangeItem => ({
      register: 'framework',
      operation: 'create',
      id: frameworkId,
      fields: {
        key: index === 0 ? ownKey : `${ownKey}s`,
        name: `${name} rules ${index + 1}`,
        edition: '1',
        publisher: null,
        licence: '',
        format: 'oscal',
      },
    })),
    {
      register: 'frameworkRequirement',
      operation: 'create',
      id: freshId<FrameworkRequirementId>(),
      fields: {
        frameworkId: framework,
        requirementId: frameworkRequirement,
        reference: 'W.1',
        title: `${name} policies for security`,
        text: '',
        parent: null,
        assessable: true,
        position: 0,
      },
    },
    {
      register: 'requirementMapping',
      operation: 'create',
      id: freshId<RequirementMappingId>(),
      fields: { requirementId: frameworkRequirement, mappedTo: requirementId, note: `${name} thinks so` },
    },
    {
      register: 'applicability',
      operation: 'create',
      id: freshId<ApplicabilityId>(),
      fields: { requirementId, applicable: true, justification: `${name} needs it`, status: 'planned' },
    },
    {
      register: 'segregationRule',
      operation: 'create',
      id: segregationRule,
      fields: {
        key: 'OWN-1',
        kind: 'activity-pair',
        a: 'bookkeeping',
        b: 'cashier',
        title: `${name} keeps money apart`,
        reason: '',
        severity: 'low',
        references: [],
        compensatingControl: null,
      },
    },
    {
      register: 'duty',
      operation: 'create',
      id: duty,
      fields: {
        activity: 'bookkeeping',
        roleId: role.id,
        personId: null,
        requirementIds: [],
        scope: `${name} books`,
        from: null,
        to: null,
      },
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
      id: compensatingControl,
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
  const paper = Buffer.from(`${name} is proven`);
  const sha256 = hashOfFile(paper);
  await house.storage.put(id, sha256, [paper]);
  const evidence = [freshId<EvidenceId>(), freshId<EvidenceId>()] as const;
  const files = evidence.map((file, index): ChangeItem => ({
    register: 'evidence',
    operation: 'create',
    id: file,
    fields: {
      name: `${name} paper ${index + 1}.txt`,
      sha256,
      bytes: paper.byteLength,
      mediaType: 'text/plain',
      personId: index === 0 ? first.id : null,
      note: '',
      uploadedBy: null,
      uploadedOn: plainDate('2026-03-03'),
      scan: 'not-scanned',
    },
  }));
  const judgements = [
    newJudgement(first.id),
    newJudgement(first.id, { note: `${name} saw it` }),
    newJudgement(first.id, { method: 'certificate', reference: `${name} 17`, claim: { decision: null } }),
  ] as const;
  const training = trainingScene(name, third.id);
  const competence = competenceScene(name);
  const waiting = versions.map((version, index): ChangeItem => ({
    register: 'documentVersion',
    operation: 'create',
    id: version,
    fields: {
      document: index === 0 ? 'accountability-matrix' : 'statement-of-applicability',
      number: 1,
      note: `${name} asks`,
      requestedBy: null,
      requestedByName: `${name} operator`,
      requestedOn: plainDate('2026-03-03'),
      sequence: 1,
      hash: 'a'.repeat(64),
      recordedAt: instant('2026-03-03T09:00:00.000Z'),
      marks: [],
      decision: null,
    },
  }));
  await change(house.installation.db, house.clock, {
    actor: { kind: 'operator', name: `${name} operator` },
    organizationId: id,
    reason: `${name} begins`,
    items: [...items, running, spare, ...judgements, ...competence.items, ...training.items, ...waiting, ...files],
  });
  const underWay = freshId<string>();
  await house.call(
    peopleImportRoutes.importPeople,
    { path: { organizationId: id }, query: { name: 'tried.csv', progress: underWay }, file: `Name\n${name} Tried\n` },
    owner,
  );
  const lastChange = await change(house.installation.db, house.clock, {
    actor: { kind: 'operator', name: `${name} operator` },
    organizationId: id,
    reason: `${name} adds a role`,
    items: [newRole(`${name.toLowerCase()}-late`, `${name} late`)],
  });
  return {
    id,
    campaigns: [running.id, spare.id],
    judgements: [judgements[0].id, judgements[1].id, judgements[2].id],
    owner,
    name,
    doubles: [gil.id, hil.id],
    columnMapping: mapping,
    underWay,
    change: lastChange.change ?? '',
    member: await house.join(id, members[0], 'viewer'),
    otherMember: await house.join(id, members[1], 'viewer'),
    invitation,
    people: [first.id, second.id, third.id],
    leaver: leaver.id,
    gone: gone.id,
    mover: mover.id,
    moved: moved.id,
    units: [plant.id, yard.id],
    absences: [leave.id, course.id],
    role: role.id,
    appointments: [held.id, other.id, open.id],
    spareRole: spareRole.id,
    versions,
    project,
    action,
    compensatingControl,
    segregationRule,
    duty,
    framework,
    spareFramework,
    frameworkRequirement,
    evidence,
    training,
    competence,
    facts: () => house.installation.db.inOrganization(id, (tx) => loadCurrent(tx, id)),
  };
}
