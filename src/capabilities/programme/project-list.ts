import type { RequirementId } from '../../domain/requirement.ts';
import type { PersonId, ProjectId } from '../../kernel/id.ts';
import type { Assessment } from '../assessment/model.ts';
import type { Resolution } from '../assessment/resolution.ts';
import { byUrgency, isOverdue } from './action-standing.ts';
import type { AtHand } from './at-hand.ts';
import type { ActionRow, AnalysisLine, ProjectPerson, ProjectRow } from './contract.ts';
import type { Action, Analysis, Project } from './model.ts';
import { progressOf } from './progress.ts';
import { openPoints } from './project-state.ts';

function projectPerson(id: PersonId, { people, roles }: Resolution): readonly ProjectPerson[] {
  const standing = people.get(id);
  if (standing === undefined) return [];
  const { person, active, ended, appointments } = standing;
  const held = appointments.flatMap(({ roleId }) => roles.get(roleId)?.role.name ?? []);
  return [
    { id, name: person.name, state: active ? 'active' : ended ? 'ended' : 'future', roles: [...new Set(held)].sort() },
  ];
}

const applicableIn = ({ requirements }: Assessment): readonly RequirementId[] =>
  requirements.filter(({ applicable }) => applicable).map(({ requirementId }) => requirementId);

function groupedBy<T extends { readonly projectId: ProjectId | null }>(
  rows: readonly T[],
): ReadonlyMap<ProjectId | null, readonly T[]> {
  return Map.groupBy(rows, (row) => row.projectId);
}

/** Makes the rows of projects on the day: one pass over analyses and actions, not one a project. */
export function projectRows(
  projects: readonly Project[],
  resolution: Resolution,
  assessment: Assessment,
): readonly ProjectRow[] {
  const { snapshot, on } = resolution;
  const applicable = applicableIn(assessment);
  const [analyses, actions] = [groupedBy(snapshot.analysis), groupedBy(snapshot.action)];
  return projects.flatMap((project) => {
    const [manager] = projectPerson(project.managerId, resolution);
    if (manager === undefined) return [];
    const progress = progressOf(applicable, analyses.get(project.id) ?? [], actions.get(project.id) ?? [], on);
    return [
      {
        ...project,
        manager,
        members: project.memberIds.flatMap((id) => projectPerson(id, resolution)),
        progress,
        open: openPoints(project.state, progress),
      },
    ];
  });
}

/** All projects, those that run first, then the latest. */
export const projectList = (resolution: Resolution, assessment: Assessment): readonly ProjectRow[] =>
  projectRows(resolution.snapshot.project, resolution, assessment).toSorted(
    (a, b) =>
      Number(a.state === 'closed') - Number(b.state === 'closed') ||
      b.from.localeCompare(a.from) ||
      (a.id < b.id ? 1 : -1),
  );

/** The analysis of one project: a line for each requirement that applies on the day. */
export function analysisLines(
  atHand: readonly AtHand[],
  analyses: readonly Analysis[],
  actions: readonly Action[],
): readonly AnalysisLine[] {
  const recorded = new Map(analyses.map((analysis) => [analysis.requirementId, analysis]));
  const counts = new Map<RequirementId | null, number>();
  for (const { requirementId, state } of actions)
    if (state !== 'dropped') counts.set(requirementId, (counts.get(requirementId) ?? 0) + 1);
  return atHand.map((one) => ({
    ...one,
    analysis: recorded.get(one.requirementId) ?? null,
    actions: counts.get(one.requirementId) ?? 0,
  }));
}

/** Who asks for actions: by account, and who of the register they are. */
export interface ActionReader {
  readonly email: string;
  readonly personId: PersonId | null;
}

/** Actions with names, the most urgent first. */
export function actionRows(
  { snapshot, people, on }: Pick<Resolution, 'snapshot' | 'people' | 'on'>,
  reader: ActionReader | null,
  wanted: (action: Action) => boolean,
): readonly ActionRow[] {
  const projects = new Map(snapshot.project.map((project) => [project.id, project.name]));
  const own = reader?.email.toLowerCase();
  return snapshot.action
    .filter(wanted)
    .toSorted(byUrgency)
    .map((action) => {
      const owner = people.get(action.ownerId);
      return {
        ...action,
        ownerName: owner?.person.name ?? '',
        ownerLeft: owner?.ended === true,
        projectName: action.projectId === null ? null : (projects.get(action.projectId) ?? null),
        overdue: isOverdue(action, on),
        mine: reader !== null && (action.ownerId === reader.personId || owner?.person.email?.toLowerCase() === own),
      };
    });
}
