import type { RequirementId } from '../../domain/requirement.ts';
import { addDays } from '../../kernel/date.ts';
import type { PersonId, RoleId } from '../../kernel/id.ts';
import type { Level } from '../../kernel/level.ts';
import { heldBook, type HeldBook } from '../competence/held.ts';
import type { RequiredCompetence } from '../competence/model.ts';
import { needBook, type NeedBook } from '../competence/need.ts';
import { EXPIRY_NOTICE_DAYS, standingOf, type CompetenceStanding } from '../competence/standing.ts';
import { profilesOf, type CompetenceProfile } from './competence-profile.ts';
import {
  FittingTally,
  fitnessOf,
  roleTallies,
  type Fitness,
  type Fitting,
  type RoleTally,
} from './competence-tally.ts';
import { acting, isEveryone, type HeldCell, type Resolution } from './resolution.ts';

/** Who can do what they have to, on one day. Everything is worked out when it is first asked for. */
export interface CompetenceJudge {
  readonly held: () => HeldBook;
  readonly needs: () => NeedBook;
  /** Every active person. */
  readonly profiles: () => readonly CompetenceProfile[];
  readonly roles: () => ReadonlyMap<RoleId, RoleTally>;
  readonly standing: (personId: PersonId, competence: string, level: Level) => CompetenceStanding;
  /** What a cell asks of its people: what the role requires, and what its requirement calls for beyond. */
  readonly asked: (cell: HeldCell) => readonly RequiredCompetence[];
  /** Whether a cell asks anything as a must. */
  readonly asks: (cell: HeldCell) => boolean;
  readonly fitness: (personId: PersonId, asked: readonly RequiredCompetence[]) => Fitness;
  /** Of those who act in a cell; nobody where it leads to nobody. */
  readonly acting: (cell: HeldCell) => Fitting;
  /** The first two who could act in a cell, deputies among them, and prove what it asks. Nobody for a role that everyone holds. */
  readonly able: (cell: HeldCell) => readonly PersonId[];
  /** Active people who prove a level of a competence. */
  readonly proving: (competence: string, level: Level) => readonly PersonId[];
}

export function competenceIn(resolution: Resolution): CompetenceJudge {
  const { snapshot, on } = resolution;
  const notice = addDays(on, EXPIRY_NOTICE_DAYS);
  const held = once(() => heldBook(snapshot, on));
  const needs = once(() => needBook(resolution));
  const profiles = once(() => profilesOf(resolution, held(), needs()));
  const roles = once(() => roleTallies(resolution, profiles(), held()));
  const special = once(() => Map.groupBy(snapshot.requirementCompetence, ({ requirementId }) => requirementId));

  const beyond = (requirementId: RequirementId): readonly RequiredCompetence[] => special().get(requirementId) ?? [];
  const asked = ({ staffing, cell }: HeldCell): readonly RequiredCompetence[] => {
    const more = beyond(cell.requirementId);
    const ofRole = staffing?.role.competences ?? [];
    return more.length === 0 ? ofRole : [...ofRole, ...more];
  };
  const fitness: CompetenceJudge['fitness'] = (personId, all) => fitnessOf(held(), held().allOf(personId), all, notice);
  /** The tally of a cell's role, where the requirement asks nothing beyond it. */
  const tallied = ({ staffing, cell }: HeldCell): RoleTally | undefined =>
    staffing === null || beyond(cell.requirementId).length > 0 ? undefined : roles().get(staffing.role.id);

  return {
    held,
    needs,
    profiles,
    roles,
    asked,
    asks: (cell) => asked(cell).some(({ level, required }) => required && level > 0),
    fitness,
    standing: (personId, competence, level) => standingOf(held(), personId, { competence, level }, on),
    acting(cell) {
      const known = tallied(cell)?.acting;
      if (known !== undefined) return known;
      const all = asked(cell);
      const fitting = new FittingTally();
      for (const personId of actingPeople(cell, resolution)) fitting.add(personId, fitness(personId, all));
      return fitting;
    },
    able(cell) {
      const known = tallied(cell)?.able;
      if (known !== undefined) return known;
      const all = asked(cell);
      return firstTwo(benchOf(cell), (personId) => fitness(personId, all).competent);
    },
    proving: (competence, level) =>
      profiles().flatMap(({ standing, held: own }) =>
        own !== null && held().proofIn(own, competence, level) !== null ? [standing.person.id] : [],
      ),
  };
}

function once<T>(work: () => T): () => T {
  let known: { readonly value: T } | null = null;
  return () => (known ??= { value: work() }).value;
}

function actingPeople(cell: HeldCell, { people }: Resolution): ReadonlySet<PersonId> {
  const { staffing, standing } = cell;
  const found = new Set<PersonId>();
  if (standing?.active === true) found.add(standing.person.id);
  if (staffing === null) return found;
  if (isEveryone(cell)) {
    for (const { person, active } of people.values()) if (active) found.add(person.id);
  } else for (const { personId } of acting(staffing)) found.add(personId);
  return found;
}

function benchOf({ staffing, standing }: HeldCell): readonly PersonId[] {
  const own = standing?.active === true ? [standing.person.id] : [];
  return staffing === null
    ? own
    : [...own, ...[...staffing.holders, ...staffing.deputies].map(({ personId }) => personId)];
}

function firstTwo(people: readonly PersonId[], fits: (personId: PersonId) => boolean): readonly PersonId[] {
  const found = new Set<PersonId>();
  for (const personId of people) {
    if (found.has(personId) || !fits(personId)) continue;
    found.add(personId);
    if (found.size === 2) break;
  }
  return [...found];
}
