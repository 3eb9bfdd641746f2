import { letters, type Letter, type RequirementId } from '../../domain/requirement.ts';
import type { PersonId, RoleId } from '../../kernel/id.ts';
import type { Accountability } from '../accountability/model.ts';
import type { Applicability } from '../applicability/model.ts';
import type { Gap } from '../assessment/model.ts';
import { rowRules, type MatrixColumn, type MatrixRow, type RowMark } from './matrix-document.ts';

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

/** The assessment's gaps as marks on the rows that suffer, one for each rule and row. */
export function marksByRequirement(gaps: readonly Gap[]): ReadonlyMap<RequirementId, readonly RowMark[]> {
  const marks = new Map<RequirementId, RowMark[]>();
  for (const rule of rowRules)
    for (const gap of gaps.filter((one) => one.rule === rule))
      for (const requirement of gap.requirements) {
        const list = marks.get(requirement) ?? [];
        if (!list.some((mark) => mark.rule === rule)) list.push({ rule, because: gap.explanation });
        marks.set(requirement, list);
      }
  return marks;
}

/** One requirement's row. Clauses, and controls without an entry in the statement of applicability, apply. */
export function matrixRow(
  requirement: { readonly id: RequirementId; readonly title: string },
  bearers: readonly Bearer[],
  index: LetterIndex,
  statement: Applicability | undefined,
  marks: readonly RowMark[],
): MatrixRow {
  const applicable = statement?.applicable ?? true;
  return {
    requirement: requirement.id,
    title: requirement.title,
    applicable,
    justification: statement?.justification ?? '',
    cells: bearers.map((bearer) => index.at(requirement.id, bearer.id)),
    marks: marks.filter((mark) => applicable !== (mark.rule === 'soa.unjustified')),
  };
}
