import { invalid, MusterError } from '../../kernel/errors.ts';
import type { RoleId, UserId } from '../../kernel/id.ts';
import { levels, type Level } from '../../kernel/level.ts';
import type { Role } from '../roles/model.ts';
import type { ChangeItem } from '../trail/change.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import { competenceBook } from './framework.ts';
import type { RequiredCompetence, WorkRole } from './model.ts';

/** The level that is proposed where a framework names none: works on their own. */
export const PROPOSED_LEVEL: Level = levels[3];

/** What a work role would add to a role that has some of it already. */
export interface Filling {
  readonly responsibilities: readonly string[];
  readonly competences: readonly RequiredCompetence[];
}

/** A responsibility has 400 characters at most; a task of a framework is cut at a word. */
const asResponsibility = (task: string): string =>
  task.length <= 400 ? task : `${task.slice(0, 396).replace(/\s+\S*$/u, '')} …`;

/** What taking all of a work role would add to a role: what is not there yet. */
export function fillingOf(
  workRole: Pick<WorkRole, 'tasks' | 'competences'>,
  role: Pick<Role, 'responsibilities' | 'competences'> | null,
): Filling {
  const there = new Set((role?.responsibilities ?? []).map((text) => text.toLowerCase()));
  const held = new Set((role?.competences ?? []).map(({ competence }) => competence));
  return {
    responsibilities: workRole.tasks.map(asResponsibility).filter((text) => !there.has(text.toLowerCase())),
    competences: workRole.competences
      .filter(({ competence }) => !held.has(competence))
      .map(({ competence, level }) => ({ competence, level: level ?? PROPOSED_LEVEL, required: true })),
  };
}

export type FilledRole =
  { readonly roleId: RoleId; readonly version: number } | { readonly key: string; readonly name: string };

/**
 * Adds what was chosen of a work role to a role, or makes a role of it, in one change.
 * @throws MusterError `not-found`, `conflict`, `already-exists` for a key that is there, `invalid` for what is no
 * competence or beyond what a role can hold
 */
export function filledRole(
  snapshot: Snapshot,
  into: FilledRole,
  { responsibilities, competences }: Filling,
  by: UserId,
  newRole: RoleId,
): ChangeItem {
  const book = competenceBook(snapshot);
  for (const [index, { competence }] of competences.entries()) {
    const known = book.find(competence);
    if (known === undefined || known.retired)
      throw invalid([{ path: `competences.${index}`, message: `There is no competence ${competence} to choose.` }]);
    if (competences.findIndex((other) => other.competence === competence) !== index)
      throw invalid([{ path: `competences.${index}`, message: `${competence} stands there twice.` }]);
  }
  const role = 'roleId' in into ? snapshot.role.find(({ id }) => id === into.roleId) : null;
  if (role === undefined) throw new MusterError({ code: 'not-found', what: 'role' });
  const merged = {
    responsibilities: [...new Set([...(role?.responsibilities ?? []), ...responsibilities])],
    competences: [
      ...(role?.competences ?? []),
      ...competences.filter(
        ({ competence }) => role?.competences.some((one) => one.competence === competence) !== true,
      ),
    ],
  };
  if (merged.responsibilities.length > 60)
    throw invalid([
      {
        path: 'responsibilities',
        message: `A role has at most 60 responsibilities; these would be ${merged.responsibilities.length}.`,
        accepted: 'fewer of them',
      },
    ]);
  if (merged.competences.length > 200)
    throw invalid([
      {
        path: 'competences',
        message: `A role asks for at most 200 competences; these would be ${merged.competences.length}.`,
        accepted: 'fewer of them',
      },
    ]);
  const asked = competences.length > 0 ? { competencesRequestedBy: by } : {};
  if ('roleId' in into)
    return {
      register: 'role',
      operation: 'update',
      id: into.roleId,
      version: into.version,
      fields: { ...merged, ...asked },
    };
  if (snapshot.role.some(({ key }) => key === into.key))
    throw new MusterError({ code: 'already-exists', what: 'role', field: 'key' });
  return {
    register: 'role',
    operation: 'create',
    id: newRole,
    fields: {
      key: into.key,
      name: into.name,
      mandatory: false,
      aliases: [],
      external: 'limited',
      needsDeputy: false,
      fallbackKey: null,
      ...merged,
      ...asked,
    },
  };
}
