import { findRequirement } from '../../domain/catalogue.ts';
import type { RequirementId } from '../../domain/requirement.ts';
import type { PlainDate } from '../../kernel/date.ts';
import { invalid, MusterError, type FieldError } from '../../kernel/errors.ts';
import type { ActionId, AnalysisId, NewId, PersonId, ProjectId } from '../../kernel/id.ts';
import { hasEnded } from '../../kernel/period.ts';
import type { ChangeItem } from '../trail/change.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { isClosedState } from './action-standing.ts';
import type { ActionFields, AnalysisFields, Project } from './model.ts';

/** Somebody new to a project or an action: known, and not gone. */
function unfit(snapshot: Snapshot, id: PersonId, path: string, on: PlainDate): readonly FieldError[] {
  const person = snapshot.person.find((candidate) => candidate.id === id);
  if (person === undefined) return [{ path, message: 'There is no such person.' }];
  return hasEnded(person, on)
    ? [{ path, message: `${person.name} has left.`, accepted: 'somebody who is engaged' }]
    : [];
}

/**
 * Checks who leads and who works in a project. People whom it has already may have left since: that is a gap, not a
 * reason to refuse another change.
 * @throws MusterError `invalid`
 */
export function checkTeam(
  snapshot: Snapshot,
  team: { readonly managerId?: PersonId | undefined; readonly memberIds?: readonly PersonId[] | undefined },
  before: Project | null,
  on: PlainDate,
): void {
  const { managerId, memberIds = [] } = team;
  const there = new Set(before === null ? [] : [before.managerId, ...before.memberIds]);
  const errors = [
    ...(managerId === undefined || managerId === before?.managerId ? [] : unfit(snapshot, managerId, 'managerId', on)),
    ...memberIds.flatMap((id, index) => (there.has(id) ? [] : unfit(snapshot, id, `memberIds.${index}`, on))),
  ];
  if (new Set(memberIds).size < memberIds.length)
    errors.push({ path: 'memberIds', message: 'Somebody is named twice.', accepted: 'each person once' });
  if (errors.length > 0) throw invalid(errors);
}

const known = (snapshot: Snapshot, id: RequirementId): boolean =>
  findRequirement(id) !== undefined || snapshot.frameworkRequirement.some((one) => one.requirementId === id);

const unknownRequirement = (path: string, id: RequirementId): FieldError => ({
  path,
  message: `There is no requirement ${id}.`,
  accepted: 'an id such as A.8.8',
});

export type WrittenAction = Omit<ActionFields, 'state' | 'closedOn'>;

type WrittenPart = { readonly [F in keyof WrittenAction]?: WrittenAction[F] | undefined };

/** Checks what an action points to. @throws MusterError `invalid` */
function checkAction(snapshot: Snapshot, fields: WrittenPart, path: string, on: PlainDate): void {
  const { ownerId, requirementId, projectId } = fields;
  const errors: FieldError[] = ownerId === undefined ? [] : [...unfit(snapshot, ownerId, `${path}.ownerId`, on)];
  if (requirementId !== undefined && requirementId !== null && !known(snapshot, requirementId))
    errors.push(unknownRequirement(`${path}.requirementId`, requirementId));
  if (projectId !== undefined && projectId !== null) {
    const project = snapshot.project.find((candidate) => candidate.id === projectId);
    if (project === undefined) errors.push({ path: `${path}.projectId`, message: 'There is no such project.' });
    else if (project.state === 'closed')
      errors.push({ path: `${path}.projectId`, message: `${project.name} is closed: reopen it first.` });
  }
  if (errors.length > 0) throw invalid(errors);
}

/** Items that add actions, all open. @throws MusterError `invalid` */
export const newActions = (
  snapshot: Snapshot,
  actions: readonly WrittenAction[],
  on: PlainDate,
  newId: NewId,
): readonly ChangeItem[] =>
  actions.map((fields, index) => {
    checkAction(snapshot, fields, `actions.${index}`, on);
    return {
      register: 'action',
      operation: 'create',
      id: newId() as ActionId,
      fields: { ...fields, state: 'open', closedOn: null },
    };
  });

export type ActionEdit = { readonly id: ActionId; readonly version: number } & {
  readonly [F in Exclude<keyof ActionFields, 'closedOn'>]?: ActionFields[F] | undefined;
};

/** Items that change actions. One that becomes done or dropped is closed on the day; reopened, it is closed no more. @throws MusterError `invalid`, `not-found` */
export const actionEdits = (snapshot: Snapshot, edits: readonly ActionEdit[], on: PlainDate): readonly ChangeItem[] =>
  edits.map(({ id, version, ...fields }, index) => {
    const before = presentRow(snapshot, 'action', id);
    const { ownerId, projectId, ...others } = fields;
    checkAction(
      snapshot,
      {
        ...others,
        ...(ownerId === undefined || ownerId === before.ownerId ? {} : { ownerId }),
        ...(projectId === undefined || projectId === before.projectId ? {} : { projectId }),
      },
      `edits.${index}`,
      on,
    );
    const { state } = fields;
    const closing =
      state === undefined || isClosedState(state) === isClosedState(before.state)
        ? {}
        : { closedOn: isClosedState(state) ? on : null };
    return { register: 'action', operation: 'update', id, version, fields: { ...fields, ...closing } };
  });

export type AnalysisEdit = Omit<AnalysisFields, 'projectId'> & { readonly version: number | null };

/**
 * Items that record what a project found of requirements.
 * @throws MusterError `invalid`, or `conflict` where somebody else recorded something since
 */
export function analysisEdits(
  snapshot: Snapshot,
  projectId: ProjectId,
  edits: readonly AnalysisEdit[],
  newId: NewId,
): readonly ChangeItem[] {
  const project = presentRow(snapshot, 'project', projectId);
  if (project.state === 'closed')
    throw invalid([{ path: '', message: `${project.name} is closed: reopen it before its analysis is changed.` }]);
  const there = new Map(
    snapshot.analysis
      .filter((analysis) => analysis.projectId === projectId)
      .map((analysis) => [analysis.requirementId, analysis]),
  );
  const twice = edits.findIndex(
    (edit, index) => edits.findIndex((one) => one.requirementId === edit.requirementId) < index,
  );
  if (twice >= 0)
    throw invalid([
      { path: `edits.${twice}.requirementId`, message: 'Named twice.', accepted: 'each requirement once' },
    ]);
  return edits.map(({ version, ...fields }, index): ChangeItem => {
    if (!known(snapshot, fields.requirementId))
      throw invalid([unknownRequirement(`edits.${index}.requirementId`, fields.requirementId)]);
    const before = there.get(fields.requirementId);
    if ((before?.version ?? null) !== version)
      throw new MusterError({ code: 'conflict', what: 'analysis', yours: fields, theirs: before ?? null });
    return before === undefined
      ? { register: 'analysis', operation: 'create', id: newId() as AnalysisId, fields: { ...fields, projectId } }
      : { register: 'analysis', operation: 'update', id: before.id, version: before.version, fields };
  });
}
