import type { Letter, RequirementId } from '../../domain/requirement.ts';
import type { Instant, PlainDate } from '../../kernel/date.ts';
import type { AccountabilityId, AppointmentId, CampaignId, PersonId, RoleId } from '../../kernel/id.ts';
import type { Level } from '../../kernel/level.ts';
import type { AnsweredPerson } from './answer-competence.ts';
import type { Applicability } from '../applicability/model.ts';
import type { RegisterName } from '../trail/register.ts';
import type { TrailPosition } from '../trail/snapshot.ts';

/** Ids are stable: organizations tune by them, documents cite them. */
export const ruleIds = [
  'role.mandatory-vacant',
  'role.no-deputy',
  'role.no-hours',
  'role.holder-left',
  'role.below-minimum',
  'role.outsider',
  'role.not-approved',
  'rasci.no-accountable',
  'rasci.several-accountable',
  'rasci.no-responsible',
  'rasci.several-responsible',
  'rasci.unresolved',
  'rasci.overloaded',
  'soa.unresourced',
  'soa.unjustified',
  'soa.not-approved',
  'sod.conflict',
  'sod.control-expiring',
  'resilience.single-point',
  'competence.not-determined',
  'competence.missing',
  'competence.below',
  'competence.expired',
  'competence.no-evidence',
  'competence.expiring',
  'competence.iso-knowledge',
  'competence.not-approved',
  'training.overdue',
  'training.not-evaluated',
  'awareness.incomplete',
  'action.overdue',
  'action.owner-left',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** What rules are about: the part of their id before the point. */
export const ruleKinds = [
  'role',
  'rasci',
  'soa',
  'sod',
  'resilience',
  'competence',
  'training',
  'awareness',
  'action',
] as const;
export type RuleKind = (typeof ruleKinds)[number];

/** Worst first. `advice` is no nonconformity: a conflict that is compensated, or good practice. */
export const severities = ['critical', 'major', 'minor', 'advice'] as const;
export type Severity = (typeof severities)[number];

export const aspectNames = ['accountable', 'responsible', 'competent', 'capacity', 'infrastructure', 'money'] as const;
export type AspectName = (typeof aspectNames)[number];

/** `unjudged`: the records that would tell do not exist (yet), or the requirement does not apply. */
export const aspectStates = ['gap', 'weak', 'unjudged', 'met'] as const;
export type AspectState = (typeof aspectStates)[number];

export interface Aspect {
  readonly state: AspectState;
  /** A full sentence with the facts. */
  readonly because: string;
}

/** How well one requirement is resourced. */
export interface Coverage {
  readonly requirementId: RequirementId;
  readonly applicable: boolean;
  readonly aspects: Readonly<Record<AspectName, Aspect>>;
  /** The worst state among the aspects that are judged; `unjudged` when it does not apply. */
  readonly state: AspectState;
  /** The first aspect in that state when it is a gap or weak; null when nothing judged is missing. */
  readonly weakest: AspectName | null;
  /** Ids of the gaps that touch this requirement. */
  readonly gapIds: readonly string[];
}

export interface Subject {
  readonly kind: 'role' | 'person' | 'requirement' | 'organization';
  /** Id of the role, person, requirement or organization; the template's key for a role that the organization lacks. */
  readonly id: string;
  readonly label: string;
  /** Where a person works; absent of everything else. */
  readonly unit?: string | null;
}

/** A row of a register that makes a gap: change or remove it and the gap changes or goes. */
export interface Fact {
  readonly register: RegisterName;
  readonly id: string;
}

export interface PersonCandidate {
  readonly personId: PersonId;
  readonly label: string;
  /** Why this one, and what speaks against it. */
  readonly reason: string;
  /** True when something this person holds is kept apart from it. */
  readonly contested: boolean;
}

export interface RoleCandidate {
  readonly roleId: RoleId;
  readonly label: string;
  readonly reason: string;
}

/** What the UI can carry out in one step. Candidates stand best first and may be none. */
export type Fix =
  | { readonly kind: 'add-role'; readonly roleKey: string }
  | {
      readonly kind: 'appoint';
      readonly roleId: RoleId;
      readonly capacity: 'holder' | 'deputy';
      readonly candidates: readonly PersonCandidate[];
    }
  | { readonly kind: 'set-hours'; readonly appointmentId: AppointmentId }
  /** One of these appointments stays as holder; the others become deputies. */
  | { readonly kind: 'make-deputy'; readonly appointmentIds: readonly AppointmentId[] }
  | {
      readonly kind: 'set-letter';
      readonly requirementId: RequirementId;
      readonly letter: Letter;
      readonly candidates: readonly RoleCandidate[];
    }
  /** Take the letter from all of these cells but one. */
  | {
      readonly kind: 'remove-letter';
      readonly requirementId: RequirementId;
      readonly letter: Letter;
      readonly accountabilityIds: readonly AccountabilityId[];
    }
  | { readonly kind: 'justify'; readonly requirementId: RequirementId }
  | { readonly kind: 'record-compensating-control'; readonly rule: string; readonly personId: PersonId }
  | { readonly kind: 'end-appointment'; readonly appointmentIds: readonly AppointmentId[]; readonly on: PlainDate }
  | { readonly kind: 'hand-over'; readonly personId: PersonId }
  /** A second person approves each of them, or says that one was signed on paper. */
  | { readonly kind: 'approve'; readonly appointmentIds: readonly AppointmentId[] }
  /** Say what a role takes. */
  | { readonly kind: 'set-competences'; readonly roleId: RoleId }
  /** What somebody lacks, to be trained, covered by somebody else or brought in. `roleId`: the role that asks most of it. */
  | {
      readonly kind: 'ways-out';
      readonly personId: PersonId;
      readonly roleId: RoleId | null;
      readonly competences: readonly { readonly competence: string; readonly name: string; readonly level: Level }[];
    }
  /** What nobody competent does: the ways out for a role as a whole; without a role, that somebody knows the standard. */
  | { readonly kind: 'role-ways-out'; readonly roleId: RoleId | null; readonly requirementId: RequirementId | null }
  /** A second person approves what is required. */
  | { readonly kind: 'approve-competences' }
  /** Remind, record or give more time; without a campaign, begin one. */
  | { readonly kind: 'open-campaign'; readonly campaignId: CampaignId | null }
  /** Plan from the gaps of a role that a crowd holds. */
  | { readonly kind: 'plan-trainings'; readonly roleId: RoleId }
  /** Look after trainings: one person's, or all of them. */
  | { readonly kind: 'open-trainings'; readonly personId: PersonId | null };

/** What is missing or wrong on the day, computed. */
export interface Gap {
  /** Rule and subject: the same gap has the same id tomorrow. */
  readonly id: string;
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly subject: Subject;
  /** The requirements that suffer, in the catalogue's order; empty when the gap is about none in particular. */
  readonly requirements: readonly RequirementId[];
  /** The clause or control that it offends, such as `5.3`. */
  readonly clause: string;
  /** A full sentence that names the facts. */
  readonly explanation: string;
  readonly facts: readonly Fact[];
  readonly fix?: Fix;
}

/** A rule that the present records cannot judge, said instead of passed over. */
export interface UnjudgedRule {
  readonly rule: string;
  readonly title: string;
  readonly because: string;
}

export interface CriterionStatus {
  readonly id: string;
  readonly state: 'met' | 'not-met' | 'unjudged';
  /** The measured figure: a share from 0 to 1, a count, days, or yes and no. Null when there is none. */
  readonly value: number | boolean | null;
  readonly threshold: number | boolean;
  readonly because: string;
}

/** `unjudged` when the criteria that cannot be judged yet decide between the other three. */
export type ItemState = 'done' | 'partly' | 'open' | 'unjudged';

export interface ItemStatus {
  readonly id: string;
  readonly state: ItemState;
  readonly criteria: readonly CriterionStatus[];
}

/** State of an audit item, an auditor's check or a pass step, with the ids of the criteria that it follows from. */
export interface AuditStatus {
  readonly id: string;
  readonly state: ItemState;
  readonly criteria: readonly string[];
}

export interface Checklists {
  readonly implementation: readonly ItemStatus[];
  readonly audit: {
    readonly items: readonly AuditStatus[];
    readonly auditorChecks: readonly AuditStatus[];
    readonly passSteps: readonly AuditStatus[];
  };
}

/** What an organization set of one rule, and why. */
export interface RuleTuning {
  readonly on: boolean;
  /** Null leaves the rule's own. */
  readonly severity: Severity | null;
  /** Null leaves the normal figure. */
  readonly limit: number | null;
  readonly reason: string;
}

/** How an organization has its rules judged. Shares are of its applicable requirements, 0 to 1. */
export interface AssessmentSettings {
  readonly responsibleShare: number;
  readonly accountableShare: number;
  /** Only the rules that it set otherwise. */
  readonly rules: { readonly [R in RuleId]?: RuleTuning };
}

export interface AssessmentTotals {
  readonly applicable: number;
  /** Applicable requirements by state. */
  readonly states: Readonly<Record<AspectState, number>>;
  readonly severities: Readonly<Record<Severity, number>>;
  readonly activePeople: number;
}

/** Everything that shows a status reads it from here. */
export interface Assessment {
  readonly on: PlainDate;
  readonly recordedAt: Instant | null;
  readonly trail: TrailPosition;
  readonly settings: AssessmentSettings;
  /** All requirements in the catalogue's order. */
  readonly requirements: readonly Coverage[];
  /** Worst first, then in the order of the rules. */
  readonly gaps: readonly Gap[];
  readonly checklists: Checklists;
  readonly unjudgedRules: readonly UnjudgedRule[];
  readonly totals: AssessmentTotals;
}

/** One person in the answer for a requirement, and through what they come to it. */
export interface AnswerPerson {
  readonly personId: PersonId;
  readonly name: string;
  readonly external: boolean;
  /** Null when the letter was given to the person and not to a role. */
  readonly role: { readonly roleId: RoleId; readonly name: string; readonly capacity: 'holder' | 'deputy' } | null;
  readonly since: PlainDate | null;
  readonly hoursPerWeek: number | null;
  /** The first day back of an absence that the day lies in. */
  readonly awayUntil: PlainDate | null;
  /** Who approved the appointment, and when; null when nobody has, or there is none. */
  readonly approval: { readonly name: string; readonly on: PlainDate } | null;
}

/** The killer query: who answers, who works, with what, and whether that is enough. */
export interface Answer {
  readonly requirement: { readonly id: RequirementId; readonly title: string; readonly applicable: boolean };
  readonly on: PlainDate;
  /** At most 200 people each; `because` of the aspect counts them all. */
  readonly accountable: readonly AnswerPerson[];
  readonly responsible: readonly AnswerPerson[];
  /** Deputies of the roles that are accountable or responsible, while their holders act. */
  readonly deputies: readonly AnswerPerson[];
  /** What the statement of applicability says of the control; null of a clause, and where it says nothing. */
  readonly statement: { readonly status: Applicability['status']; readonly statusOn: PlainDate | null } | null;
  readonly competence: Aspect;
  /** At most 30 people; nobody of roles that everyone holds. */
  readonly competences: readonly AnsweredPerson[];
  /** Roles that answer or work for it, and of whose people nobody proves what is asked: they want a way out. */
  readonly withoutCompetent: readonly { readonly roleId: RoleId; readonly name: string }[];
  readonly capacity: Aspect & { readonly hoursPerWeek: number };
  readonly infrastructure: Aspect;
  readonly money: Aspect;
  readonly evidence: Aspect;
  /** False when something judged is a gap or weak; null when only what cannot be judged yet is left; true when all is met. */
  readonly enough: boolean | null;
  readonly because: string;
}
