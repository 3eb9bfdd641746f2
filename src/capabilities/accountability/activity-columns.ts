import { fold } from '../intake/cell-text.ts';
import type { MatrixRow, ParsedMatrix } from './parsed-matrix.ts';
import { requirementReferenceIn } from './requirement-reference.ts';

const ROLE_HEADING =
  /^(?:roles?|role name|rolle|rollen|funktion|fonction|roles?\/personnes|rol|roles|funcion|cargo|functie|роль|роли|должность|pozice|position|(?:stakeholder|team|project) roles?|stakeholders?|roles? *\/ *(?:name|title|titel|person|position)|persons?|personne|persona|team|teams|who|wer|qui|quien|wie|кто|kdo)$/u;

/** Whether a heading says that its column holds roles, people or teams. */
export const isRoleHeading = (heading: string): boolean => ROLE_HEADING.test(fold(heading));

/** Whether the rows of a matrix are roles and its columns activities: the label column says so. */
export const hasActivityColumns = (matrix: ParsedMatrix): boolean => isRoleHeading(matrix.labelColumn);

/**
 * The same matrix with activities as rows and roles as columns, as every other one: who is accountable is asked of an
 * activity. The number of a row is then the header's, and each entry keeps the cell it came from.
 */
export const turned = (matrix: ParsedMatrix): ParsedMatrix => {
  const rows = matrix.roleColumns.map((activity, at): MatrixRow => {
    const column = matrix.roleColumnNumbers[at];
    const entries = matrix.rows.flatMap((row) =>
      row.entries.filter((entry) => entry.column === column).map((entry) => ({ ...entry, role: row.label })),
    );
    return {
      number: matrix.headerRow,
      label: activity,
      section: null,
      reference: requirementReferenceIn(activity, ''),
      entries,
    };
  });
  return {
    ...matrix,
    orientation: 'activities as columns',
    roleColumns: matrix.rows.map((row) => row.label),
    rows,
    flaggedCells: matrix.flaggedCells.map((cell) => ({ ...cell, label: cell.column, column: cell.label })),
  };
};
