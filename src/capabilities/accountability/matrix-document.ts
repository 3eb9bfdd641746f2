import type { Letter } from '../../domain/requirement.ts';
import type { Sheet, SourceDocument } from '../intake/sheet.ts';
import { assignmentList, headsAssignments } from './assignment-list.ts';
import { exportedMatrices } from './exported-matrix.ts';
import { emptiness } from './matrix-emptiness.ts';
import { endOf, headerAbove, heads, letterMatrix, saysMatrix } from './letter-matrix.ts';
import { schemeOf } from './letter-scheme.ts';
import { gridOf, isLegendRow, letterColumns, readingAt, textAt, type Grid, type GridRow } from './matrix-grid.ts';
import { dutyColumns, namedRoleMatrix, type DutyColumn } from './named-role-matrix.ts';
import type { MatrixProblem, ParsedMatrix } from './parsed-matrix.ts';

export interface MatricesRead {
  readonly matrices: readonly ParsedMatrix[];
  readonly problems: readonly MatrixProblem[];
}

/** A title stands in one of the first rows, in a cell of its own. */
const TITLES_WITHIN = 10;

/** Texts that may define the letters: title, heading, prose, and the sheet's rows that explain rather than use letters. */
const aroundTable = (document: SourceDocument, sheet: Sheet): readonly string[] => [
  document.file,
  sheet.name ?? '',
  sheet.heading ?? '',
  sheet.prose ?? '',
  ...sheet.rows.slice(0, 500).flatMap((row, at) => {
    const filled = row.cells.filter((cell) => cell.trim() !== '');
    if (at < TITLES_WITHIN && filled.length === 1) return filled.map((cell) => cell.slice(0, 400));
    const [first, second] = filled;
    if (first !== undefined && second !== undefined && first.trim().length === 1) return [`${first} = ${second}`];
    return filled.filter((cell) => /\S\s*[=:]\s*\p{L}{3}|\(\p{Lu}\)/u.test(cell) && cell.length < 400);
  }),
];

/**
 * Where the named-roles table under a header ends: at another header of duties, or at a blank row unless the table goes
 * on below it, at the latest after one row without names (a section).
 */
const namedEnd = (grid: Grid, header: number, duties: readonly DutyColumn[]): number => {
  const namesIn = (row: GridRow | undefined): readonly string[] =>
    row === undefined ? [] : duties.map(({ column }) => textAt(row, column)).filter((text) => text !== '');
  const known = new Set<string>();
  // Below a blank row the same names go on with the table; other ones may be another table.
  const continues = (row: GridRow | undefined): boolean =>
    namesIn(row).length >= 2 && (known.size === 0 || namesIn(row).some((name) => known.has(name)));
  let at = header + 1;
  for (; at < grid.rows.length; at += 1) {
    const row = grid.rows[at];
    if (row === undefined) break;
    // "R | A | C | I" below "Responsible | Accountable | …" explains the header and heads nothing.
    const explains = duties.every(({ column, letter }) => textAt(row, column) === letter);
    if (dutyColumns(row).length > 0 && !explains) break;
    const next = grid.rows[at + 1];
    if (row.gapBefore && !continues(row) && (next === undefined || next.gapBefore || !continues(next))) break;
    if (!explains) for (const name of namesIn(row)) known.add(name);
  }
  return at;
};

/** Where the rows under a header end: at the first blank one. */
const blockEnd = (grid: Grid, header: number): number => {
  const blank = grid.rows.findIndex((row, at) => at > header && row.gapBefore);
  return blank === -1 ? grid.rows.length : blank;
};

// "Policy, A, R, C" is a header of duties only when names stand below it, and else a row of a matrix.
const namesFollow = (grid: Grid, header: number, duties: readonly DutyColumn[]): boolean => {
  const below = grid.rows.slice(header + 1, header + 6);
  const filled = below.flatMap((row) =>
    duties.filter(({ column }) => textAt(row, column) !== '').map(({ column }) => readingAt(row, column)),
  );
  return filled.filter((reading) => reading.kind === 'other').length * 2 > filled.length;
};

const nothingFollows = (grid: Grid, header: number, duties: readonly DutyColumn[]): boolean => {
  const below = grid.rows.slice(header + 1, namedEnd(grid, header, duties));
  return below.length > 0 && below.every((row) => duties.every(({ column }) => textAt(row, column) === ''));
};

const headless = (sheet: Sheet, grid: Grid, from: number): { problem: MatrixProblem | null; next: number } => {
  let at = from;
  let seen = 0;
  const said = new Set<Letter>();
  for (; at < grid.rows.length; at += 1) {
    const row = grid.rows[at];
    if (row === undefined || (at > from && row.gapBefore) || isLegendRow(row)) break;
    if (letterColumns(row).length === 0) break;
    if (letterColumns(row).length >= 2) seen += 1;
    for (const column of letterColumns(row)) {
      const reading = readingAt(row, column);
      if (reading.kind === 'letters') for (const letter of reading.letters) said.add(letter);
    }
  }
  const first = grid.rows[from];
  const last = grid.rows[at - 1];
  const problem =
    seen < 2 || !said.has('A') || !said.has('R') || first === undefined || last === undefined
      ? null
      : {
          sheet: sheet.name,
          row: first.number,
          reason: `Rows ${first.number} to ${last.number} hold letters like a responsibility matrix, but no row above them names the roles. Add a header row with the name of one role over each column.`,
        };
  return { problem, next: Math.max(at, from + 1) };
};

const readSheet = (document: SourceDocument, sheet: Sheet): MatricesRead => {
  const cyrillicConsulted = sheet.rows.some((row) => row.cells.some((cell) => cell.trim().toUpperCase() === 'К'));
  const around = aroundTable(document, sheet);
  const grid = gridOf(sheet, schemeOf(around, cyrillicConsulted));
  const matrices: ParsedMatrix[] = [];
  const problems: MatrixProblem[] = [];
  let from = 0;
  let at = 0;
  while (at < grid.rows.length) {
    const row = grid.rows[at];
    if (row === undefined) break;
    const list = headsAssignments(row) ? assignmentList(sheet, grid, at, blockEnd(grid, at)) : null;
    if (list !== null) {
      matrices.push(list);
      from = blockEnd(grid, at);
      at = from;
      continue;
    }
    const duties = dutyColumns(row);
    if (duties.length > 0 && namesFollow(grid, at, duties)) {
      const end = namedEnd(grid, at, duties);
      const matrix = namedRoleMatrix(sheet, grid, at, end, duties);
      if (matrix !== null) {
        matrices.push(matrix);
        from = end;
        at = end;
        continue;
      }
    }
    if (
      matrices.length === 0 &&
      duties.length >= 3 &&
      duties.every(({ heading }) => heading.length > 3) &&
      nothingFollows(grid, at, duties)
    ) {
      problems.push({
        sheet: sheet.name,
        row: row.number,
        reason: 'The columns of a responsibility matrix are there, but no cell below them names a role.',
      });
    }
    const letters = letterColumns(row).filter((column) => column !== row.filled[0] || textAt(row, column).length > 2);
    const next = grid.rows[at + 1];
    const isHeader = next !== undefined && letterColumns(next).length > 0 && heads(grid, row, letterColumns(next));
    if (letters.length === 0 || isHeader || isLegendRow(row)) {
      at += 1;
      continue;
    }
    const header = headerAbove(grid, at, from);
    if (header === null) {
      const { problem, next } = headless(sheet, grid, at);
      if (problem !== null) problems.push(problem);
      at = next;
      continue;
    }
    const end = Math.max(endOf(grid, header), at + 1);
    const matrix = letterMatrix(sheet, around, grid, header, end);
    if (matrix !== null) matrices.push(matrix);
    from = end;
    at = end;
  }
  return { matrices, problems };
};

/** Every responsibility matrix in a document, in reading order, and what looked like one and could not be read. */
export const readMatrixDocument = (document: SourceDocument): MatricesRead => {
  const exported = exportedMatrices(document);
  if (exported.length > 0) return { matrices: exported, problems: [] };
  const read = document.sheets.map((sheet) => readSheet(document, sheet));
  const matrices = read.flatMap((sheet) => sheet.matrices);
  const problems = read.flatMap((sheet) => sheet.problems);
  if (matrices.length + problems.length > 0) return { matrices, problems };
  const empty = document.sheets.flatMap((sheet) => {
    const around = aroundTable(document, sheet);
    return emptiness(sheet, gridOf(sheet, schemeOf(around)), saysMatrix(around)) ?? [];
  });
  return { matrices, problems: empty };
};

/** Every responsibility matrix in a document, in reading order. Empty when there is none. */
export const parseMatrixDocument = (document: SourceDocument): readonly ParsedMatrix[] =>
  readMatrixDocument(document).matrices;
