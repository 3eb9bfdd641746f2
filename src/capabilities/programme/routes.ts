import { assessed } from '../../api/assessed.ts';
import { byDay } from '../../api/by-day.ts';
import type { VisitHandlers } from '../../api/mount.ts';
import { invalid, notFound } from '../../kernel/errors.ts';
import type { ProjectId } from '../../kernel/id.ts';
import { resolve } from '../assessment/resolution.ts';
import { presentRow } from '../trail/present-row.ts';
import { changedRow, type ChangeResult } from '../trail/store/change.ts';
import { actionEdits, analysisEdits, checkTeam, newActions } from './action-change.ts';
import { resourcesAtHand } from './at-hand.ts';
import type { programmeRoutes } from './contract.ts';
import { actionRows, analysisLines, projectList, projectRows } from './project-list.ts';
import { checkMove } from './project-state.ts';

const resolved = byDay(resolve);
const atHand = byDay((snapshot, on) => resourcesAtHand(resolved(snapshot, on), assessed(snapshot, on)));

/** The rows that a change left, each once as it is now. */
const changedRows = <T>({ entries }: ChangeResult): readonly T[] => [
  ...new Map(
    entries.flatMap(({ subject, after }) => (after === null ? [] : [[subject, JSON.parse(after) as T] as const])),
  ).values(),
];

function checkDates(dates: { readonly from?: string | undefined; readonly to?: string | null | undefined }): void {
  const { from, to } = dates;
  if (from !== undefined && to !== undefined && to !== null && to <= from)
    throw invalid([{ path: 'to', message: 'The project ends before it begins.', accepted: 'a later day' }]);
}

export const programmeHandlers: VisitHandlers<typeof programmeRoutes> = {
  async projects(visit) {
    const snapshot = await visit.facts();
    return projectList(resolved(snapshot, visit.on), assessed(snapshot, visit.on));
  },

  async project(visit, { id }) {
    const snapshot = await visit.facts();
    const project = presentRow(snapshot, 'project', id<ProjectId>('projectId'));
    const [row] = projectRows([project], resolved(snapshot, visit.on), assessed(snapshot, visit.on));
    if (row === undefined) throw notFound('project');
    return row;
  },

  async createProject(visit, { body }) {
    checkDates(body);
    checkTeam(await visit.facts(), body, null, visit.today);
    const id = visit.newId() as ProjectId;
    const result = await visit.change(`Resource project ${body.name} begun`, [
      { register: 'project', operation: 'create', id, fields: { ...body, state: 'analysis' } },
    ]);
    return changedRow(result, 'project', id);
  },

  async updateProject(visit, { id: idOf, body, version }) {
    const id = idOf<ProjectId>('projectId');
    const snapshot = await visit.facts();
    const before = presentRow(snapshot, 'project', id);
    checkDates({ from: body.from ?? before.from, to: body.to === undefined ? before.to : body.to });
    checkTeam(snapshot, body, before, visit.today);
    const result = await visit.change(`Resource project ${before.name} changed`, [
      { register: 'project', operation: 'update', id, version, fields: body },
    ]);
    return result.change === null ? presentRow(await visit.facts(), 'project', id) : changedRow(result, 'project', id);
  },

  async moveProject(visit, { id: idOf, body, version }) {
    const id = idOf<ProjectId>('projectId');
    const snapshot = await visit.facts();
    const before = presentRow(snapshot, 'project', id);
    const [row] = projectRows([before], resolved(snapshot, visit.today), assessed(snapshot, visit.today));
    if (row === undefined) throw notFound('project');
    // Who saw an older version is told of the newer one instead.
    if (before.version === version) checkMove(before.state, body.state, body.reason, row.progress);
    const why = body.reason === '' ? '' : `: ${body.reason}`;
    const result = await visit.change(`Resource project ${before.name} from ${before.state} to ${body.state}${why}`, [
      { register: 'project', operation: 'update', id, version, fields: { state: body.state } },
    ]);
    return changedRow(result, 'project', id);
  },

  async analysis(visit, { id }) {
    const snapshot = await visit.facts();
    const project = presentRow(snapshot, 'project', id<ProjectId>('projectId'));
    const own = (row: { readonly projectId: ProjectId | null }): boolean => row.projectId === project.id;
    return analysisLines(atHand(snapshot, visit.on), snapshot.analysis.filter(own), snapshot.action.filter(own));
  },

  async editAnalysis(visit, { id, body }) {
    const snapshot = await visit.facts();
    const projectId = id<ProjectId>('projectId');
    const items = analysisEdits(snapshot, projectId, body.edits, visit.newId);
    const { name } = presentRow(snapshot, 'project', projectId);
    return changedRows(await visit.change(`Analysis of resource project ${name}`, items));
  },

  async actions(visit, { query: { projectId } }) {
    const snapshot = await visit.facts();
    return actionRows(
      resolved(snapshot, visit.on),
      { email: visit.user.email, personId: visit.actor.kind === 'member' ? visit.actor.personId : null },
      (action) => projectId === undefined || action.projectId === projectId,
    );
  },

  async createActions(visit, { body }) {
    const items = newActions(await visit.facts(), body.actions, visit.today, visit.newId);
    const [first] = body.actions;
    const reason = body.actions.length === 1 ? `Action added: ${first?.title ?? ''}` : 'Actions added';
    return changedRows(await visit.change(reason, items));
  },

  async editActions(visit, { body }) {
    const items = actionEdits(await visit.facts(), body.edits, visit.today);
    return changedRows(await visit.change('Actions changed', items));
  },
};
