import type { RequirementId } from '../../domain/requirement.ts';
import type { PersonId } from '../../kernel/id.ts';
import { isOpen, isOverdue } from '../programme/action-standing.ts';
import type { Action, Project } from '../programme/model.ts';
import { explain } from './explanation.ts';
import { inOrder, personFact, personSubject, type Rule } from './gap.ts';
import type { Fact, Gap } from './model.ts';
import type { Resolution } from './resolution.ts';

const actionFacts = (actions: readonly Action[]): readonly Fact[] =>
  actions.map(({ id }) => ({ register: 'action', id }));
const projectFacts = (projects: readonly Project[]): readonly Fact[] =>
  projects.map(({ id }) => ({ register: 'project', id }));

/** The applicable requirements that actions are for. */
function suffering(actions: readonly Action[], { rows }: Resolution): readonly RequirementId[] {
  const wanted = new Set(actions.map((action) => action.requirementId));
  return inOrder(
    rows.flatMap(({ requirement, applicable }) => (applicable && wanted.has(requirement.id) ? [requirement.id] : [])),
  );
}

/** `action.overdue`: from the day after it was due, an action that is neither done nor dropped. One gap an action. */
export const actionOverdue: Rule = ({ resolution }) => {
  const { snapshot, on, people } = resolution;
  return snapshot.action.flatMap((action): readonly Gap[] => {
    const owner = people.get(action.ownerId)?.person;
    if (owner === undefined || !isOverdue(action, on)) return [];
    const requirements = suffering([action], resolution);
    return [
      {
        id: `action.overdue:${action.id}`,
        rule: 'action.overdue',
        severity: 'minor',
        subject: personSubject(owner),
        requirements,
        clause: action.projectId === null ? '8.1' : '7.1',
        explanation: explain.actionOverdue(action.title, owner.name, action.due),
        facts: [...actionFacts([action]), personFact(owner)],
      },
    ];
  });
};

/**
 * `action.owner-left`: from the first day after the engagement, whoever still has open actions or manages a project
 * that is not closed. One gap a person: one hand-over mends it.
 */
export const actionOwnerLeft: Rule = ({ resolution }) => {
  const { snapshot, on, people } = resolution;
  const left = (id: PersonId): boolean => people.get(id)?.ended === true;
  const actions = Map.groupBy(
    snapshot.action.filter((action) => left(action.ownerId) && isOpen(action, on)),
    (action) => action.ownerId,
  );
  const projects = Map.groupBy(
    snapshot.project.filter((project) => left(project.managerId) && project.state !== 'closed'),
    (project) => project.managerId,
  );
  return [...new Set([...actions.keys(), ...projects.keys()])].flatMap((id): readonly Gap[] => {
    const person = people.get(id)?.person;
    if (person === undefined || person.to === null) return [];
    const [owned, managed] = [actions.get(id) ?? [], projects.get(id) ?? []];
    return [
      {
        id: `action.owner-left:${id}`,
        rule: 'action.owner-left',
        severity: 'minor',
        subject: personSubject(person),
        requirements: suffering(owned, resolution),
        clause: '5.3',
        explanation: explain.ownerLeft(
          person.name,
          person.to,
          owned.length,
          managed.map((project) => project.name),
        ),
        facts: [...actionFacts(owned), ...projectFacts(managed), personFact(person)],
        fix: { kind: 'hand-over', personId: id },
      },
    ];
  });
};
