import { canonicalJson } from '../../kernel/canonical.ts';
import type { PlainDate } from '../../kernel/date.ts';
import { invalid, MusterError, unreachable } from '../../kernel/errors.ts';
import type { RequirementCompetenceId, RoleId, UserId } from '../../kernel/id.ts';
import type { Actor } from '../identity/model.ts';
import { isOneHuman } from '../roles/approval.ts';
import type { Role } from '../roles/model.ts';
import type { ChangeItem } from '../trail/change.ts';
import { mayDecide } from '../trail/policy.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { RequiredCompetence, RequirementCompetence } from './model.ts';

/**
 * Where the approval of required competences stands. `approved`: what was approved is what is required; `outdated`: it
 * was something else; `waiting`: nobody has approved it; `none`: nothing is required.
 */
export const requirementStates = ['none', 'waiting', 'outdated', 'approved'] as const;
export type RequirementState = (typeof requirementStates)[number];

const inOrder = (list: readonly RequiredCompetence[]): string =>
  canonicalJson(
    list
      .map(({ competence, level, required }) => ({ competence, level, required }))
      .toSorted((a, b) => (a.competence < b.competence ? -1 : 1)),
  );

type RoleSide = Pick<Role, 'competences' | 'competencesApproval' | 'competencesRequestedBy'>;
type RowSide = Pick<RequirementCompetence, 'level' | 'required' | 'approval' | 'requestedBy'>;

/** Whether what a role requires is what was approved, in whatever order. */
export function roleState({ competences, competencesApproval }: RoleSide): RequirementState {
  if (competences.length === 0) return 'none';
  if (competencesApproval === null) return 'waiting';
  return inOrder(competences) === inOrder(competencesApproval.competences) ? 'approved' : 'outdated';
}

/** Whether what a requirement calls for is what was approved. */
export function rowState({ level, required, approval }: RowSide): RequirementState {
  if (approval === null) return 'waiting';
  return approval.level === level && approval.required === required ? 'approved' : 'outdated';
}

/** Why somebody may not approve what is required. */
export type RequirementHindrance = 'permission' | 'nothing' | 'approved' | 'requested';

export interface Approver {
  readonly actor: Actor;
  readonly userId: UserId;
}

type Accounts = Pick<Snapshot, 'membership'>;

const hindrance = (
  state: RequirementState,
  requestedBy: UserId | null,
  { actor, userId }: Approver,
  accounts: Accounts,
): RequirementHindrance | null => {
  if (!mayDecide(actor)) return 'permission';
  if (state === 'none') return 'nothing';
  if (state === 'approved') return 'approved';
  return isOneHuman(accounts, requestedBy, userId) ? 'requested' : null;
};

/** What keeps somebody from approving what a role requires: who set it last does not approve it, by whichever account. */
export const roleHindrance = (role: RoleSide, approver: Approver, accounts: Accounts): RequirementHindrance | null =>
  hindrance(roleState(role), role.competencesRequestedBy, approver, accounts);

export const rowHindrance = (row: RowSide, approver: Approver, accounts: Accounts): RequirementHindrance | null =>
  hindrance(rowState(row), row.requestedBy, approver, accounts);

function refuse(found: RequirementHindrance | null, what: string): void {
  switch (found) {
    case null:
      return;
    case 'permission':
      throw new MusterError({ code: 'forbidden', action: 'approve required competences' });
    case 'requested':
      throw new MusterError({
        code: 'forbidden',
        action: 'approve required competences',
        reason: `You set what ${what} requires yourself: somebody else has to approve it.`,
      });
    case 'approved':
      throw new MusterError({ code: 'already-exists', what: `approval of ${what}`, field: 'content' });
    case 'nothing':
      throw invalid([{ path: '', message: `${what} requires no competence: there is nothing to approve.` }]);
    default:
      return unreachable(found);
  }
}

/** Roles and rows as the approver saw them. */
export interface SeenRequirements {
  readonly roles: readonly { readonly id: RoleId; readonly version: number }[];
  readonly requirements: readonly { readonly id: RequirementCompetenceId; readonly version: number }[];
}

/**
 * A second person's word on what is required, on all of it or on none. It keeps what was approved, and counts as long
 * as that is what is required.
 * @throws MusterError `forbidden` with the reason for who set it or may not approve; `already-exists`, `invalid`, `not-found`
 */
export function requirementApprovals(
  snapshot: Snapshot,
  { roles, requirements }: SeenRequirements,
  approver: Approver,
  today: PlainDate,
): readonly ChangeItem[] {
  const ids = [...roles, ...requirements].map(({ id }) => id);
  if (new Set<string>(ids).size < ids.length) throw invalid([{ path: '', message: 'Something is named twice.' }]);
  const word = { userId: approver.userId, name: approver.actor.name, on: today };
  return [
    ...roles.map(({ id, version }): ChangeItem => {
      const role = presentRow(snapshot, 'role', id);
      refuse(roleHindrance(role, approver, snapshot), role.name);
      const competencesApproval = { ...word, competences: role.competences };
      return { register: 'role', operation: 'update', id, version, fields: { competencesApproval } };
    }),
    ...requirements.map(({ id, version }): ChangeItem => {
      const row = presentRow(snapshot, 'requirementCompetence', id);
      refuse(rowHindrance(row, approver, snapshot), row.requirementId);
      const approval = { ...word, level: row.level, required: row.required };
      return { register: 'requirementCompetence', operation: 'update', id, version, fields: { approval } };
    }),
  ];
}
