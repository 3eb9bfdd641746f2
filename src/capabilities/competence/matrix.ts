import type { PersonId, RoleId } from '../../kernel/id.ts';
import type { Standing } from '../assessment/resolution.ts';
import type { CompetenceBooks } from './books.ts';
import type { KnownCompetence } from './framework.ts';
import { faceOf, type CellFace } from './matrix-cell.ts';
import { groupsInOrder } from './matrix-column.ts';

export interface MatrixCompetence extends Pick<KnownCompetence, 'key' | 'name' | 'group'> {
  /** Required or held somewhere on the day. */
  readonly used: boolean;
}

/**
 * One person, short, for there may be thousands: the place of their unit and of their roles in the lists of the answer;
 * then the filled cells, as the place of the competence and of the face alternately.
 */
export type MatrixLine = readonly [
  id: PersonId,
  name: string,
  unit: number | null,
  roles: readonly number[],
  cells: readonly number[],
];

/** People by competence. What many cells share stands once: `faces` holds each way to look that there is. */
export interface CompetenceMatrix {
  readonly competences: readonly MatrixCompetence[];
  readonly units: readonly string[];
  readonly roles: readonly { readonly id: RoleId; readonly name: string }[];
  readonly faces: readonly CellFace[];
  readonly people: readonly MatrixLine[];
}

/** The places of texts or rows in a list that grows as they are asked for. */
class Places<T> {
  readonly all: T[] = [];
  readonly #at = new Map<string, number>();

  of(key: string, make: () => T): number {
    const known = this.#at.get(key);
    if (known !== undefined) return known;
    this.#at.set(key, this.all.length);
    return this.all.push(make()) - 1;
  }
}

const keyOf = ({ required, must, state, value }: CellFace): string => `${required ?? ''} ${must} ${state} ${value}`;

/** The cells of one person: what they need, and what they were ever judged in. */
function cellsOf(
  books: CompetenceBooks,
  personId: PersonId,
  competences: ReadonlyMap<string, number>,
  faces: Places<CellFace>,
): readonly number[] {
  const needs = new Map(books.need.of(personId).map((need) => [need.competence, need]));
  const cells: number[] = [];
  for (const competence of new Set([...needs.keys(), ...books.held.keysOf(personId)])) {
    const column = competences.get(competence);
    if (column === undefined) continue;
    const face = faceOf(books, personId, competence, needs.get(competence));
    if (face.required === null && face.value === '') continue;
    cells.push(
      column,
      faces.of(keyOf(face), () => face),
    );
  }
  return cells;
}

/** Keys that somebody active needs, that a role or requirement asks for, or that somebody active was judged in. */
export function usedKeys({ resolution, held, need }: CompetenceBooks): ReadonlySet<string> {
  const used = new Set(need.everyone.map(({ competence }) => competence));
  for (const { role } of resolution.roles.values()) for (const { competence } of role.competences) used.add(competence);
  for (const { competence } of resolution.snapshot.requirementCompetence) used.add(competence);
  for (const [id, { active }] of resolution.people) if (active) for (const key of held.keysOf(id)) used.add(key);
  return used;
}

/** The columns: those in use, or also those that nobody needs or holds. */
export function matrixCompetences(books: CompetenceBooks, all: boolean): readonly MatrixCompetence[] {
  const used = usedKeys(books);
  const { book } = books.held;
  const known = new Set(book.all.map(({ key }) => key));
  const unknown = [...used]
    .filter((key) => !known.has(key))
    .map((key) => ({ key, name: key, group: null, used: true }));
  const shown = book.all
    .filter(({ key, retired }) => used.has(key) || (all && !retired))
    .map(({ key, name, group }) => ({ key, name, group, used: used.has(key) }));
  return groupsInOrder([...shown, ...unknown]);
}

const { compare } = new Intl.Collator('en');

const byName = (a: Standing, b: Standing): number =>
  compare(a.person.name, b.person.name) || (a.person.id < b.person.id ? -1 : 1);

/** Everybody engaged on the day, by name. `all`: competences that nobody needs or holds as well. */
export function competenceMatrix(books: CompetenceBooks, all: boolean): CompetenceMatrix {
  const competences = matrixCompetences(books, all);
  const places = new Map(competences.map(({ key }, at) => [key, at]));
  const [units, roles, faces] = [
    new Places<string>(),
    new Places<CompetenceMatrix['roles'][number]>(),
    new Places<CellFace>(),
  ];
  const { resolution } = books;
  const people = [...resolution.people.values()]
    .filter(({ active }) => active)
    .sort(byName)
    .map(({ person, appointments }): MatrixLine => {
      const { unit } = person;
      const held = new Set(appointments.map(({ roleId }) => roleId));
      return [
        person.id,
        person.name,
        unit === null ? null : units.of(unit, () => unit),
        [...held].map((id) => roles.of(id, () => ({ id, name: resolution.roles.get(id)?.role.name ?? '' }))),
        cellsOf(books, person.id, places, faces),
      ];
    });
  return { competences, units: units.all, roles: roles.all, faces: faces.all, people };
}

/** The cell of one person: also where nothing is known or needed. */
export function cellOf(books: CompetenceBooks, personId: PersonId, competence: string): CellFace {
  const need = books.need.of(personId).find((one) => one.competence === competence);
  return faceOf(books, personId, competence, need);
}
