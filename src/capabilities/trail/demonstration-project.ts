import { demonstrationProject } from '../../domain/demonstration-project.ts';
import { addDays, type PlainDate } from '../../kernel/date.ts';
import type { ActionId, AnalysisId, NewId, PersonId, ProjectId } from '../../kernel/id.ts';
import { proposedNeed } from '../programme/proposal.ts';
import type { ChangeItem } from './change.ts';

/** The resource project of the demonstration company with its analysis and actions. `personOf` knows people by key. */
export function projectItems(
  today: PlainDate,
  personOf: (key: string) => PersonId,
  newId: NewId,
): readonly ChangeItem[] {
  const { project, analysis, actions } = demonstrationProject;
  const { manager, members, fromDay, toDay, ...described } = project;
  const projectId = newId() as ProjectId;
  return [
    {
      register: 'project',
      operation: 'create',
      id: projectId,
      fields: {
        ...described,
        managerId: personOf(manager),
        memberIds: members.map(personOf),
        from: addDays(today, fromDay),
        to: addDays(today, toDay),
      },
    },
    ...analysis.map(({ requirement: requirementId, ...found }): ChangeItem => ({
      register: 'analysis',
      operation: 'create',
      id: newId() as AnalysisId,
      fields: { ...found, projectId, requirementId, callsFor: proposedNeed(requirementId) },
    })),
    ...actions.map(({ requirement: requirementId, owner, dueDay, closedDay, ...action }): ChangeItem => ({
      register: 'action',
      operation: 'create',
      id: newId() as ActionId,
      fields: {
        ...action,
        projectId,
        requirementId,
        ownerId: personOf(owner),
        due: addDays(today, dueDay),
        closedOn: closedDay === null ? null : addDays(today, closedDay),
      },
    })),
  ];
}
