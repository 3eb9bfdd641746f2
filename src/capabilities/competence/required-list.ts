import { findRequirement } from '../../domain/catalogue.ts';
import { findRoleTemplate } from '../../domain/role-template.ts';
import { invalid, MusterError } from '../../kernel/errors.ts';
import type { RequirementCompetenceId, RoleId, UserId } from '../../kernel/id.ts';
import type { Role } from '../roles/model.ts';
import type { ChangeItem } from '../trail/change.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { competenceBook } from './framework.ts';
import type { RequiredCompetence, RequirementCompetence } from './model.ts';
import {
  roleHindrance,
  roleState,
  rowHindrance,
  rowState,
  type Approver,
  type RequirementHindrance,
  type RequirementState,
} from './requirement-approval.ts';

interface Approvable {
  readonly state: RequirementState;
  /** Null where nobody knows, or the account is no member any more. */
  readonly requestedByName: string | null;
  readonly hindrance: RequirementHindrance | null;
}

/** What one role requires, for one reader. */
export interface RequiredOfRole extends Approvable {
  readonly id: RoleId;
  readonly version: number;
  readonly key: string;
  readonly name: string;
  readonly competences: readonly RequiredCompetence[];
  readonly approval: Role['competencesApproval'];
  /** What the template of the role asks for; empty where it comes from none. */
  readonly defaults: readonly RequiredCompetence[];
}

export interface RequiredOfRequirement extends RequirementCompetence, Approvable {}

export interface RequiredPage {
  readonly roles: readonly RequiredOfRole[];
  readonly requirements: readonly RequiredOfRequirement[];
}

/** What the template of a role asks for, as the role would say it. */
export const defaultsOf = (key: string): readonly RequiredCompetence[] =>
  (findRoleTemplate(key)?.competences ?? []).map(({ id, level, required }) => ({ competence: id, level, required }));

/** Everything that is required, by role and by requirement. */
export function requiredPage(snapshot: Snapshot, approver: Approver): RequiredPage {
  const names = new Map<UserId, string>(snapshot.membership.map(({ userId, name }) => [userId, name]));
  const nameOf = (userId: UserId | null): string | null => (userId === null ? null : (names.get(userId) ?? null));
  return {
    roles: snapshot.role
      .map((role): RequiredOfRole => ({
        id: role.id,
        version: role.version,
        key: role.key,
        name: role.name,
        competences: role.competences,
        approval: role.competencesApproval,
        defaults: defaultsOf(role.key),
        state: roleState(role),
        requestedByName: nameOf(role.competencesRequestedBy),
        hindrance: roleHindrance(role, approver, snapshot),
      }))
      .toSorted((a, b) => a.name.localeCompare(b.name, 'en')),
    requirements: snapshot.requirementCompetence.map((row): RequiredOfRequirement => ({
      ...row,
      state: rowState(row),
      requestedByName: nameOf(row.requestedBy),
      hindrance: rowHindrance(row, approver, snapshot),
    })),
  };
}

/** Roles as their editor saw them: each that requires nothing takes what its template asks for. @throws MusterError `invalid`, `not-found` */
export function takenDefaults(
  snapshot: Snapshot,
  seen: readonly { readonly id: RoleId; readonly version: number }[],
  by: UserId,
): readonly ChangeItem[] {
  return seen.map(({ id, version }): ChangeItem => {
    const role = presentRow(snapshot, 'role', id);
    const competences = [...defaultsOf(role.key)];
    if (role.competences.length > 0)
      throw invalid([{ path: 'roles', message: `${role.name} requires competences already.` }]);
    if (competences.length === 0)
      throw invalid([{ path: 'roles', message: `${role.name} comes from no template that asks for competences.` }]);
    return { register: 'role', operation: 'update', id, version, fields: { competences, competencesRequestedBy: by } };
  });
}

type NewRequired = Pick<RequirementCompetence, 'requirementId' | 'competence' | 'level' | 'required' | 'reason'>;

/** @throws MusterError `invalid` for what is no requirement or no competence to choose, `already-exists` for a pair that is there */
export function requiredCompetence(
  snapshot: Snapshot,
  fields: NewRequired,
  id: RequirementCompetenceId,
  by: UserId,
): ChangeItem {
  const { requirementId, competence } = fields;
  if (findRequirement(requirementId) === undefined)
    throw invalid([
      {
        path: 'requirementId',
        message: 'There is no such requirement of ISO/IEC 27001:2022.',
        accepted: '4.1 to 10.2, A.5.1 to A.8.34',
      },
    ]);
  const known = competenceBook(snapshot).find(competence);
  if (known === undefined || known.retired)
    throw invalid([{ path: 'competence', message: `There is no competence ${competence} to choose.` }]);
  if (
    snapshot.requirementCompetence.some((row) => row.requirementId === requirementId && row.competence === competence)
  )
    throw new MusterError({ code: 'already-exists', what: 'requirement', field: 'competence' });
  return {
    register: 'requirementCompetence',
    operation: 'create',
    id,
    fields: { ...fields, requestedBy: by, approval: null },
  };
}

/** What was changed of a row; who asks is set anew when another level or weight is asked for. */
export function changedRequired(
  row: RequirementCompetence,
  version: number,
  fields: { readonly [F in 'level' | 'required' | 'reason']?: RequirementCompetence[F] | undefined },
  by: UserId,
): ChangeItem {
  const other = (fields.level ?? row.level) !== row.level || (fields.required ?? row.required) !== row.required;
  const asked = other || row.version !== version ? { requestedBy: by } : {};
  return {
    register: 'requirementCompetence',
    operation: 'update',
    id: row.id,
    version,
    fields: { ...fields, ...asked },
  };
}
