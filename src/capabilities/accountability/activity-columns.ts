import { fold } from '../intake/cell-text.ts';
import type { MatrixRow, ParsedMatrix } from './parsed-matrix.ts';
import { requirementReferenceIn } from './requirement-reference.ts';

const ROLE_HEADING =
  /^(?:roles?|role name|rolle|rollen|funktion|fonction|roles?\/personnes|rol|roles|funcion|cargo|functie|роль|роли|должность|pozice|position|(?:stakeholder|team|project) roles?|stakeholders?|roles? *\/ *(?:name|title|titel|person|position)|persons?|personne|persona|team|teams|who|wer|qui|quien|wie|кто|kdo)$/u;

/** Whether a heading says that its column holds roles, people or teams. */
export const isRoleHeading = (heading: string): boolean => ROLE_HEADING.test(fold(heading));

/** How titles of people and teams end, or begin in languages that put the noun first. Folded, see `fold`. */
const ROLE_NAME =
  /(?:^|[\s(/-])(?:owner|manager|lead|leader|officer|director|teams?|(?:team )?members?|master|engineers?|architects?|analysts?|admin(?:istrator)?s?|board|committee|auditors?|sponsor|consultants?|department|staff|users?|developers?|c[a-z]{1,2}o|management|specialists?|coordinator|champion|bereich|betrieb|vorstand|personal|revision)\)?$|(?:leitung|leiter(?:in)?|beauftragte[rn]?|abteilung|fuhrung|manager(?:in)?|entwickler|verantwortliche[rn]?)$|^(?:head of|responsables?|direction|directeur|directrice|chef|equipe|comite|director[ae]?s?|gerente|jef[ea]|equipo|administrador|directeur|afdeling|hoofd|tym|vedouci|reditel|spravce|manazer|руководител|директор|администратор|отдел|начальник|специалист|команда)(?![\p{L}])/u;

const isRoleName = (name: string): boolean => ROLE_NAME.test(fold(name));

const share = (names: readonly string[]): number => names.filter(isRoleName).length / Math.max(1, names.length);

/** Whether at least half of the columns bear the title of somebody. */
export const namesRoles = (matrix: ParsedMatrix): boolean => share(matrix.roleColumns) >= 0.5;

/**
 * Whether the rows of a matrix are roles and its columns activities: the label column says so, or nearly every row bears
 * the title of somebody and hardly a column does.
 */
export const hasActivityColumns = (matrix: ParsedMatrix): boolean => {
  if (isRoleHeading(matrix.labelColumn)) return true;
  const labels = matrix.rows.map((row) => row.label);
  const enough = matrix.labelColumn === '' ? 1 : 3;
  return labels.length >= enough && share(labels) * 3 >= 2 && share(matrix.roleColumns) <= 0.2;
};

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
