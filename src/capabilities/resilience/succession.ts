import type { PersonId, RoleId } from '../../kernel/id.ts';
import { candidatesIn } from '../assessment/candidate.ts';
import type { PersonCandidate } from '../assessment/model.ts';
import { requirementsOf, type Resolution } from '../assessment/resolution.ts';
import { heldBook } from '../competence/held.ts';
import { readinessIn } from '../competence/readiness.ts';
import type { Appointment } from '../roles/model.ts';

/** People named at most; the count beside them counts all. */
const NAMED = 4;

export interface NamedPerson {
  readonly personId: PersonId;
  readonly name: string;
}

/** Different people in one capacity of a role. */
export interface Bench {
  readonly count: number;
  readonly named: readonly NamedPerson[];
}

/** How many people stand behind a role. */
export interface Succession {
  readonly roleId: RoleId;
  readonly name: string;
  readonly mandatory: boolean;
  readonly needsDeputy: boolean;
  /** Applicable requirements in which the role has A or R. */
  readonly requirements: number;
  readonly holders: Bench;
  /** Deputies who are not holders as well. */
  readonly deputies: Bench;
  /** Neither holder nor deputy, but suggest themselves, best first, at most five. */
  readonly candidates: readonly PersonCandidate[];
  /** Beside the holders, by what they prove of what the role requires; nobody where it requires nothing. */
  readonly ready: { readonly now: Bench; readonly withinYear: Bench; readonly later: Bench };
  /** Whether it is said what the role requires at all. */
  readonly determined: boolean;
  /** How many people may go until nobody may act in the role: holders and deputies. 0 is a vacant role. */
  readonly depth: number;
}

/**
 * The roles that somebody has to be appointed to, the shallowest first; among equals mandatory ones, then those with
 * most requirements, then by name. Linear in appointments: candidates are sought among a bounded number of people.
 */
export function successions(resolution: Resolution): readonly Succession[] {
  const candidates = candidatesIn(resolution);
  const readiness = readinessIn({
    on: resolution.on,
    resolution,
    held: heldBook(resolution.snapshot, resolution.on),
  });
  const benchOf = (people: ReadonlySet<PersonId>): Bench => ({
    count: people.size,
    named: firstOf(people).map((personId) => ({
      personId,
      name: resolution.people.get(personId)?.person.name ?? '',
    })),
  });
  return [...resolution.roles.values()]
    .filter(({ holding }) => holding !== 'everyone')
    .map((staffing): Succession => {
      const { role } = staffing;
      const holders = peopleIn(staffing.holders);
      const deputies = peopleIn(staffing.deputies, holders);
      const { now, withinYear, later } = readiness(staffing);
      return {
        roleId: role.id,
        name: role.name,
        mandatory: role.mandatory,
        needsDeputy: role.needsDeputy,
        requirements: requirementsOf(staffing, ['A', 'R']).length,
        holders: benchOf(holders),
        deputies: benchOf(deputies),
        candidates: candidates.forRole(staffing).filter(({ personId }) => !deputies.has(personId)),
        ready: {
          now: benchOf(new Set(now)),
          withinYear: benchOf(new Set(withinYear)),
          later: benchOf(new Set(later)),
        },
        determined: role.competences.some(({ required }) => required),
        depth: holders.size + deputies.size,
      };
    })
    .sort(
      (a, b) =>
        a.depth - b.depth ||
        Number(b.mandatory) - Number(a.mandatory) ||
        b.requirements - a.requirements ||
        a.name.localeCompare(b.name, 'en'),
    );
}

function peopleIn(appointments: readonly Appointment[], except?: ReadonlySet<PersonId>): ReadonlySet<PersonId> {
  const people = new Set<PersonId>();
  for (const { personId } of appointments) if (except?.has(personId) !== true) people.add(personId);
  return people;
}

function firstOf(people: ReadonlySet<PersonId>): readonly PersonId[] {
  const first: PersonId[] = [];
  for (const personId of people) if (first.push(personId) === NAMED) break;
  return first;
}
