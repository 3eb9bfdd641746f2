import type { PersonId } from '../../kernel/id.ts';
import { hasRow, rowsIn, sizeOf, type RowMask } from '../assessment/row-mask.ts';

/** The requirements that one person covers, as rows of the catalogue. */
export interface Cover {
  readonly personId: PersonId;
  readonly rows: RowMask;
}

export interface TruckStep {
  readonly personId: PersonId;
  /** Rows that the person covers, alone or with others. */
  readonly covers: number;
  /** Rows that are without anybody once this person is gone too. */
  readonly lost: number;
}

export interface TruckFactor {
  /** Null when more than half stays covered however many people go: everybody holds it together. */
  readonly factor: number | null;
  /** Rows without anybody before the first one goes. */
  readonly uncovered: number;
  /** Those who go, in their order; as many as the factor. Everyone who covers anything when there is no factor. */
  readonly steps: readonly TruckStep[];
}

/**
 * The greedy truck factor over requirements instead of files: while at most half of the rows are without anybody, the
 * person who covers most goes; the factor is how many went. It is 0 when more than half have nobody to begin with, or
 * when there is nothing to cover.
 *
 * Source: G. Avelino, L. Passos, A. Hora, M. T. Valente, "A novel approach for estimating truck factors", ICPC 2016. As
 * there, the order is fixed at the start: a person counts with all that they cover, whoever covers it besides. So the
 * factor is an upper bound of the smallest group whose loss does the same, which would be NP-hard to find, and never
 * falls when somebody is added. Ties go by the id of the person, so that the order of the records does not matter.
 *
 * O(n log n + c) for n people and c pairs of person and row.
 *
 * @param wanted the rows that need somebody
 * @param standing rows that everybody holds at once: nobody's loss uncovers them
 */
export function truckFactor(covers: readonly Cover[], wanted: RowMask, standing: RowMask): TruckFactor {
  const total = sizeOf(wanted);
  const people = peoplePerRow(covers, wanted.length * 32);
  let without = rowsIn(wanted).filter((row) => people[row] === 0 && !hasRow(standing, row)).length;
  const uncovered = without;
  const steps: TruckStep[] = [];
  const done = (): boolean => without * 2 > total || total === 0;
  if (done()) return { factor: 0, uncovered, steps };
  const byCover = covers
    .map(({ personId, rows }) => ({ personId, rows, covers: sizeOf(rows) }))
    .sort((a, b) => b.covers - a.covers || (a.personId < b.personId ? -1 : 1));
  for (const { personId, rows, covers: size } of byCover) {
    if (size === 0) break;
    let lost = 0;
    for (const row of rowsIn(rows)) {
      people[row] = (people[row] ?? 0) - 1;
      if (people[row] === 0 && hasRow(wanted, row) && !hasRow(standing, row)) lost += 1;
    }
    without += lost;
    steps.push({ personId, covers: size, lost });
    if (done()) return { factor: steps.length, uncovered, steps };
  }
  return { factor: null, uncovered, steps };
}

/** How many people cover each of a number of rows. */
export function peoplePerRow(covers: readonly Cover[], rowCount: number): Uint32Array {
  const people = new Uint32Array(rowCount);
  for (const { rows } of covers) for (const row of rowsIn(rows)) people[row] = (people[row] ?? 0) + 1;
  return people;
}
