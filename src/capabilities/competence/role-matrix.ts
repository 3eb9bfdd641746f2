import { invalid, MusterError } from '../../kernel/errors.ts';
import type { UserId } from '../../kernel/id.ts';
import type { Role } from '../roles/model.ts';
import type { ChangeItem } from '../trail/change.ts';
import { presentRow } from '../trail/present-row.ts';
import type { Snapshot } from '../trail/snapshot.ts';
import type { CompetenceBooks } from './books.ts';
import { competenceBook } from './framework.ts';
import type { RoleEdit } from './matrix-contract.ts';
import { matrixCompetences, type MatrixCompetence } from './matrix.ts';
import type { RequiredCompetence } from './model.ts';

export interface RoleLine extends Pick<Role, 'id' | 'version' | 'name' | 'mandatory' | 'competences'> {
  /** Keys of those that stand as somebody else approved them. */
  readonly approved: readonly string[];
}

/** Roles by competence. */
export interface RoleCompetences {
  readonly competences: readonly MatrixCompetence[];
  /** Mandatory ones first, then by name. */
  readonly roles: readonly RoleLine[];
}

const isApproved = ({ competencesApproval }: Role, { competence, level, required }: RequiredCompetence): boolean =>
  (competencesApproval?.competences ?? []).some(
    (approved) => approved.competence === competence && approved.level === level && approved.required === required,
  );

/** A role as a line of the matrix. */
export function roleLine(role: Role): RoleLine {
  const { id, version, name, mandatory, competences } = role;
  const approved = competences.filter((one) => isApproved(role, one)).map(({ competence }) => competence);
  return { id, version, name, mandatory, competences, approved };
}

export function roleCompetences(books: CompetenceBooks, all: boolean): RoleCompetences {
  const roles = [...books.resolution.roles.values()]
    .map(({ role }) => roleLine(role))
    .sort((a, b) => Number(b.mandatory) - Number(a.mandatory) || a.name.localeCompare(b.name, 'en'));
  return { competences: matrixCompetences(books, all), roles };
}

/**
 * What edits of cells mean for roles. What stays keeps its place; what is new stands at the end.
 * @throws MusterError `conflict` where a role is not as its editor saw it; `not-found`; `invalid` for a competence that is
 * not known or no longer to be chosen
 */
export function requiredChanges(snapshot: Snapshot, edits: readonly RoleEdit[], userId: UserId): readonly ChangeItem[] {
  const book = competenceBook(snapshot);
  return edits.map(({ roleId, version, cells }, at): ChangeItem => {
    const role = presentRow(snapshot, 'role', roleId);
    if (role.version !== version) {
      throw new MusterError({ code: 'conflict', what: 'role', yours: cells, theirs: role });
    }
    if (edits.findIndex((other) => other.roleId === roleId) !== at)
      throw invalid([{ path: `roles.${at}.roleId`, message: 'It stands there twice.' }]);
    const wanted = new Map(role.competences.map((one) => [one.competence, one]));
    for (const { competence, requirement } of cells) {
      if (requirement === null) {
        wanted.delete(competence);
        continue;
      }
      const known = book.find(competence);
      if (!wanted.has(competence) && (known === undefined || known.retired))
        throw invalid([{ path: `roles.${at}.cells`, message: `There is no competence ${competence} to require.` }]);
      wanted.set(competence, { competence, ...requirement });
    }
    const fields = { competences: [...wanted.values()], competencesRequestedBy: userId };
    return { register: 'role', operation: 'update', id: roleId, version, fields };
  });
}
