import type { Action, Analysis, Project } from '../../src/capabilities/programme/model.ts';
import { requirementIdSchema } from '../../src/domain/requirement.ts';
import { plainDate } from '../../src/kernel/date.ts';
import type { ActionId, AnalysisId, PersonId, ProjectId } from '../../src/kernel/id.ts';

const idOf = (noun: string, number: number): string =>
  `00000000-0000-7000-8${noun}-${number.toString(16).padStart(12, '0')}`;

/** A project in its analysis, managed by this person. */
export const projectOf = (managerId: PersonId, changes: Partial<Project> = {}): Project => ({
  id: idOf('0a1', 1) as ProjectId,
  version: 1,
  name: 'Resources for the ISMS',
  purpose: '',
  managerId,
  memberIds: [],
  from: plainDate('2026-01-01'),
  to: null,
  state: 'analysis',
  ...changes,
});

export const analysisOf = (
  project: Project,
  requirement: string,
  verdict: Analysis['verdict'],
  number = 1,
): Analysis => ({
  id: idOf('0a2', number) as AnalysisId,
  version: 1,
  projectId: project.id,
  requirementId: requirementIdSchema.parse(requirement),
  callsFor: '',
  atHand: '',
  verdict,
  gap: '',
});

/** An open action, due on 10 March 2026. */
export const actionOf = (ownerId: PersonId, number: number, changes: Partial<Action> = {}): Action => ({
  id: idOf('0a3', number) as ActionId,
  version: 1,
  title: `Action ${number}`,
  description: '',
  ownerId,
  due: plainDate('2026-03-10'),
  state: 'open',
  closedOn: null,
  requirementId: null,
  projectId: null,
  ...changes,
});
