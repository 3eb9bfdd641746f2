import { letters as allLetters, type Letter, type RequirementId } from '../../domain/requirement.ts';
import type { PersonId, RoleId } from '../../kernel/id.ts';
import { pageOf, type Page } from '../../kernel/list.ts';
import type { Resolution } from '../assessment/resolution.ts';
import type { PersonKind } from '../people/model.ts';

/** The way a letter comes to somebody: as holder or deputy of a role, or by name. */
export const letterWays = ['holder', 'deputy', 'name'] as const;
export type LetterWay = (typeof letterWays)[number];

export interface LetterSource {
  readonly way: LetterWay;
  /** Null for letters by name. */
  readonly roleId: RoleId | null;
  readonly roleName: string | null;
  readonly letters: readonly Letter[];
}

/** Every letter that one person has for one requirement, and how it came. */
export interface ResolvedLetters {
  readonly requirementId: RequirementId;
  /** Of all sources together, each once. */
  readonly letters: readonly Letter[];
  readonly sources: readonly LetterSource[];
}

/** One active person and what the matrix asks of them on the day. */
export interface PersonLetters {
  readonly personId: PersonId;
  readonly name: string;
  readonly kind: PersonKind;
  readonly unit: string | null;
  /** In the catalogue's order. */
  readonly rows: readonly ResolvedLetters[];
}

/** Letters of a role that everybody holds without an appointment: told once, not once a person. */
export interface EverybodyLetters {
  readonly people: number;
  readonly rows: readonly ResolvedLetters[];
}

export interface PersonLettersQuery {
  readonly limit: number;
  readonly after?: string | undefined;
  readonly search?: string | undefined;
  readonly unit?: string | undefined;
  readonly person?: string | undefined;
  readonly way?: LetterWay | undefined;
  readonly letter?: Letter | undefined;
}

export interface PeopleLetters extends Page<PersonLetters> {
  readonly everybody: EverybodyLetters;
  /** Units of all people with letters. */
  readonly units: readonly string[];
}

const folded = (text: string): string => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const union = (sources: readonly LetterSource[]): readonly Letter[] =>
  allLetters.filter((letter) => sources.some((source) => source.letters.includes(letter)));

/** What one source adds to the letters of a requirement. */
interface Found {
  readonly requirementId: RequirementId;
  readonly source: LetterSource;
}

const gathered = (found: readonly Found[]): readonly ResolvedLetters[] =>
  [...Map.groupBy(found, ({ requirementId }) => requirementId)].map(([requirementId, ones]) => {
    const sources = ones.map(({ source }) => source);
    return { requirementId, letters: union(sources), sources };
  });

/**
 * Every letter of every active person on the day, through the roles that they hold, through those for which they are
 * deputy, and by name; excluded requirements have none. A letter for everybody stands once, under `everybody`.
 */
export function peopleLetters(resolution: Resolution, query: PersonLettersQuery): PeopleLetters {
  const found = new Map<PersonId, Found[]>();
  const everybody: Found[] = [];
  const add = (id: PersonId, one: Found): void => {
    const list = found.get(id);
    if (list === undefined) found.set(id, [one]);
    else list.push(one);
  };
  const wanted = (way: LetterWay, letters: readonly Letter[]): boolean =>
    (query.way === undefined || query.way === way) && (query.letter === undefined || letters.includes(query.letter));
  for (const { requirement, applicable, cells } of resolution.rows) {
    if (!applicable) continue;
    const requirementId = requirement.id;
    for (const { cell, staffing, standing } of cells) {
      const { letters } = cell;
      if (standing?.active === true && wanted('name', letters))
        add(standing.person.id, { requirementId, source: { way: 'name', roleId: null, roleName: null, letters } });
      if (staffing === null) continue;
      const source = (way: LetterWay): Found => ({
        requirementId,
        source: { way, roleId: staffing.role.id, roleName: staffing.role.name, letters },
      });
      if (staffing.holding === 'everyone') {
        if (wanted('holder', letters)) everybody.push(source('holder'));
        continue;
      }
      if (wanted('holder', letters)) for (const one of staffing.holders) add(one.personId, source('holder'));
      if (wanted('deputy', letters)) for (const one of staffing.deputies) add(one.personId, source('deputy'));
    }
  }
  const people = [...found.keys()].flatMap((id) => resolution.people.get(id)?.person ?? []);
  const search = folded(query.search ?? '');
  const matching = people
    .filter(
      (person) =>
        (query.person === undefined || person.id === query.person) &&
        (query.unit === undefined || person.unit === query.unit) &&
        folded(person.name).includes(search),
    )
    .sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1));
  const { rows, total, next } = pageOf(matching, ({ id }) => id, query);
  return {
    rows: rows.map(({ id, name, kind, unit }) => ({
      personId: id,
      name,
      kind,
      unit,
      rows: gathered(found.get(id) ?? []),
    })),
    total,
    next,
    everybody: { people: resolution.activePeople, rows: gathered(everybody) },
    units: [...new Set(people.flatMap(({ unit }) => unit ?? []))].sort(),
  };
}
