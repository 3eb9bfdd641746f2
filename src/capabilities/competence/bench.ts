import type { PersonId, RoleId } from '../../kernel/id.ts';
import { levels, type Level } from '../../kernel/level.ts';
import type { CompetenceBooks } from './books.ts';
import { standingOf } from './standing.ts';

/** People named at most; the count beside them counts all. */
const NAMED = 8;

interface NamedPerson {
  readonly personId: PersonId;
  readonly name: string;
}

/** People in one respect: how many, and the first of them by name. */
export interface Counted {
  readonly count: number;
  readonly named: readonly NamedPerson[];
}

/** How many stand behind one competence. */
export interface BenchLine {
  readonly competence: string;
  readonly name: string;
  readonly group: string | null;
  /** The highest level that any role or person is required to have. */
  readonly level: Level;
  /** Roles that require just that level. */
  readonly roles: readonly { readonly roleId: RoleId; readonly name: string }[];
  /** People of whom it is required at some level. */
  readonly needed: number;
  /** They prove the level; those whose proof ends soon are among them, and counted again. */
  readonly proving: Counted;
  readonly expiring: Counted;
  /** They prove one level less. */
  readonly lower: Counted;
}

export type CompetenceBench = readonly BenchLine[];

interface Building {
  level: Level;
  needed: number;
  readonly proving: NamedPerson[];
  readonly expiring: NamedPerson[];
  readonly lower: NamedPerson[];
}

const counted = (people: readonly NamedPerson[]): Counted => ({
  count: people.length,
  named: people.toSorted((a, b) => a.name.localeCompare(b.name, 'en')).slice(0, NAMED),
});

/** The highest level that anything requires of each competence, and of how many people it is required. */
function required({ resolution, need }: CompetenceBooks): ReadonlyMap<string, Building> {
  const found = new Map<string, Building>();
  const at = (competence: string): Building => {
    const known = found.get(competence) ?? { level: levels[0], needed: 0, proving: [], expiring: [], lower: [] };
    found.set(competence, known);
    return known;
  };
  const raise = (competence: string, level: Level): void => {
    const line = at(competence);
    if (level > line.level) line.level = level;
  };
  for (const { role } of resolution.roles.values())
    for (const { competence, level } of role.competences) raise(competence, level);
  for (const { competence, level } of resolution.snapshot.requirementCompetence) raise(competence, level);
  for (const personId of resolution.people.keys())
    for (const { competence } of need.of(personId)) at(competence).needed += 1;
  for (const [competence, { level }] of found) if (level === 0) found.delete(competence);
  return found;
}

/**
 * Every competence that something requires, the fewest people behind it first. Whoever was never judged proves nothing
 * and is not looked at: the work grows with the judgements, and with the competences required.
 */
export function competenceBench(books: CompetenceBooks): CompetenceBench {
  const { resolution, held, on } = books;
  const lines = required(books);
  for (const { person, active } of resolution.people.values()) {
    if (!active || held.keysOf(person.id).length === 0) continue;
    for (const [competence, line] of lines) {
      if (held.of(person.id, competence).length === 0) continue;
      const { state, proven } = standingOf(held, person.id, { competence, level: line.level }, on);
      const named = { personId: person.id, name: person.name };
      if (state === 'met' || state === 'expiring') line.proving.push(named);
      if (state === 'expiring') line.expiring.push(named);
      if (proven > 0 && proven === line.level - 1) line.lower.push(named);
    }
  }
  const { book } = held;
  return [...lines]
    .map(([competence, { level, needed, proving, expiring, lower }]) => ({
      competence,
      name: book.nameOf(competence),
      group: book.find(competence)?.group ?? null,
      level,
      roles: [...resolution.roles.values()]
        .filter(({ role }) => role.competences.some((one) => one.competence === competence && one.level === level))
        .map(({ role }) => ({ roleId: role.id, name: role.name })),
      needed,
      proving: counted(proving),
      expiring: counted(expiring),
      lower: counted(lower),
    }))
    .sort(
      (a, b) =>
        a.proving.count - b.proving.count ||
        a.lower.count - b.lower.count ||
        b.needed - a.needed ||
        a.name.localeCompare(b.name, 'en'),
    );
}
