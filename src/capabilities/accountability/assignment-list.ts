import type { Letter } from '../../domain/requirement.ts';
import { fold } from '../intake/cell-text.ts';
import type { Sheet } from '../intake/sheet.ts';
import { isRoleHeading } from './activity-columns.ts';
import { isLabelHeading } from './matrix-header.ts';
import { isCertainLetter, readingAt, textAt, type Grid, type GridRow } from './matrix-grid.ts';
import { dutyColumns, type DutyColumn } from './named-role-matrix.ts';
import type { MatrixEntry, MatrixRow, ParsedMatrix } from './parsed-matrix.ts';
import { requirementReferenceIn } from './requirement-reference.ts';

/** Headings over the one letter or word that each row of such a list has. */
const DUTY_HEADING =
  /^(?:raci|rasci|raci-?(?:code|letter|role|type|wert|value)|responsibility(?: type)?|assignment|duty|verantwortung|verantwortlichkeit|responsabilite|responsabilidad|responsabilita|verantwoordelijkheid|ответственность|odpovednost|odpowiedzialnosc)$/u;

const MARK = /^(?:x|✓|✔|✅|☑|1|yes|ja|oui|si|да|ano|tak|sim)$/u;

interface ListShape {
  readonly label: number;
  readonly role: number;
  /** Letters that a row gives to its role. */
  readonly given: (row: GridRow) => readonly { readonly column: number; readonly letters: readonly Letter[] }[];
}

const marked = (row: GridRow, duties: readonly DutyColumn[]): readonly DutyColumn[] =>
  duties.filter(({ column }) => MARK.test(fold(textAt(row, column))));

const namedColumns = (header: GridRow): { readonly role: number; readonly label: number } | null => {
  const role = header.filled.find((column) => isRoleHeading(textAt(header, column)));
  const label = header.filled.find((column) => column !== role && isLabelHeading(textAt(header, column)));
  return role === undefined || label === undefined ? null : { role, label };
};

/** Whether a row can head a list of assignments: it has a column for roles and one for activities. */
export const headsAssignments = (header: GridRow): boolean =>
  header.filled.length >= 3 && namedColumns(header) !== null;

const shapeOf = (header: GridRow, body: readonly GridRow[]): ListShape | null => {
  const heading = (column: number): string => textAt(header, column);
  const columns = namedColumns(header);
  if (columns === null) return null;
  const { label, role } = columns;
  const written = header.filled.find((column) => DUTY_HEADING.test(fold(heading(column))));
  if (written !== undefined && body.every((row) => isCertainLetter(readingAt(row, written)))) {
    return {
      label,
      role,
      given: (row) => {
        const reading = readingAt(row, written);
        return reading.kind === 'letters' ? [{ column: written, letters: reading.letters }] : [];
      },
    };
  }
  const duties = dutyColumns(header);
  const most = body.filter((row) => marked(row, duties).length > 0).length * 2 > body.length;
  if (duties.length === 0 || !most) return null;
  return {
    label,
    role,
    given: (row) => marked(row, duties).map(({ column, letter }) => ({ column, letters: [letter] })),
  };
};

/**
 * The matrix in a list that has a row for each assignment: `Activity, Role, RACI`, or `Activity, Role` and a column to
 * tick for each duty. Rows of one activity become one row, numbered as its first.
 * @param header index of the header in the grid
 * @param end index after the last row of the list
 * @returns null when the table is something else
 */
export const assignmentList = (sheet: Sheet, grid: Grid, header: number, end: number): ParsedMatrix | null => {
  const head = grid.rows[header];
  const body = grid.rows.slice(header + 1, end);
  const shape = head === undefined || body.length < 2 ? null : shapeOf(head, body);
  if (head === undefined || shape === null) return null;
  const rows = new Map<string, { number: number; entries: MatrixEntry[] }>();
  let last = '';
  for (const row of body) {
    // The activity may stand in the first of its rows only.
    const label = textAt(row, shape.label) === '' ? last : textAt(row, shape.label);
    const role = textAt(row, shape.role);
    last = label;
    if (label === '' || role === '') continue;
    const found = rows.get(label) ?? { number: row.number, entries: [] };
    rows.set(label, found);
    for (const { column, letters } of shape.given(row)) {
      found.entries.push({
        role,
        letters,
        conditional: [],
        row: row.number,
        column,
        text: textAt(row, column),
        flag: null,
      });
    }
  }
  const labelColumn = textAt(head, shape.label);
  const found = [...rows].map(([label, { number, entries }]): MatrixRow => ({
    number,
    label,
    section: null,
    reference: requirementReferenceIn(label, labelColumn),
    entries,
  }));
  const letters = new Set(found.flatMap((row) => row.entries.flatMap((entry) => entry.letters)));
  if (!letters.has('A') && !letters.has('R')) return null;
  return {
    orientation: 'one assignment a row',
    sheet: sheet.name,
    heading: sheet.heading,
    headerRow: head.number,
    labelColumn,
    roleColumns: [...new Set(found.flatMap((row) => row.entries.map((entry) => entry.role)))],
    roleColumnNumbers: [],
    columns: head.filled.map((column) => textAt(head, column)),
    rows: found,
    ignoredRows: [],
    flaggedCells: [],
  };
};
