import { fold } from '../intake/cell-text.ts';
import type { Sheet } from '../intake/sheet.ts';
import { hasActivityColumns, namesRoles, turned } from './activity-columns.ts';
import { letterNamed } from './duty-words.ts';
import {
  cellsOver,
  isCertainLetter,
  isLegendRow,
  letterColumns,
  mergedFrom,
  mergedText,
  readingAt,
  textAt,
  type Grid,
  type GridRow,
} from './matrix-grid.ts';
import { isLabelHeading, shapeOf, type MatrixShape } from './matrix-header.ts';
import type { FlaggedCell, IgnoredReason, IgnoredRow, MatrixEntry, MatrixRow, ParsedMatrix } from './parsed-matrix.ts';
import { requirementReferenceIn } from './requirement-reference.ts';

const isHeading = (text: string): boolean => text !== '' && text.length <= 120;

// "SCA" or "IS" over a column is an acronym and "Support" a team; "A" or "R/A" are letters.
const canBeName = (text: string): boolean => /^\p{Lu}{2,5}$|\p{L}{4}/u.test(text);

// What heads a column is a name; a row that says letters, or duties one beside the other, is a row of the matrix.
const saysDuties = (row: GridRow, columns: readonly number[]): boolean => {
  const said = columns.filter((column) => isCertainLetter(readingAt(row, column)));
  const words = said.map((column) => fold(textAt(row, column)));
  const duties = said.filter((column, at) => {
    const word = words[at] ?? '';
    return !canBeName(textAt(row, column)) || words.indexOf(word) !== words.lastIndexOf(word);
  });
  const several = new Set(words.map((word) => letterNamed(word)).filter((letter) => letter !== null)).size >= 3;
  return (several ? said.length : duties.length) * 2 > columns.length;
};

// One merged cell from the label over the letters is a title or a section; one beside a label may head a header of two rows.
const isTitle = (grid: Grid, row: GridRow, columns: readonly number[]): boolean => {
  const [first = 0] = row.filled;
  const over = columns.filter((column) => mergedText(grid, row, column) !== '');
  return (
    over.some((column) => column > first && mergedFrom(grid, row, column) <= first) ||
    (cellsOver(grid, row, over) < Math.min(2, columns.length) && !isLabelHeading(textAt(row, first)))
  );
};

/**
 * Whether a row can head the given letter columns: it names nearly all of them, at least one with what cannot be letters.
 * One column in five may lack a name.
 */
export const heads = (grid: Grid, row: GridRow, columns: readonly number[]): boolean => {
  const named = columns.filter((column) => {
    const text = mergedText(grid, row, column);
    const { kind } = readingAt(row, column);
    return isHeading(text) && kind !== 'none' && (!isCertainLetter(readingAt(row, column)) || canBeName(text));
  });
  const worded = named.some((column) => !isCertainLetter(readingAt(row, column)));
  const enough = named.length * 5 >= columns.length * 4;
  return row.filled.length >= 2 && worded && enough && !saysDuties(row, columns) && !isTitle(grid, row, columns);
};

/** The index of the header above a row of letters, not above `from`; null when no row names the columns. */
export const headerAbove = (grid: Grid, at: number, from: number): number | null => {
  const row = grid.rows[at];
  if (row === undefined) return null;
  const columns = letterColumns(row).filter((column) => column > 0 || row.filled.length > 1);
  for (let above = at - 1; above >= from; above -= 1) {
    const candidate = grid.rows[above];
    if (candidate !== undefined && !isLegendRow(candidate) && heads(grid, candidate, columns)) return above;
  }
  return null;
};

const hasLetters = (row: GridRow, columns: readonly number[]): boolean =>
  !isLegendRow(row) && columns.some((column) => isCertainLetter(readingAt(row, column)));

/**
 * Where the table under a header ends (exclusive). It goes on over blank rows only while rows of letters follow, and
 * ends where the next header begins: a row of words over columns that hold letters below it.
 */
export const endOf = (grid: Grid, header: number): number => {
  const columns = new Set<number>();
  const head = grid.rows[header];
  // A header that stands again at once, as on each page of a print, begins no other table.
  const repeats = (row: Grid['rows'][number]): boolean =>
    !row.gapBefore && row.filled.every((column) => fold(textAt(row, column)) === fold(head?.texts[column] ?? ''));
  let end = header + 1;
  for (let at = header + 1; at < grid.rows.length; at += 1) {
    const row = grid.rows[at];
    if (row === undefined) break;
    const next = grid.rows[at + 1];
    if (columns.size > 0 && next !== undefined && !isLegendRow(row) && !isLegendRow(next)) {
      const below = letterColumns(next).filter((column) => column !== next.filled[0]);
      if (below.length >= 2 && heads(grid, row, below) && !repeats(row)) return end;
    }
    const letters = isLegendRow(row) ? [] : letterColumns(row).filter((column) => column !== row.filled[0]);
    if (row.gapBefore && letters.length === 0 && columns.size > 0) {
      // After a gap only a section heading goes on, and only when its rows of letters follow at once.
      const follows = next !== undefined && !next.gapBefore && hasLetters(next, [...columns]);
      if (row.filled.length > 1 || !follows) return end;
    }
    for (const column of letters) columns.add(column);
    end = at + 1;
  }
  return end;
};

const ignoredReason = (row: GridRow, shape: MatrixShape): IgnoredReason | null => {
  const readings = shape.roles.map(({ column }) => readingAt(row, column));
  if (isLegendRow(row)) return 'legend';
  if (readings.some((reading) => reading.kind === 'letters')) {
    return null;
  }
  if (readings.every((reading) => reading.kind === 'empty')) return 'section';
  const repeated = shape.roles.filter(({ column, name }) => fold(textAt(row, column)) === fold(name)).length;
  if (repeated * 2 > shape.roles.length) return 'repeated header';
  const texts = new Set(row.filled.map((column) => textAt(row, column)));
  if (texts.size === 1 && row.filled.length > 1) return 'section';
  return readings.some((reading) => reading.kind === 'none') && !readings.some((reading) => reading.kind === 'other')
    ? null
    : 'not letters';
};

interface Body {
  readonly rows: readonly MatrixRow[];
  readonly ignored: readonly IgnoredRow[];
  readonly flagged: readonly FlaggedCell[];
}

const bodyOf = (grid: Grid, body: readonly GridRow[], shape: MatrixShape, header: GridRow): Body => {
  const rows: MatrixRow[] = [];
  const ignored: IgnoredRow[] = [];
  const flagged: FlaggedCell[] = [];
  const firstRole = Math.min(...shape.roles.map(({ column }) => column));
  let section: string | null = null;
  for (const row of body) {
    const label = mergedText(grid, row, shape.labelColumn);
    const reason = ignoredReason(row, shape) ?? (label === '' ? 'no label' : null);
    if (reason !== null) {
      const text = label !== '' ? label : row.filled.map((column) => textAt(row, column)).join(' ');
      ignored.push({ row: row.number, text, reason });
      if (reason === 'section') section = text;
      continue;
    }
    const entries: MatrixEntry[] = [];
    for (const { column, name } of shape.roles) {
      const reading = readingAt(row, column);
      if (reading.kind === 'empty' || reading.kind === 'none') continue;
      const text = textAt(row, column);
      if (reading.flag !== null) flagged.push({ row: row.number, label, column: name, text, reason: reading.flag });
      if (reading.kind === 'letters') {
        const { letters, conditional, flag } = reading;
        entries.push({ role: name, letters, conditional, row: row.number, column, text, flag });
      }
    }
    const before = row.filled.filter((column) => column < firstRole && column !== shape.labelColumn);
    const reference =
      requirementReferenceIn(label, shape.labelHeading) ??
      before
        .map((column) => requirementReferenceIn(textAt(row, column), textAt(header, column)))
        .find((found) => found !== null) ??
      null;
    rows.push({ number: row.number, label, section, reference, entries });
  }
  return { rows, ignored, flagged };
};

const SAYS_MATRIX =
  /(?<![\p{L}])(?:r-?a-?s?-?c-?i|daci)(?![\p{L}])|raci|rasci|accountab|responsib|responsab|verantwort|zustandig|verantwoord|ответствен|odpovednost|\bd[eb][mb]i\b/u;

/** Whether a text around a table speaks of responsibilities. */
export const saysMatrix = (around: readonly string[]): boolean => around.some((text) => SAYS_MATRIX.test(fold(text)));

/** Whether the letters under a header can be a responsibility matrix, and not grades, ratings or access rights. */
const convinces = (matrix: ParsedMatrix, around: readonly string[]): boolean => {
  const letters = new Set(
    matrix.rows.flatMap((row) => row.entries.flatMap((entry) => [...entry.letters, ...entry.conditional])),
  );
  const used = new Set(matrix.rows.flatMap((row) => row.entries.map((entry) => entry.column))).size;
  // "Process | RACI role" lists what one role does, and does not say which.
  if (matrix.roleColumns.length === 1 && matrix.roleColumns.every((name) => /ras?ci/u.test(fold(name)))) return false;
  const said = saysMatrix(around);
  if (matrix.rows.length === 0 || !(letters.has('R') || letters.has('A'))) return false;
  if (said) return used >= 2 || matrix.rows.length >= 3;
  // A and R alone are also admin and read, amber and red.
  const more = letters.has('C') || letters.has('I') || isLabelHeading(matrix.labelColumn) || namesRoles(matrix);
  return used >= 2 && matrix.rows.length >= 2 && letters.has('A') && letters.has('R') && more;
};

/**
 * The matrix under a header row.
 * @param around what stands around the table and may say what it is: file, sheet, title, prose, legend
 * @param header index of the header in the grid
 * @param end index after the last row of the table
 * @returns null when the table is something else
 */
export const letterMatrix = (
  sheet: Sheet,
  around: readonly string[],
  grid: Grid,
  header: number,
  end: number,
): ParsedMatrix | null => {
  const head = grid.rows[header];
  const body = grid.rows.slice(header + 1, end);
  const rated = body.filter((row) => !isLegendRow(row));
  const shape = shapeOf(grid, header, rated);
  if (head === undefined || shape === null || shape.roles.length === 0) return null;
  const { rows, ignored, flagged } = bodyOf(grid, body, shape, head);
  const matrix: ParsedMatrix = {
    orientation: 'letters in cells',
    sheet: sheet.name,
    heading: sheet.heading,
    headerRow: head.number,
    labelColumn: shape.labelHeading,
    roleColumns: shape.roles.map(({ name }) => name),
    roleColumnNumbers: shape.roles.map(({ column }) => column),
    columns: head.filled.map((column) => textAt(head, column)),
    rows,
    ignoredRows: ignored,
    flaggedCells: flagged,
  };
  if (!convinces(matrix, around)) return null;
  return hasActivityColumns(matrix) ? turned(matrix) : matrix;
};
