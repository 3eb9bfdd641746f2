import { findRequirement } from '../../domain/catalogue.ts';
import { controlsOf2013, edition2013 } from '../../domain/edition-2013.ts';
import type { MatrixRow, ParsedMatrix } from './parsed-matrix.ts';

/** A matrix by the numbers of the present edition, and what became of the numbers of the one before. */
export interface PresentEdition {
  readonly matrix: ParsedMatrix;
  readonly notes: readonly { readonly row: number; readonly text: string; readonly reason: string }[];
}

/** Only the edition of 2013 has numbers of three levels in its Annex A, and groups A.9 to A.18. */
const isOf2013 = (id: string): boolean => /^A\.(?:\d+\.\d+\.\d+$|(?:9|1[0-8])\.)/u.test(id);

/** True when the numbers of a file are those of ISO/IEC 27001:2013: as soon as one of them is in no other edition. */
export const isEdition2013 = (matrices: readonly ParsedMatrix[]): boolean =>
  matrices.some(({ rows }) => rows.some(({ reference }) => reference !== null && isOf2013(reference.id)));

/**
 * Translates the numbers of a matrix of 2013 by the published correspondence. Where one requirement became several, or
 * the number is that of a group, the row keeps no number: its title may tell, or a person decides.
 */
export function inPresentEdition(matrix: ParsedMatrix): PresentEdition {
  const translated = matrix.rows.map((row) => translate(row));
  return {
    matrix: { ...matrix, rows: translated.map(({ row }) => row) },
    notes: translated.flatMap(({ row, reason }) =>
      reason === null ? [] : [{ row: row.number, text: row.label, reason }],
    ),
  };
}

/** `A.9.2` of `A.9.2.3`: what had no row of its own. */
const groupsOf2013: ReadonlySet<string> = new Set(controlsOf2013.map((id) => id.slice(0, id.lastIndexOf('.'))));

function translate(row: MatrixRow): { readonly row: MatrixRow; readonly reason: string | null } {
  const id = row.reference?.id;
  if (id === undefined) return { row, reason: null };
  // A clause or control of 2022 that is no group of 2013 was written by the present numbers: houses mix both.
  if (findRequirement(id) !== undefined && edition2013(id) === null && !groupsOf2013.has(id))
    return { row, reason: null };
  const now = edition2013(id) ?? edition2013(`A.${id}`) ?? [];
  const [only, ...others] = now;
  if (only !== undefined && others.length === 0)
    return {
      row: { ...row, reference: { id: only, explicit: true } },
      reason: only === id ? null : `${id} of the edition of 2013 is ${only} now.`,
    };
  const reason =
    only === undefined
      ? `${id} is no requirement of the edition of 2013, by whose numbers this file goes.`
      : `${id} of the edition of 2013 became ${now.join(' and ')}: choose one.`;
  return { row: { ...row, reference: null }, reason };
}
