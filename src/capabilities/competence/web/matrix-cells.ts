import type { PersonId } from '../../../kernel/id.ts';
import { groundOf } from '../../../web/matrix/competence-kind.tsx';
import type { CellValue } from '../../../web/matrix/model.ts';
import type { JudgedAnswer } from '../matrix-contract.ts';
import type { CellFace } from '../matrix-cell.ts';
import type { CompetenceMatrix, MatrixLine } from '../matrix.ts';

interface Remembered {
  readonly line: MatrixLine;
  readonly cells: readonly CellValue[];
}

const spelled = ({ required, must, state, value }: CellFace): string =>
  groundOf({ required: String(required ?? ''), must, state, value });

/**
 * The cells of each person as the instrument takes them. What did not change comes as the same objects again, which is
 * what lets one cell of 60,000 be replaced within a frame.
 */
export class MatrixCells {
  #faces: readonly CellFace[] = [];
  #people = new Map<PersonId, Remembered>();
  #keys: readonly string[] = [];

  of({ people, faces, competences }: CompetenceMatrix): ReadonlyMap<PersonId, readonly CellValue[]> {
    const keys = competences.map(({ key }) => key);
    const same =
      this.#faces.every((face, at) => face === faces[at]) &&
      this.#keys.length === keys.length &&
      this.#keys.every((key, at) => key === keys[at]);
    const known = same ? this.#people : new Map<PersonId, Remembered>();
    const grounds = faces.map(spelled);
    this.#people = new Map(
      people.map((line) => {
        const before = known.get(line[0]);
        return [
          line[0],
          before?.line === line ? before : { line, cells: cellsOf(line, keys, faces, grounds) },
        ] as const;
      }),
    );
    this.#faces = faces;
    this.#keys = keys;
    return new Map([...this.#people].map(([id, { cells }]) => [id, cells]));
  }
}

function cellsOf(
  [rowId, , , , places]: MatrixLine,
  keys: readonly string[],
  faces: readonly CellFace[],
  grounds: readonly string[],
): readonly CellValue[] {
  const cells: CellValue[] = [];
  for (let at = 0; at < places.length; at += 2) {
    const [column, face] = [keys[places[at] ?? -1], places[at + 1] ?? -1];
    const ground = grounds[face];
    if (column !== undefined && ground !== undefined)
      cells.push({ rowId, columnId: column, value: faces[face]?.value ?? '', ground });
  }
  return cells;
}

/** How a cell looks in an answer; undefined where nothing is known or required. */
export function faceIn(matrix: CompetenceMatrix, personId: string, competence: string): CellFace | undefined {
  const column = matrix.competences.findIndex(({ key }) => key === competence);
  const places = matrix.people.find(([id]) => id === personId)?.[4] ?? [];
  const at = places.findIndex((place, index) => index % 2 === 0 && place === column);
  return at === -1 ? undefined : matrix.faces[places[at + 1] ?? -1];
}

/** An answer with some cells as an edit left them. Lines of nobody else become other objects. */
export function matrixAfter(matrix: CompetenceMatrix, cells: JudgedAnswer['cells']): CompetenceMatrix {
  const columns = new Map(matrix.competences.map(({ key }, at) => [key, at]));
  const faces = [...matrix.faces];
  const placeOf = (face: CellFace): number => {
    const known = faces.findIndex((one) => spelled(one) === spelled(face));
    return known === -1 ? faces.push(face) - 1 : known;
  };
  const byPerson = Map.groupBy(cells, ({ personId }) => personId);
  const people = matrix.people.map((line): MatrixLine => {
    const changed = byPerson.get(line[0]);
    if (changed === undefined) return line;
    const [id, name, unit, roles, places] = line;
    const filled = new Map<number, number>();
    for (let at = 0; at < places.length; at += 2) filled.set(places[at] ?? -1, places[at + 1] ?? -1);
    for (const { competence, face } of changed) {
      const column = columns.get(competence);
      if (column === undefined) continue;
      if (face.required === null && face.value === '') filled.delete(column);
      else filled.set(column, placeOf(face));
    }
    return [id, name, unit, roles, [...filled].flat()];
  });
  return { ...matrix, faces, people };
}
