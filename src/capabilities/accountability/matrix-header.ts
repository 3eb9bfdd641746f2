import { fold } from '../intake/cell-text.ts';
import { isCertainLetter, mergedText, readingAt, textAt, type Grid, type GridRow } from './matrix-grid.ts';

/** A column of a matrix whose cells hold letters. */
export interface RoleColumn {
  readonly column: number;
  readonly name: string;
}

export interface MatrixShape {
  readonly labelColumn: number;
  readonly labelHeading: string;
  readonly roles: readonly RoleColumn[];
}

/** Headings of columns that say something about the row: no role, whether empty or filled with letters (priority A, B, C). */
const ABOUT_THE_ROW =
  /^(?:(?:free )?(?:notes?|comments?|remarks?|description|details?|evidence|status|date|due(?: date)?|deadline|frequency|priority|phase|category|class|rating|grade|risk|area|domain|reference|ref|deliverables?|outputs?|documents?|others?)|bemerkung(?:en)?|anmerkung(?:en)?|kommentar(?:e)?|beschreibung|hinweise?|nachweise?|frist|termin|haufigkeit|bereich|kategorie|klasse|risiko|prioritat|dokumente?|remarques?|commentaires?|preuves?|echeance|statut|priorite|frequence|domaine|classe|notas?|comentarios?|observaciones|descripcion|evidencias?|estado|fecha|frecuencia|prioridad|opmerking(?:en)?|toelichting|beschrijving|bewijs|prioriteit|примечани\p{L}*|комментари\p{L}*|описание|статус|срок|приоритет|poznamk\p{L}*|popis|stav|priorita)(?: ?\(.*\))?$/u;

const IS_LABEL =
  /(?:activit|task|process|deliverable|responsibilit|requirement|milestone|decision|aktivitat|tatigkeit|aufgabe|prozess|thema|massnahme|anforderung|taches?|activite|processus|exigence|actividad|tarea|proceso|activiteit|taak|proces|деятельност|задач|процесс|мероприят|работ|cinnost|ukol|aktivit|control|name|title|titel|bezeichnung|nom|nombre|naam|наименован|nazev|what|was)/u;
/** Whether a heading says that its column holds activities, tasks or controls. */
export const isLabelHeading = (heading: string): boolean => IS_LABEL.test(fold(heading));

const IS_DETAIL = /(?:descri|beschr|detail|popis|описан|note|comment|remark|bemerk|purpose|zweck)/u;
const IS_GROUP =
  /^(?:phase|area|domain|category|group|section|chapter|theme|bereich|kategorie|gruppe|phase|domaine|fase|area|categorie|раздел|oblast|stage)(?![\p{L}])/u;
const IS_NUMBER =
  /^(?:#|no\.?|nr\.?|id|num|number|ref\.?|n°|№|lfd\.? ?nr\.?|pos\.?|item|(?:.* )?(?:id|no\.?|nr\.?)|step)$/u;

const columnLetters = (column: number): string =>
  (column >= 26 ? columnLetters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));

/** The heading of a column; from the row above when the header has two rows, or its merged area. */
const headingAt = (grid: Grid, header: GridRow, above: GridRow | null, column: number): string => {
  const merged = mergedText(grid, header, column);
  return merged !== '' || above === null ? merged : mergedText(grid, above, column);
};

/**
 * The headings of columns under a header of two rows. The lower row names them; where it says the same over most of them
 * ("Project team" merged over nine) and the row above says more, the row above does.
 */
const namesOf = (
  grid: Grid,
  header: GridRow,
  above: GridRow | null,
  columns: readonly number[],
): ((column: number) => string) => {
  const lower = (column: number): string => headingAt(grid, header, above, column);
  if (above === null) return lower;
  const said = new Set(columns.map(lower)).size;
  const upper = columns.map((column) => mergedText(grid, above, column));
  const tellsMore = said * 2 <= columns.length && new Set(upper).size > said && !upper.includes('');
  return tellsMore ? (column) => mergedText(grid, above, column) : lower;
};

/** The row above a header that holds the rest of a two-row header; a title over the table is none. */
const upperHeader = (grid: Grid, at: number): GridRow | null => {
  const header = grid.rows[at];
  const above = grid.rows[at - 1];
  if (header === undefined || above === undefined || header.gapBefore || above.filled.length < 2) return null;
  return above.filled.some((column) => isCertainLetter(readingAt(above, column))) ? null : above;
};

const labelColumnOf = (
  body: readonly GridRow[],
  roles: readonly number[],
  heading: (column: number) => string,
): number | null => {
  const firstRole = Math.min(...roles);
  const lastRole = Math.max(...roles);
  const width = Math.max(0, ...body.map((row) => (row.filled.at(-1) ?? -1) + 1));
  let best: { column: number; score: number } | null = null;
  for (let column = 0; column < width; column += 1) {
    if (roles.includes(column) || (column > firstRole && column < lastRole)) continue;
    const texts = body.map((row) => textAt(row, column)).filter((text) => text !== '');
    if (texts.length === 0) continue;
    const named = fold(heading(column));
    const worded = texts.filter((text) => /\p{L}{2}/u.test(text)).length / texts.length;
    const length = texts.reduce((sum, text) => sum + text.length, 0) / texts.length;
    const score =
      3 * (texts.length / body.length) +
      2 * (new Set(texts).size / texts.length) +
      2 * worded +
      (IS_LABEL.test(named) ? 1.5 : 0) -
      (IS_DETAIL.test(named) ? 3 : 0) -
      (IS_GROUP.test(named) ? 2 : 0) -
      (IS_NUMBER.test(named) ? 2 : 0) -
      (length > 60 ? 1 : 0) -
      (column > lastRole ? 3 : 0) -
      column * 0.01;
    if (best === null || score > best.score) best = { column, score };
  }
  return best?.column ?? null;
};

/**
 * Which columns of a table are roles and which one says what each row is about. A column is a role when most of what
 * stands in it are letters; or when it is empty, has a heading, and stands among or beside such columns.
 * @param at index of the header in the grid
 * @param body the rows that belong to the table
 * @returns null when the table has no label or no role column
 */
export const shapeOf = (grid: Grid, at: number, body: readonly GridRow[]): MatrixShape | null => {
  const header = grid.rows[at];
  if (header === undefined) return null;
  const above = upperHeader(grid, at);
  const heading = (column: number): string => headingAt(grid, header, above, column);
  const width = Math.max(header.filled.at(-1) ?? 0, ...body.map((row) => row.filled.at(-1) ?? 0)) + 1;
  const isBlank = (column: number): boolean =>
    heading(column) === '' && body.every((row) => readingAt(row, column).kind === 'empty');
  const beside = new Set<number>();
  let worded = false;
  const certain: number[] = [];
  const unused: number[] = [];
  for (let column = 0; column < width; column += 1) {
    let letters = 0;
    let loose = 0;
    let other = 0;
    for (const row of body) {
      const reading = readingAt(row, column);
      if (isCertainLetter(reading)) letters += 1;
      else if (reading.kind === 'letters') loose += 1;
      else if (reading.kind === 'other') other += 1;
    }
    const named = fold(heading(column));
    // "Pos" and "ID" number the rows where nothing but numbers stands before them; elsewhere they are somebody's name.
    if (ABOUT_THE_ROW.test(named) || (IS_NUMBER.test(named) && !worded)) continue;
    // A legend beside the table stands under no heading, an empty column away from it.
    const beyond = named === '' && column > 0 && column > (header.filled.at(-1) ?? 0);
    if (beyond && (isBlank(column - 1) || beside.has(column - 1))) {
      if (letters > 0) beside.add(column);
      continue;
    }
    worded ||= other > 0 && body.some((row) => /\p{L}{3}/u.test(textAt(row, column)));
    if (letters > 0 && letters + loose >= other) certain.push(column);
    else if (letters + loose + other === 0 && named !== '') unused.push(column);
  }
  const label = certain.length === 0 ? null : labelColumnOf(body, certain, heading);
  if (label === null) return null;
  const columns = [...certain];
  let grown = true;
  while (grown) {
    const next = unused.filter(
      (column) =>
        column !== label && !columns.includes(column) && (columns.includes(column - 1) || columns.includes(column + 1)),
    );
    columns.push(...next);
    grown = next.length > 0;
  }
  const found = columns.filter((column) => column !== label).sort((a, b) => a - b);
  const nameOf = namesOf(grid, header, above, found);
  const roles = found.map((column) => ({
    column,
    name: nameOf(column) === '' ? `Column ${columnLetters(column)}` : nameOf(column),
  }));
  return { labelColumn: label, labelHeading: heading(label), roles };
};
