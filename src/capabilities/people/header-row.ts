import type { Sheet, SheetRow } from '../intake/sheet.ts';
import { compactText } from './cell-text.ts';
import { mapHeadings, type MappedColumn } from './column-mapping.ts';
import type { PersonField } from './person-headings.ts';

/** A heading below this many lines of preamble is no heading. */
const SEARCH_ROWS = 40;
const NAMING: readonly PersonField[] = ['fullName', 'givenName', 'familyName', 'userName', 'email'];
/** Fields that lists of other things (assets, roles, courses) do not have. */
const TELLING: readonly PersonField[] = [
  'externalId',
  'userName',
  'givenName',
  'familyName',
  'email',
  'jobTitle',
  'managerId',
  'managerEmail',
  'manager',
  'weeklyHours',
  'fullTimeShare',
  'preferredName',
];
const ELSEWHERE =
  /^(supplier|suppliername|lieferant|vendor|vendorname|criticality|kritikalitat|asset|assetname|custodian|classification|competence|kompetenz|requiredcompetence|skill|training|schulung|course|proficiencylevel|responsible|accountable|consulted|informed|raci|rasci|control|controlid|clause|activity|task|evidence|duedate|deputy|responsibilities|certifications|riskowner|risk|applicable)$/u;

const fieldsOf = (columns: readonly MappedColumn[]): ReadonlySet<PersonField> =>
  new Set(columns.flatMap((column) => (column.field === null ? [] : [column.field])));

interface Header {
  readonly row: SheetRow;
  readonly columns: readonly MappedColumn[];
}

/** The row whose cells name a person's fields best: a name or address and, when the row is wider, something beside it. */
export function findHeader(sheet: Sheet): Header | null {
  let best: (Header & { readonly known: number }) | null = null;
  for (const row of sheet.rows.slice(0, SEARCH_ROWS)) {
    const columns = mapHeadings(row.cells);
    const fields = fieldsOf(columns);
    const known = columns.filter((column) => column.field !== null || column.dropped !== null).length;
    const enough = known >= 2 || columns.length === 1;
    if (enough && NAMING.some((field) => fields.has(field)) && known > (best?.known ?? 0))
      best = { row, columns, known };
  }
  return best === null ? null : { row: best.row, columns: best.columns };
}

/** Columns nobody knows whose cells are single marks: levels or letters of a matrix. */
function markColumns(sheet: Sheet, header: Header): number {
  const rows = sheet.rows.filter((row) => row.number > header.row.number).slice(0, 50);
  return header.columns.filter((column) => {
    if (column.field !== null || column.dropped !== null) return false;
    const cells = rows.map((row) => (row.cells[column.index] ?? '').trim()).filter((text) => text !== '');
    return cells.length > 0 && cells.every((text) => /^[0-5A-Z✓✔](\s*[/,;&+]\s*[A-Z])*$/iu.test(text));
  }).length;
}

/** True for a list of people, false for a matrix, a competence list or a register of things that mentions people. */
export function looksLikePeople(sheet: Sheet): boolean {
  const header = findHeader(sheet);
  if (header === null) return false;
  const fields = fieldsOf(header.columns);
  const named = fields.has('fullName') || fields.has('givenName') || fields.has('familyName') || fields.has('userName');
  if (!named || !TELLING.some((field) => fields.has(field)) || fields.size < 2) return false;
  const elsewhere = header.columns.filter((column) => ELSEWHERE.test(compactText(column.heading.label))).length;
  const marks = markColumns(sheet, header);
  return elsewhere < 2 && elsewhere * 3 < fields.size && (marks < 3 || marks < fields.size);
}
