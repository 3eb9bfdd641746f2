import type { Instant, PlainDate } from '../../kernel/date.ts';
import { notFound } from '../../kernel/errors.ts';
import type { RoleId } from '../../kernel/id.ts';
import type { CompetenceBooks } from '../competence/books.ts';
import type { CellFace } from '../competence/matrix-cell.ts';
import { competenceMatrix, type CompetenceMatrix, type MatrixLine } from '../competence/matrix.ts';
import type { CompetenceState } from '../competence/standing.ts';
import type { Snapshot, TrailPosition } from '../trail/snapshot.ts';
import { byText } from './matrix-role.ts';
import type { DocumentControl } from './model.ts';

/** The matrix of people by competence as every format prints it: plain data. Its JSON is the JSON export. */
export interface PrintedCompetences {
  readonly document: 'competence-matrix';
  /** Grows when a field changes its meaning. */
  readonly schema: 1;
  readonly title: string;
  readonly standard: string;
  readonly organization: { readonly name: string; readonly scope: string };
  readonly control: DocumentControl;
  /** The day whose people, roles and judgements count. */
  readonly on: PlainDate;
  readonly recordedAt: Instant | null;
  readonly trail: TrailPosition;
  /** What the matrix was narrowed to; null for everybody. */
  readonly unit: string | null;
  readonly role: string | null;
  /** Competences that somebody shown needs or was judged in, in the order of the page. */
  readonly columns: readonly CompetenceColumn[];
  /** Names of competences in use that nobody shown needs or was judged in: a vacant role requires them. */
  readonly unheld: readonly string[];
  /** Each way in which a cell looks; cells name them by place. */
  readonly faces: readonly CellFace[];
  /** By unit, in alphabetical order; who belongs to none last. */
  readonly groups: readonly { readonly unit: string | null; readonly people: readonly PrintedPerson[] }[];
  /** What must be proven and is not, by unit and name. */
  readonly gaps: readonly CompetenceShortfall[];
  readonly figures: CompetenceFigures;
}

export interface CompetenceColumn {
  readonly key: string;
  /** The name, like no other column's. */
  readonly name: string;
  readonly group: string | null;
  /** Of how many it is a must, and how many of those prove the level. */
  readonly required: number;
  readonly proven: number;
  /** Of those who prove it: for how many it ends soon. */
  readonly expiring: number;
  /** Of how many it is desirable only. */
  readonly desired: number;
}

export interface PrintedPerson {
  readonly name: string;
  readonly roles: readonly string[];
  /** One for each column: the place of its face; null where nothing is needed or known. */
  readonly cells: readonly (number | null)[];
}

export interface CompetenceShortfall {
  readonly person: string;
  readonly unit: string | null;
  readonly competence: string;
  readonly face: CellFace;
}

/** Counts of cells in which a level must be proven, unless the name says otherwise. */
export interface CompetenceFigures {
  readonly people: number;
  readonly required: number;
  readonly proven: number;
  readonly expiring: number;
  readonly expired: number;
  readonly claimed: number;
  /** Below the level, or nothing known. */
  readonly lacking: number;
}

/** To whom the matrix is narrowed. */
export interface MatrixChoice {
  readonly unit?: string | undefined;
  readonly roleId?: RoleId | undefined;
}

export const isProven = ({ state }: CellFace): boolean => state === 'met' || state === 'expiring';

/** The cells of a person as pairs of the place of the competence and of the face. */
const pairsOf = ([, , , , cells]: MatrixLine): readonly (readonly [competence: number, face: number])[] =>
  cells.flatMap((competence, at) => (at % 2 === 0 ? [[competence, cells[at + 1] ?? 0] as const] : []));

/** @throws MusterError `not-found` for a unit in which nobody works, or a role that there is not */
function chosenLines(
  matrix: CompetenceMatrix,
  snapshot: Snapshot,
  { unit, roleId }: MatrixChoice,
): { readonly lines: readonly MatrixLine[]; readonly unit: string | null; readonly role: string | null } {
  const place = matrix.units.findIndex((one) => one.toLowerCase() === unit?.toLowerCase());
  if (unit !== undefined && place < 0) throw notFound(`unit "${unit}" with anybody in it`);
  const role = roleId === undefined ? null : snapshot.role.find(({ id }) => id === roleId);
  if (role === undefined) throw notFound('role');
  const at = role === null ? null : matrix.roles.findIndex(({ id }) => id === role.id);
  return {
    lines: matrix.people.filter(
      ([, , own, roles]) => (unit === undefined || own === place) && (at === null || roles.includes(at)),
    ),
    unit: unit === undefined ? null : (matrix.units[place] ?? null),
    role: role?.name ?? null,
  };
}

interface Tally {
  required: number;
  proven: number;
  expiring: number;
  desired: number;
}

/** How each competence stands; of those that no line has a cell in, nothing. */
function talliesOf(matrix: CompetenceMatrix, lines: readonly MatrixLine[]): ReadonlyMap<number, Tally> {
  const tallies = new Map<number, Tally>();
  for (const line of lines)
    for (const [competence, place] of pairsOf(line)) {
      const tally = tallies.get(competence) ?? { required: 0, proven: 0, expiring: 0, desired: 0 };
      tallies.set(competence, tally);
      const face = matrix.faces[place];
      if (face === undefined || face.required === null) continue;
      if (!face.must) tally.desired += 1;
      else {
        tally.required += 1;
        if (isProven(face)) tally.proven += 1;
        if (face.state === 'expiring') tally.expiring += 1;
      }
    }
  return tallies;
}

/** Names of columns: with the key behind, where two competences go by one name. */
function namesOf({ competences }: CompetenceMatrix): readonly string[] {
  const named = Map.groupBy(competences, ({ name }) => name);
  return competences.map(({ key, name }) => ((named.get(name)?.length ?? 0) > 1 ? `${name} (${key})` : name));
}

function figuresOf(people: number, faces: readonly CellFace[]): CompetenceFigures {
  const count = (...states: readonly CompetenceState[]): number =>
    faces.filter(({ state }) => states.includes(state)).length;
  return {
    people,
    required: faces.length,
    proven: count('met', 'expiring'),
    expiring: count('expiring'),
    expired: count('expired'),
    claimed: count('no-evidence'),
    lacking: count('below', 'missing'),
  };
}

/**
 * The matrix of people by competence as it is printed: everybody engaged on the day of the books, or those of one unit
 * or role, with the competences in use among them. Standing is that of the page, computed there. The same arguments give
 * the same document.
 * @throws MusterError `not-found` for a unit in which nobody works, or a role that there is not
 */
export function competenceMatrixDocument(books: CompetenceBooks, choice: MatrixChoice = {}): PrintedCompetences {
  const { snapshot } = books.resolution;
  const matrix = competenceMatrix(books, false);
  const { lines, unit, role } = chosenLines(matrix, snapshot, choice);
  const tallies = talliesOf(matrix, lines);
  const names = namesOf(matrix);
  const shown = matrix.competences.flatMap((one, at) => {
    const tally = tallies.get(at);
    return tally === undefined ? [] : [{ at, key: one.key, name: names[at] ?? one.name, group: one.group, ...tally }];
  });
  const personOf = (line: MatrixLine): PrintedPerson => {
    const [, name, , roles] = line;
    const faces = new Map(pairsOf(line));
    return {
      name,
      roles: roles.map((place) => matrix.roles[place]?.name ?? ''),
      cells: shown.map(({ at }) => faces.get(at) ?? null),
    };
  };
  const units = Map.groupBy(lines, ([, , place]) => (place === null ? null : (matrix.units[place] ?? null)));
  const groups = [...units]
    .sort(([a], [b]) => Number(a === null) - Number(b === null) || byText(a ?? '', b ?? ''))
    .map(([of, some]) => ({ unit: of, people: some.map(personOf) }));
  const musts = groups.flatMap((group) =>
    group.people.flatMap((person) =>
      person.cells.flatMap((place, at): readonly CompetenceShortfall[] => {
        const face = place === null ? undefined : matrix.faces[place];
        if (face?.must !== true) return [];
        return [{ person: person.name, unit: group.unit, competence: shown[at]?.name ?? '', face }];
      }),
    ),
  );
  return {
    document: 'competence-matrix',
    schema: 1,
    title: 'Competence matrix',
    standard: 'ISO/IEC 27001:2022',
    organization: { name: snapshot.organization.name, scope: snapshot.organization.scope },
    control: { classification: 'Confidential', version: `Revision ${snapshot.trail.sequence}` },
    on: books.on,
    recordedAt: snapshot.recordedAt,
    trail: snapshot.trail,
    unit,
    role,
    columns: shown.map(({ at: _at, ...column }) => column),
    unheld: unit === null && role === null ? names.filter((_, at) => !tallies.has(at)) : [],
    faces: matrix.faces,
    groups,
    gaps: musts.filter(({ face }) => !isProven(face)),
    figures: figuresOf(
      lines.length,
      musts.map(({ face }) => face),
    ),
  };
}
