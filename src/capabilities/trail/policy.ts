import type { Actor, Permission } from '../identity/model.ts';
import type { UserId } from '../../kernel/id.ts';
import type { CompetenceAssessment } from '../competence/model.ts';
import { isOwnWord } from '../competence/own-word.ts';
import type { RegisterName } from './register.ts';

/** Who may write each register. Reading the facts is open to every member, but for the trail and what a person costs. */
const writers: { readonly [R in RegisterName]: readonly Permission[] } = {
  organization: ['owner'],
  membership: ['owner'],
  invitation: ['owner'],
  person: ['owner', 'manager', 'contributor'],
  unit: ['owner', 'manager'],
  absence: ['owner', 'manager', 'contributor'],
  erasure: ['owner'],
  role: ['owner', 'manager'],
  appointment: ['owner', 'manager'],
  framework: ['owner', 'manager'],
  frameworkRequirement: ['owner', 'manager'],
  requirementMapping: ['owner', 'manager', 'contributor'],
  accountability: ['owner', 'manager', 'contributor'],
  applicability: ['owner', 'manager', 'contributor'],
  segregationRule: ['owner', 'manager'],
  duty: ['owner', 'manager'],
  compensatingControl: ['owner', 'manager', 'approver'],
  project: ['owner', 'manager', 'contributor'],
  analysis: ['owner', 'manager', 'contributor'],
  action: ['owner', 'manager', 'contributor'],
  ruleSetting: ['owner', 'manager'],
  columnMapping: ['owner', 'manager', 'contributor'],
  documentVersion: ['owner', 'manager', 'contributor'],
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
  supplier: ['owner', 'manager', 'contributor'],
  asset: ['owner', 'manager', 'contributor'],
};

/** The field of a register that holds a second person's word. It alone may be set by those who decide, and by nobody else. */
const decisions: { readonly [R in RegisterName]?: string } = {
  appointment: 'approval',
  documentVersion: 'decision',
  role: 'competencesApproval',
  requirementCompetence: 'approval',
  training: 'approval',
};

/** What becomes of a row by that word, and why: whoever decides sets it with the decision, and only with it. */
const outcomes: { readonly [R in RegisterName]?: readonly string[] } = {
  training: ['state', 'note'],
};

type Row = Readonly<Record<string, unknown>>;

/**
 * What every member may say of themself, whatever else they may: what they can do, with its evidence, as their own word
 * that proves nothing by itself; that they did a training; that they read a campaign. A file that they uploaded themself
 * they may take away again. `before` and `after` are the whole rows.
 */
const ownWords: {
  readonly [R in RegisterName]?: (before: Row | null, after: Row | null, userId: UserId) => boolean;
} = {
  competenceAssessment: (before, after) =>
    [before, after].every((row) => row === null || isOwnWord(row as unknown as CompetenceAssessment)),
  evidence: (before, after, userId) => before === null || (after === null && before['uploadedBy'] === userId),
  training: (before, after) =>
    before !== null &&
    after !== null &&
    Object.keys(after).every((field) => ['reported', 'version'].includes(field) || after[field] === before[field]),
  acknowledgement: (before, after) => before === null && after !== null,
};

const allowed = (actor: Actor, who: readonly Permission[]): boolean =>
  actor.kind !== 'member' || who.includes(actor.permission);

export const mayChange = (actor: Actor, register: RegisterName): boolean => allowed(actor, writers[register]);
/** Who gives a second person's word: on appointments and on versions of documents. Never on what they asked for themselves. */
export const mayDecide = (actor: Actor): boolean => allowed(actor, ['owner', 'manager', 'approver']);
/** Whether a decision is that of who asked and asks no more: nobody else's word is given by it. */
export const takesBack = (value: unknown): boolean =>
  typeof value === 'object' && value !== null && 'verdict' in value && value.verdict === 'withdrawn';
/** Whether an actor may write these fields of a row; a change that sets nothing but the decision is for those who decide. */
export function mayWrite(actor: Actor, register: RegisterName, fields: readonly string[]): boolean {
  const decision = decisions[register];
  if (decision === undefined || !fields.includes(decision)) return mayChange(actor, register);
  const decided = (field: string): boolean => field === decision || outcomes[register]?.includes(field) === true;
  return mayDecide(actor) && (fields.every(decided) || mayChange(actor, register));
}
/** Whether somebody may have words of their own in a register: which ones, the whole rows tell. */
export const maySpeak = (actor: Actor, register: RegisterName): boolean =>
  actor.kind === 'member' && actor.personId !== null && register in ownWords;

/** Whether a row is the actor's own word on themself, before and after the change. */
export function speaksForThemself(
  actor: Actor,
  register: RegisterName,
  before: Row | null,
  after: Row | null,
): boolean {
  if (actor.kind !== 'member' || actor.personId === null) return false;
  const theirs = [before, after].every((row) => row === null || row['personId'] === actor.personId);
  return theirs && ownWords[register]?.(before, after, actor.userId) === true;
}
/** Files about people: for those who judge competence, for auditors, and each person's own. */
export const mayReadEvidence = (actor: Actor, personId: string | null): boolean =>
  personId === null ||
  allowed(actor, ['owner', 'manager', 'auditor']) ||
  (actor.kind === 'member' && actor.personId === personId);
/** Who may change files of evidence, and who uploaded a file about themself by mistake. Whether something names it is asked apart. */
export const mayRemoveEvidence = (actor: Actor, row: object): boolean =>
  mayChange(actor, 'evidence') || speaksForThemself(actor, 'evidence', { ...row }, null);
/** The trail holds every earlier value, pay included, and who acted. */
export const mayReadTrail = (actor: Actor): boolean => allowed(actor, ['owner', 'manager', 'auditor']);
/** All that is held on one person, for handing it to them: the trail's earlier values among it, and what they cost. */
export const mayExportPersonalData = (actor: Actor): boolean => allowed(actor, ['owner', 'manager']);
/** Who was told what by mail, and what will be: addresses, and what others have to do. */
export const mayReadMail = (actor: Actor): boolean => allowed(actor, ['owner', 'manager']);
/** What a person costs is for those who plan with it. */
export const mayReadCost = (actor: Actor): boolean => allowed(actor, ['owner', 'manager']);
/** A row without what the actor may not read: what a person costs now, and what they cost by their terms. */
export function shownTo<Row extends object>(actor: Actor, row: Row): Row {
  if (mayReadCost(actor) || !('costRate' in row)) return row;
  const terms = 'terms' in row && Array.isArray(row.terms) ? row.terms : null;
  if (row.costRate === null && (terms === null || terms.length === 0)) return row;
  return {
    ...row,
    costRate: null,
    ...(terms === null ? {} : { terms: terms.map((each: object) => ({ ...each, costRate: null })) }),
  };
}
