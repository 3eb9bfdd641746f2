import type { RequirementId } from '../../domain/requirement.ts';
import type { PersonId, RoleId } from '../../kernel/id.ts';
import { levels, type Level } from '../../kernel/level.ts';
import type { Resolution, Standing } from '../assessment/resolution.ts';
import type { RequiredCompetence } from './model.ts';

/** Why somebody needs a competence: a role that they hold or stand in for, or a requirement that they answer or work for. */
export type NeedReason =
  | { readonly kind: 'role'; readonly roleId: RoleId; readonly level: Level; readonly required: boolean }
  | {
      readonly kind: 'requirement';
      readonly requirementId: RequirementId;
      readonly level: Level;
      readonly required: boolean;
    };

/** What one person must be able to do: the highest level that anything asks of them. */
export interface CompetenceNeed {
  readonly competence: string;
  /** The highest that is a must; null where it is nowhere more than desirable. */
  readonly must: Level | null;
  /** The highest at all. */
  readonly should: Level;
  readonly reasons: readonly NeedReason[];
}

export interface NeedBook {
  /**
   * What an active person needs on the day; nothing for somebody who is not engaged. The same list for people who hold
   * the same roles.
   */
  readonly of: (personId: PersonId) => readonly CompetenceNeed[];
  /** What every active person needs, by the roles that everyone holds. */
  readonly everyone: readonly CompetenceNeed[];
}

const inRole = (roleId: RoleId, { level, required }: RequiredCompetence): NeedReason => ({
  kind: 'role',
  roleId,
  level,
  required,
});

const asked = (reason: NeedReason, present: Level | null): Level | null =>
  reason.required && (present === null || reason.level > present) ? reason.level : present;

function needsFrom(reasons: ReadonlyMap<string, readonly NeedReason[]>): readonly CompetenceNeed[] {
  return [...reasons].map(([competence, all]) => ({
    competence,
    must: all.reduce<Level | null>((most, reason) => asked(reason, most), null),
    should: all.reduce<Level>((most, { level }) => (level > most ? level : most), levels[0]),
    reasons: all,
  }));
}

const push = (into: Map<string, NeedReason[]>, competence: string, reason: NeedReason): void => {
  const list = into.get(competence);
  if (list === undefined) into.set(competence, [reason]);
  else list.push(reason);
};

/**
 * What people need on the day: through the roles that they hold or deputize (a deputy has to be able to step in), through
 * those that everyone holds, and through requirements that call for something special of who is accountable or
 * responsible for them. Worked out a person at a time, when asked.
 */
export function needBook(resolution: Resolution): NeedBook {
  const { roles, rows, snapshot, people } = resolution;
  const common: (readonly [string, NeedReason])[] = [...roles.values()]
    .filter(({ holding }) => holding === 'everyone')
    .flatMap(({ role }) => role.competences.map((one) => [one.competence, inRole(role.id, one)] as const));
  const special = Map.groupBy(snapshot.requirementCompetence, ({ requirementId }) => requirementId);
  const byRole = new Map<RoleId, (readonly [string, NeedReason])[]>();
  const byPerson = new Map<PersonId, (readonly [string, NeedReason])[]>();
  for (const row of rows) {
    const wanted = row.applicable ? (special.get(row.requirement.id) ?? []) : [];
    if (wanted.length === 0) continue;
    const reasons = wanted.map(({ competence, requirementId, level, required }) => {
      const reason: NeedReason = { kind: 'requirement', requirementId, level, required };
      return [competence, reason] as const;
    });
    for (const { staffing, standing } of new Set([...row.accountable, ...row.responsible])) {
      if (staffing?.holding === 'everyone') continue;
      if (staffing !== null) byRole.set(staffing.role.id, [...(byRole.get(staffing.role.id) ?? []), ...reasons]);
      if (standing !== null)
        byPerson.set(standing.person.id, [...(byPerson.get(standing.person.id) ?? []), ...reasons]);
    }
  }
  const gathered = (standing: Standing | null): readonly CompetenceNeed[] => {
    const found = new Map<string, NeedReason[]>();
    for (const [competence, reason] of common) push(found, competence, reason);
    const taken = new Set<RoleId>();
    for (const { roleId } of standing?.appointments ?? []) {
      if (taken.has(roleId)) continue;
      taken.add(roleId);
      for (const one of roles.get(roleId)?.role.competences ?? []) push(found, one.competence, inRole(roleId, one));
      for (const [competence, reason] of byRole.get(roleId) ?? []) push(found, competence, reason);
    }
    if (standing !== null)
      for (const [competence, reason] of byPerson.get(standing.person.id) ?? []) push(found, competence, reason);
    return needsFrom(found);
  };
  const everyone = gathered(null);
  // Many people hold the same roles: what they ask is worked out once.
  const start: Shared = { needs: null, next: new Map() };
  const shared = (standing: Standing): readonly CompetenceNeed[] => {
    let at = start;
    for (const { roleId } of standing.appointments) {
      const next: Shared = at.next.get(roleId) ?? { needs: null, next: new Map() };
      at.next.set(roleId, next);
      at = next;
    }
    return (at.needs ??= gathered(standing));
  };
  return {
    everyone,
    of(personId) {
      const standing = people.get(personId);
      if (standing === undefined || !standing.active) return [];
      if (byPerson.has(personId)) return gathered(standing);
      return standing.appointments.length === 0 ? everyone : shared(standing);
    },
  };
}

/** What people need who hold the same roles, by the roles in turn. */
interface Shared {
  needs: readonly CompetenceNeed[] | null;
  readonly next: Map<RoleId, Shared>;
}
