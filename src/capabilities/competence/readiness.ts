import { addMonths } from '../../kernel/date.ts';
import type { PersonId } from '../../kernel/id.ts';
import { levels, type Level } from '../../kernel/level.ts';
import type { Standing, Staffing } from '../assessment/resolution.ts';
import { isOpen } from '../training/training-standing.ts';
import type { CompetenceBooks } from './books.ts';
import { provenLevel } from './held.ts';

/** So many competences may be one level short for somebody to be ready within a year. */
const SHORT_AT_MOST = 2;

/** Who could take over a role beside its holders, by what they prove; nobody stands in two of the lists. */
export interface Readiness {
  /** They prove every level that is a must, and have hours left. */
  readonly now: readonly PersonId[];
  /** One level short in at most two, or a training is planned within a year for all that is short; or they lack but the hours. */
  readonly withinYear: readonly PersonId[];
  /** They prove something of it. */
  readonly later: readonly PersonId[];
}

export const nobodyReady: Readiness = { now: [], withinYear: [], later: [] };

/** Hours a week that are not given to roles; null where nobody said how many there are. */
function hoursLeft({ person, appointments }: Standing): number | null {
  if (person.weeklyHours === null) return null;
  return appointments.reduce((left, { hoursPerWeek }) => left - (hoursPerWeek ?? 0), person.weeklyHours as number);
}

/** The competences that a role must have; those at level 0 ask for nothing. */
const mustsOf = ({ role }: Staffing) => role.competences.filter(({ required, level }) => required && level > 0);

/**
 * Finds who is ready for a role, over what people prove on the day. What they prove is worked out once for all roles, and
 * only of people who were ever judged. A role without a must names nobody: ready for what, nobody said.
 */
export function readinessIn({
  resolution,
  held,
  on,
}: Pick<CompetenceBooks, 'resolution' | 'held' | 'on'>): (staffing: Staffing) => Readiness {
  const wanted = new Set(
    [...resolution.roles.values()].flatMap((staffing) => mustsOf(staffing).map((one) => one.competence)),
  );
  const proven = new Map<string, Map<PersonId, Level>>([...wanted].map((key) => [key, new Map()]));
  for (const [personId, { active }] of resolution.people) {
    if (!active || held.keysOf(personId).length === 0) continue;
    for (const [competence, levelOf] of proven) {
      const level = provenLevel(held.of(personId, competence), on);
      if (level > 0) levelOf.set(personId, level);
    }
  }
  const year = addMonths(on, 12);
  const planned = new Map<PersonId, Map<string, Level>>();
  for (const training of resolution.snapshot.training) {
    const { personId, competence, level, due } = training;
    if (!isOpen(training) || competence === null || due > year) continue;
    const own = planned.get(personId) ?? new Map<string, Level>();
    planned.set(personId, own);
    const reaches = level ?? levels[5];
    if (reaches > (own.get(competence) ?? 0)) own.set(competence, reaches);
  }
  return (staffing) => {
    const musts = mustsOf(staffing);
    if (musts.length === 0) return nobodyReady;
    const holders = new Set(staffing.holders.map(({ personId }) => personId));
    const found = new Set(musts.flatMap(({ competence }) => [...(proven.get(competence)?.keys() ?? [])]));
    const [now, withinYear, later]: [PersonId[], PersonId[], PersonId[]] = [[], [], []];
    for (const personId of found) {
      const standing = resolution.people.get(personId);
      if (standing === undefined || holders.has(personId)) continue;
      const { kind } = standing.person;
      if (staffing.role.external === 'no' && kind === 'external') continue;
      const short = musts.filter(({ competence, level }) => (proven.get(competence)?.get(personId) ?? 0) < level);
      const left = hoursLeft(standing);
      const near =
        short.length <= SHORT_AT_MOST &&
        short.every(({ competence, level }) => (proven.get(competence)?.get(personId) ?? 0) === level - 1);
      const trained = short.every(({ competence, level }) => (planned.get(personId)?.get(competence) ?? 0) >= level);
      if (short.length === 0 && (left === null || left > 0)) now.push(personId);
      else if (near || trained) withinYear.push(personId);
      else later.push(personId);
    }
    return { now, withinYear, later };
  };
}
