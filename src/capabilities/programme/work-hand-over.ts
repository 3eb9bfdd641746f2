import type { PersonId } from '../../kernel/id.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { Action, Project } from './model.ts';

/** What somebody still has to do: open actions, and projects that they manage and that are not closed. */
export interface OpenWork {
  readonly actions: readonly Action[];
  readonly projects: readonly Project[];
}

export const openWorkOf = (
  { action, project }: Pick<Snapshot, 'action' | 'project'>,
  personId: PersonId,
): OpenWork => ({
  actions: action.filter(({ ownerId, closedOn }) => ownerId === personId && closedOn === null),
  projects: project.filter(({ managerId, state }) => managerId === personId && state !== 'closed'),
});

/** Gives open actions and projects to somebody else. What is done stays with whoever did it. */
export const workHandOver = ({ actions, projects }: OpenWork, successor: PersonId): readonly ChangeItem[] => [
  ...actions.map(({ id, version }): ChangeItem => ({
    register: 'action',
    operation: 'update',
    id,
    version,
    fields: { ownerId: successor },
  })),
  ...projects.map(({ id, version }): ChangeItem => ({
    register: 'project',
    operation: 'update',
    id,
    version,
    fields: { managerId: successor },
  })),
];
