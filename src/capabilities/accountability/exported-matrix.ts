import { findRequirement, headings, requirements } from '../../domain/catalogue.ts';
import { requirementIdSchema, type RequirementId } from '../../domain/requirement.ts';
import { plainText } from '../intake/cell-text.ts';
import type { Sheet, SheetRow, SourceDocument } from '../intake/sheet.ts';
import { readLetterCell } from './letter-cell.ts';
import { foldedName } from './name-similarity.ts';
import type { FlaggedCell, IgnoredRow, MatrixEntry, MatrixRow, ParsedMatrix } from './parsed-matrix.ts';

/** Headings of the columns that stand before the letters in an exported matrix, and of the one after them. */
export const exportedHeadings = {
  number: 'Number',
  title: 'Requirement',
  applicable: 'Applicable',
  check: 'Check',
} as const;

interface Head {
  /** Index among the sheet's rows. */
  readonly at: number;
  readonly columns: readonly { readonly column: number; readonly name: string }[];
}

const { number, title, applicable, check } = exportedHeadings;

function headOf(sheet: Sheet): Head | null {
  const at = sheet.rows.findIndex(({ cells }) => cells[0] === number && cells[1] === title && cells.includes(check));
  const cells = sheet.rows[at]?.cells;
  if (cells === undefined) return null;
  const first = cells[2] === applicable ? 3 : 2;
  return {
    at,
    columns: cells.slice(first, cells.indexOf(check)).map((name, index) => ({ column: first + index, name })),
  };
}

interface Read {
  readonly row: MatrixRow;
  readonly flagged: readonly FlaggedCell[];
}

/** A row with its number; its letters may all be gone, which says that nobody has any. */
function rowOf({ number: place, cells }: SheetRow, columns: Head['columns'], id: string): Read {
  const label = findRequirement(id)?.title ?? cells[1] ?? id;
  const entries: MatrixEntry[] = [];
  const flagged: FlaggedCell[] = [];
  for (const { column, name } of columns) {
    const text = plainText(cells[column] ?? '');
    const reading = readLetterCell(text);
    if (reading.kind === 'empty' || reading.kind === 'none') continue;
    if (reading.flag !== null) flagged.push({ row: place, label, column: name, text, reason: reading.flag });
    const { letters, conditional } = reading.kind === 'letters' ? reading : { letters: [], conditional: [] };
    entries.push({ role: name, letters, conditional, row: place, column, text, flag: reading.flag });
  }
  return { row: { number: place, label, section: null, reference: { id, explicit: true }, entries }, flagged };
}

/** What stands over the rows of a chapter in a document for print. */
const chapterNames: ReadonlySet<string> = new Set(headings.map(({ id, title }) => `${id} ${title}`));

/** A number as it was, where a spreadsheet program wrote a decimal comma or made a date of it: 06.01.2002 was 6.1.2. */
function numberIn(cell: string): string {
  const [, day, month, year] = /^0?(\d{1,2})[./]0?(\d{1,2})[./](?:20)?0?(\d{1,2})$/.exec(cell.trim()) ?? [];
  return day === undefined ? cell.trim().replace(',', '.') : `${day}.${month}.${year}`;
}

/** An id of another catalogue: its key, a colon, and the source's own. Whether there is one, the import knows. */
const OF_ANOTHER = /^[a-z0-9-]{1,14}:./;

/** The requirement of a row: by its number, else by a title that only one has. */
function requirementOf({ cells }: SheetRow): RequirementId | undefined {
  const numbered = findRequirement((cells[0] ?? '').trim()) ?? findRequirement(numberIn(cells[0] ?? ''));
  if (numbered !== undefined) return numbered.id;
  const other = requirementIdSchema.safeParse((cells[0] ?? '').trim().replace(/^'/, ''));
  if (other.success && OF_ANOTHER.test(other.data)) return other.data;
  const titled = requirements.filter((one) => foldedName(one.title) === foldedName(cells[1] ?? ''));
  return titled.length === 1 ? titled[0]?.id : undefined;
}

function matrixIn(sheet: Sheet, { at, columns }: Head): ParsedMatrix {
  const read: Read[] = [];
  const ignoredRows: IgnoredRow[] = [];
  for (const row of sheet.rows.slice(at + 1)) {
    const id = requirementOf(row);
    if (id !== undefined) read.push(rowOf(row, columns, id));
    else if (!chapterNames.has((row.cells[0] ?? '').trim()) && row.cells.some((cell) => cell.trim() !== ''))
      ignoredRows.push({ row: row.number, text: row.cells.join(' ').trim(), reason: 'section' });
  }
  return {
    orientation: 'letters in cells',
    sheet: sheet.name,
    heading: sheet.heading,
    headerRow: sheet.rows[at]?.number ?? 1,
    labelColumn: title,
    roleColumns: columns.map(({ name }) => name),
    roleColumnNumbers: columns.map(({ column }) => column),
    columns: (sheet.rows[at]?.cells ?? []).filter((cell) => cell !== ''),
    rows: read.map(({ row }) => row),
    ignoredRows,
    flaggedCells: read.flatMap(({ flagged }) => flagged),
  };
}

/**
 * The matrix as Muster exported it, edited or not: every column between the requirement and the check is a role or a
 * person, every number is a requirement, and a row without letters says that nobody has any. Where it stands in several
 * tables side by side, each is one matrix. Empty for every other document.
 */
export const exportedMatrices = (document: SourceDocument): readonly ParsedMatrix[] =>
  document.sheets.flatMap((sheet) => {
    const head = headOf(sheet);
    const matrix = head === null ? null : matrixIn(sheet, head);
    return matrix === null || matrix.rows.length === 0 ? [] : [matrix];
  });
