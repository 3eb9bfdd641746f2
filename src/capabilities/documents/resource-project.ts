import { findRequirement, headings } from '../../domain/catalogue.ts';
import type { RequirementId } from '../../domain/requirement.ts';
import { addDays, type Instant, type PlainDate } from '../../kernel/date.ts';
import { notFound } from '../../kernel/errors.ts';
import type { ProjectId } from '../../kernel/id.ts';
import { assessResolution } from '../assessment/assess.ts';
import { resolve, type Resolution } from '../assessment/resolution.ts';
import { resourcesAtHand, type AtHand, type Named } from '../programme/at-hand.ts';
import type { ProjectPerson } from '../programme/contract.ts';
import type { ActionState, Analysis, AnalysisVerdict, ProjectState } from '../programme/model.ts';
import type { ProjectProgress } from '../programme/progress.ts';
import { actionRows, analysisLines, projectRows } from '../programme/project-list.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot, TrailPosition } from '../trail/snapshot.ts';
import type { DocumentControl } from './model.ts';

/** The result of a resource project as every format prints it: plain data. Its JSON is the JSON export. */
export interface ResourceProject {
  readonly document: 'resource-project';
  /** Grows when a field changes its meaning. */
  readonly schema: 1;
  readonly title: string;
  readonly standard: string;
  readonly organization: { readonly name: string; readonly scope: string };
  readonly control: DocumentControl;
  /** The day whose appointments, engagements and actions count. */
  readonly on: PlainDate;
  readonly recordedAt: Instant | null;
  readonly trail: TrailPosition;
  readonly project: {
    readonly name: string;
    readonly purpose: string;
    readonly state: ProjectState;
    readonly from: PlainDate;
    /** Null while it is open. */
    readonly lastDay: PlainDate | null;
    readonly manager: ProjectMember;
    readonly members: readonly ProjectMember[];
  };
  readonly progress: ProjectProgress;
  /** One for each main clause and theme in which requirements apply. */
  readonly groups: readonly { readonly id: string; readonly title: string; readonly rows: readonly AnalysedRow[] }[];
  /** The plan, the most urgent action first. */
  readonly actions: readonly PlannedAction[];
}

export type ProjectMember = Pick<ProjectPerson, 'name' | 'state' | 'roles'>;

export interface AnalysedRow {
  readonly requirement: RequirementId;
  readonly title: string;
  readonly accountable: Named;
  readonly responsible: Named;
  readonly hoursPerWeek: number;
  /** Null while the project has not judged the requirement: then it says nothing of it. */
  readonly verdict: AnalysisVerdict | null;
  readonly callsFor: string;
  /** What the project noted on what is at hand. */
  readonly note: string;
  readonly gap: string;
}

export interface PlannedAction {
  readonly title: string;
  readonly description: string;
  readonly requirement: RequirementId | null;
  readonly owner: string;
  readonly ownerLeft: boolean;
  readonly due: PlainDate;
  readonly state: ActionState;
  readonly closedOn: PlainDate | null;
  readonly overdue: boolean;
}

function analysedRow(atHand: AtHand, analysis: Analysis | null): AnalysedRow {
  const judged = analysis !== null && analysis.verdict !== null ? analysis : null;
  return {
    requirement: atHand.requirementId,
    title: findRequirement(atHand.requirementId)?.title ?? '',
    accountable: atHand.accountable,
    responsible: atHand.responsible,
    hoursPerWeek: atHand.hoursPerWeek,
    verdict: judged?.verdict ?? null,
    callsFor: judged?.callsFor ?? '',
    note: judged?.atHand ?? '',
    gap: judged?.gap ?? '',
  };
}

const memberOf = ({ name, state, roles }: ProjectPerson): ProjectMember => ({ name, state, roles });

function plannedActions(resolution: Resolution, projectId: ProjectId): readonly PlannedAction[] {
  return actionRows(resolution, null, (action) => action.projectId === projectId).map((action) => ({
    title: action.title,
    description: action.description,
    requirement: action.requirementId,
    owner: action.ownerName,
    ownerLeft: action.ownerLeft,
    due: action.due,
    state: action.state,
    closedOn: action.closedOn,
    overdue: action.overdue,
  }));
}

/**
 * The result of one project by the facts of the day `on`. Without `control` it is internal and its version is its
 * position in the trail. The same arguments give the same document.
 * @throws MusterError `not-found` when the snapshot has no such project
 */
export function resourceProject(
  snapshot: Snapshot,
  projectId: ProjectId,
  on: PlainDate,
  control: DocumentControl = { classification: 'Internal', version: `Revision ${snapshot.trail.sequence}` },
): ResourceProject {
  const resolution = resolve(snapshot, on);
  const assessment = assessResolution(resolution);
  const [row] = projectRows([presentRow(snapshot, 'project', projectId)], resolution, assessment);
  if (row === undefined) throw notFound('project');
  const own = (one: { readonly projectId: ProjectId | null }): boolean => one.projectId === projectId;
  const lines = analysisLines(
    resourcesAtHand(resolution, assessment),
    snapshot.analysis.filter(own),
    snapshot.action.filter(own),
  );
  const bySection = Map.groupBy(lines, ({ requirementId }) => findRequirement(requirementId)?.section ?? '');
  return {
    document: 'resource-project',
    schema: 1,
    title: 'Resource project',
    standard: 'ISO/IEC 27001:2022',
    organization: { name: snapshot.organization.name, scope: snapshot.organization.scope },
    control,
    on,
    recordedAt: snapshot.recordedAt,
    trail: snapshot.trail,
    project: {
      name: row.name,
      purpose: row.purpose,
      state: row.state,
      from: row.from,
      lastDay: row.to === null ? null : addDays(row.to, -1),
      manager: memberOf(row.manager),
      members: row.members.map(memberOf),
    },
    progress: row.progress,
    groups: headings.flatMap(({ id, title }) => {
      const rows = (bySection.get(id) ?? []).map((line) => analysedRow(line, line.analysis));
      return rows.length === 0 ? [] : [{ id, title, rows }];
    }),
    actions: plannedActions(resolution, projectId),
  };
}

/** The project with this id, or the one that began last. @throws MusterError `not-found` */
export function chosenProject(snapshot: Snapshot, choice: ProjectId | 'latest'): ProjectId {
  if (choice !== 'latest') return choice;
  const [latest] = snapshot.project.toSorted((a, b) => b.from.localeCompare(a.from) || (a.id < b.id ? 1 : -1));
  if (latest === undefined) throw notFound('project');
  return latest.id;
}
