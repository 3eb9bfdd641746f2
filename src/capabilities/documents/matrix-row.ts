import { letters, type Letter, type RequirementId } from '../../domain/requirement.ts';
import type { PersonId, RoleId } from '../../kernel/id.ts';
import type { Accountability } from '../accountability/model.ts';
import type { Applicability } from '../applicability/model.ts';
import type { MatrixColumn, MatrixRow } from './matrix-document.ts';

/** A column before it is printed, with the role or person whose letters it shows. */
export interface Bearer {
  readonly id: RoleId | PersonId;
  readonly column: MatrixColumn;
}

export const bearerId = (row: Accountability): RoleId | PersonId | null => row.roleId ?? row.personId;

/** The letters of each requirement and bearer. */
export interface LetterIndex {
  readonly at: (requirement: RequirementId, bearer: RoleId | PersonId) => readonly Letter[];
}

export function letterIndex(rows: readonly Accountability[]): LetterIndex {
  const index = new Map<string, readonly Letter[]>();
  for (const row of rows) {
    const key = `${row.requirementId} ${bearerId(row) ?? ''}`;
    const held = new Set([...(index.get(key) ?? []), ...row.letters]);
    index.set(
      key,
      letters.filter((letter) => held.has(letter)),
    );
  }
  return { at: (requirement, bearer) => index.get(`${requirement} ${bearer}`) ?? [] };
}

const listed = new Intl.ListFormat('en', { type: 'conjunction' });

function marksOf(cells: readonly (readonly Letter[])[], bearers: readonly Bearer[]): MatrixRow['marks'] {
  const namesOf = (test: (cell: readonly Letter[], column: MatrixColumn) => boolean): readonly string[] =>
    bearers.flatMap(({ column }, index) => (test(cells[index] ?? [], column) ? [column.name] : []));
  const accountable = namesOf((cell) => cell.includes('A'));
  const responsible = namesOf((cell) => cell.includes('R'));
  const vacant = namesOf((cell, column) => column.vacant && (cell.includes('A') || cell.includes('R')));
  const marks: MatrixRow['marks'][number][] = [];
  if (accountable.length === 0) marks.push({ mark: 'no-accountable', because: 'Nobody is accountable.' });
  if (accountable.length > 1)
    marks.push({ mark: 'several-accountable', because: `Accountable are ${listed.format(accountable)}.` });
  if (responsible.length === 0) marks.push({ mark: 'no-responsible', because: 'Nobody is responsible for the work.' });
  if (vacant.length > 0)
    marks.push({ mark: 'vacant', because: `Nobody in office answers as ${listed.format(vacant)}.` });
  return marks;
}

/** One requirement's row. Clauses, and controls without an entry in the statement of applicability, apply. */
export function matrixRow(
  requirement: { readonly id: RequirementId; readonly title: string },
  bearers: readonly Bearer[],
  index: LetterIndex,
  statement: Applicability | undefined,
): MatrixRow {
  const cells = bearers.map((bearer) => index.at(requirement.id, bearer.id));
  const applicable = statement?.applicable ?? true;
  return {
    requirement: requirement.id,
    title: requirement.title,
    applicable,
    justification: statement?.justification ?? '',
    cells,
    marks: applicable ? marksOf(cells, bearers) : [],
  };
}
