import { plainDate, type PlainDate } from '../../kernel/date.ts';
import { unreachable } from '../../kernel/errors.ts';
import { fold } from '../intake/cell-text.ts';
import type { Sheet } from '../intake/sheet.ts';
import { gridLine } from './grid-line.ts';
import { levelValue } from './level-cell.ts';
import { droppedColumns } from './dropped-column.ts';
import { explainedSteps } from './level-scale.ts';
import { heldLine, labelOf, requiredLine, type ListState } from './list-line.ts';
import { levelColumnLine, targetLine } from './other-line.ts';
import type { CompetenceDocument, ReadLine, ReadTable, TableLayout } from './parsed.ts';
import { filled, tableRows, type TableRow } from '../intake/table-row.ts';
import { columnsOf, mayBeHeadings, cellAt, type TableColumn } from './source-table.ts';
import { isLevelField, layoutOf, type FoundLayout, type Surroundings } from './table-layout.ts';
import { sessionAbove, type Session } from './session.ts';
import { settledColumns, trainingInHeading, trainingOfAnswers } from './settled-column.ts';
import { subjectAbove, subjectOf, type Subject } from './table-subject.ts';
import { tableReading, type TableReading } from './table-reading.ts';
import { programmeLine, trainingLine } from './training-line.ts';

/** A heading below this many rows of preamble is none. */
const SEARCH_ROWS = 60;
/** So many rows tell what a table is. */
const SAMPLE_ROWS = 60;

const kinds: { readonly [L in TableLayout]: 'competence' | 'training' } = {
  'role and competence in each row': 'competence',
  'person and competence in each row': 'competence',
  'people by competences': 'competence',
  'competences by people': 'competence',
  'roles by competences': 'competence',
  'competences by roles': 'competence',
  'target and actual': 'competence',
  'levels as columns': 'competence',
  scale: 'competence',
  'person and training in each row': 'training',
  'people by trainings': 'training',
  'roles by trainings': 'training',
  'training programme': 'training',
};

/** Whom or which training a table is about, as what stands around it says. */
interface About {
  readonly subject: Subject | null;
  readonly session: Session | null;
}

interface Header {
  readonly row: TableRow;
  readonly columns: readonly TableColumn[];
  readonly found: FoundLayout;
  /** The training that a heading names for all rows. */
  readonly measure: string | null;
}

/** The headings at a row, when it has some and what stands below makes a table of them. */
function headerAt(rows: readonly TableRow[], at: number, around: Surroundings): Header | null {
  const row = rows[at];
  if (row === undefined || !mayBeHeadings(row)) return null;
  const body = rows.slice(at + 1, at + 1 + SAMPLE_ROWS);
  const above = rows
    .slice(Math.max(0, at - 8), at)
    .flatMap(({ cells }) => cells)
    .join(' ');
  const title = `${around.title} ${above}`;
  const settled = settledColumns(columnsOf(row, rows[at - 1]), body, title);
  const answers = trainingOfAnswers(settled, body);
  const columns =
    answers === null ? settled : settled.map((one) => (one === answers ? { ...one, field: 'status' as const } : one));
  const found = layoutOf(columns, body, { ...around, title, attended: around.attended || answers !== null });
  return found === null
    ? null
    : { row, columns, found, measure: answers === null ? null : trainingInHeading(answers.heading) };
}

/** A row within a table that begins another one: most of its cells are headings that are known. */
function beginsAnother(
  rows: readonly TableRow[],
  at: number,
  around: Surroundings,
  { found: { label } }: Header,
): Header | null {
  const header = headerAt(rows, at, around);
  if (header === null) return null;
  // The same corner once more, `Name`, with other names across.
  if (label !== undefined && label.heading !== '' && fold(header.row.cells[label.index] ?? '') === fold(label.heading))
    return header;
  const known = header.columns.filter(({ field, step }) => field !== null || step !== null).length;
  return known >= 2 && known * 2 >= filled(header.row.cells).length ? header : null;
}

function lineOf(
  row: TableRow,
  { columns, found, measure }: Header,
  { subject, session }: About,
  state: ListState,
  reading: TableReading,
): ReadLine {
  const { layout } = found;
  switch (layout) {
    case 'role and competence in each row': {
      const levels = columns.filter(({ field }) => field === 'target' || field === 'level');
      return requiredLine(
        row,
        columns,
        levels.toSorted((a) => (a.field === 'target' ? -1 : 1)),
        state,
        reading,
      );
    }
    case 'person and competence in each row':
      return heldLine(row, columns, state, reading);
    case 'people by competences':
    case 'competences by people':
    case 'roles by competences':
    case 'competences by roles':
    case 'people by trainings':
    case 'roles by trainings':
      return gridLine(row, columns, found, state, reading);
    case 'target and actual':
      return targetLine(row, columns, found, subject, state, reading);
    case 'levels as columns':
      return levelColumnLine(row, columns, found, subject, state, reading);
    case 'person and training in each row':
      return trainingLine(row, columns, measure === null ? session : { measure, on: null }, reading);
    case 'training programme':
      return programmeLine(row, columns, found.data, subject?.role ?? null, state, reading);
    case 'scale':
      return { row: row.number, label: labelOf(row), said: { reason: 'It explains the scale.' }, notes: [] };
    default:
      return unreachable(layout);
  }
}

/** `3: expert`, or two cells of which the first is a step and the second explains it. */
function legendOf(row: TableRow, inScale: boolean, { columns, found }: Header): readonly (readonly [string, string])[] {
  const texts = filled(row.cells);
  if (inScale) {
    const value = levelValue(cellAt(row, found.label))?.value;
    const meaning = cellAt(row, found.data[0]);
    return value === undefined || meaning === '' || columns.length < 2 ? [] : [[value, meaning]];
  }
  if (texts.length === 2 && /^(?:\d|[xo×✓●◕◑◔○])$/u.test(texts[0] ?? '') && /^\p{L}.{2,}/u.test(texts[1] ?? '')) {
    const value = levelValue(texts[0] ?? '')?.value;
    return value === undefined || levelValue(texts[1] ?? '')?.value.length === 1 ? [] : [[value, texts[1] ?? '']];
  }
  const said = texts.length <= 3 ? explainedSteps(texts.join(', ')) : [];
  return said.length >= 1 && texts.every((text) => explainedSteps(text).length > 0 || /^\p{L}+:?$/u.test(text))
    ? said
    : [];
}

/** Rows behind a table that only its title gives away that are looked at for headings that are known. */
const LOOK_AHEAD = 12;

/** Whether nothing in the headings themselves says what the table is. */
const isGuess = ({ found: { label } }: Header): boolean => label === undefined || label.field === null;

/** Whether a row within a table says its headings once more. */
function repeatsHeadings(row: TableRow, { found: { data } }: Header): boolean {
  const said = data.filter((column) => cellAt(row, column) !== '');
  return said.length >= 2 && said.every((column) => fold(cellAt(row, column)) === fold(column.heading));
}

interface SheetReading {
  /** What sheets before this one say of a session that people attended. */
  session: Session | null;
  readonly tables: ReadTable[];
  readonly legend: Map<string, string>;
  readonly others: CompetenceDocument['others'][number][];
}

function readSheet(sheet: Sheet, file: string, today: PlainDate, into: SheetReading): void {
  const rows = tableRows(sheet);
  const title = [file.replace(/[-_.]+/gu, ' '), sheet.name ?? '', sheet.heading ?? ''].join(' ');
  const facts = sessionAbove(rows.slice(0, SEARCH_ROWS), sheet, today);
  const around: Surroundings = {
    title,
    subject: sheet.heading ?? sheet.name,
    attended: facts !== null || into.session !== null,
  };
  const beside = (row: TableRow, reason: string): void => {
    if (filled(row.cells).length > 0)
      into.others.push({ sheet: sheet.name, row: row.number, text: labelOf(row), reason });
  };
  for (const [step, meaning] of explainedSteps(sheet.prose ?? '')) into.legend.set(step, meaning);
  let at = 0;
  let header: Header | null = null;
  // A table of a text begins with its headings; one of a worksheet where its author liked.
  const inText = sheet.prose !== undefined;
  const firstFull = rows.findIndex(({ cells }) => filled(cells).length >= 2);
  const within = Math.min(rows.length, inText ? firstFull + 1 : SEARCH_ROWS);
  for (; at < within && header === null; at += 1) header = headerAt(rows, at, around);
  for (
    let ahead = at;
    header !== null && isGuess(header) && ahead < Math.min(rows.length, at + LOOK_AHEAD);
    ahead += 1
  ) {
    const better = headerAt(rows, ahead, around);
    const deeper = better !== null && ahead === at && better.found.data.length > header.found.data.length;
    if (better !== null && (deeper || !isGuess(better))) [header, at] = [better, ahead + 1];
  }
  if (header === null) {
    if (facts !== null) into.session = facts;
    const [first] = rows.filter((row) => filled(row.cells).length > 0);
    const count = rows.filter((row) => filled(row.cells).length > 0).length;
    if (first !== undefined)
      into.others.push({
        sheet: sheet.name,
        row: first.number,
        text: sheet.heading ?? sheet.name ?? labelOf(first),
        reason: `${count === 1 ? 'A row' : `A table of ${count} rows`} that is neither of competences nor of trainings.`,
      });
    return;
  }
  const headings: string[] = [];
  for (const row of rows.slice(0, at - 1)) {
    headings.push(...filled(row.cells));
    for (const [step, meaning] of explainedSteps(row.cells.join(', '))) into.legend.set(step, meaning);
  }
  const above = sessionAbove(rows.slice(0, at - 1), sheet, today);
  const about: About = {
    subject: subjectOf(around.subject) ?? subjectAbove(rows.slice(0, at - 1)),
    session: above ?? into.session,
  };
  const reading = tableReading(rows, today);
  while (header !== null) {
    const current: Header = header;
    const lines: ReadLine[] = [];
    const state: ListState = { role: null, group: null };
    const inScale = current.found.layout === 'scale';
    if (current.found.layout === 'levels as columns')
      for (const { step, heading: text } of current.found.data)
        if (step !== null && step !== text && !into.legend.has(step)) into.legend.set(step, text);
    let next: Header | null = null;
    for (; at < rows.length && next === null; at += 1) {
      const row = rows[at];
      if (row === undefined || filled(row.cells).length === 0) continue;
      next = inText ? null : beginsAnother(rows, at, around, current);
      if (next !== null) break;
      const said = legendOf(row, inScale, current);
      for (const [step, meaning] of said) into.legend.set(step, meaning);
      const again = repeatsHeadings(row, current);
      if (again) state.group = cellAt(row, current.found.label) || state.group;
      if (said.length > 0 || again)
        lines.push({
          row: row.number,
          label: labelOf(row),
          said: { reason: again ? 'It repeats the headings.' : 'It explains the scale.' },
          notes: [],
        });
      else lines.push(lineOf(row, current, about, state, reading));
    }
    into.tables.push({
      kind: kinds[current.found.layout],
      layout: current.found.layout,
      sheet: sheet.name,
      heading: sheet.heading,
      headerRow: current.row.number,
      columns: filled(current.row.cells),
      lines,
      dropped: droppedColumns(current.columns, current.found),
    });
    header = next;
    at += 1;
  }
  if (headings.length === 0) return;
  // Titles above a table say nothing of anybody; what looks like more than a title is named.
  for (const row of rows.slice(
    0,
    rows.findIndex(({ number }) => number === into.tables.at(-1)?.headerRow),
  ))
    if (
      filled(row.cells).length >= 4 &&
      mayBeHeadings(row) &&
      row.cells.some((text) => isLevelField(columnsOf(row, undefined)[0]?.field ?? null) && text !== '')
    )
      beside(row, 'It stands above the headings by which the table is read.');
}

/** Some thousand people by some hundred competences; what is larger comes in parts. */
const MOST_CELLS = 1_000_000;

/** Reads all tables of a document that say who must be able to do what, who can, and what trains them. */
export function readCompetences(sheets: readonly Sheet[], file: string, today: PlainDate): CompetenceDocument {
  const into: SheetReading = { tables: [], legend: new Map(), others: [], session: null };
  let cells = 0;
  for (const sheet of sheets) {
    cells += sheet.rows.reduce((sum, row) => sum + row.cells.length, 0);
    if (cells > MOST_CELLS) {
      into.others.push({
        sheet: sheet.name,
        row: 1,
        text: sheet.name ?? file,
        reason: `The file has more than ${MOST_CELLS} cells: this sheet and those behind it are not read.`,
      });
      break;
    }
    readSheet(sheet, file, today, into);
  }
  return into;
}

/** What a table is does not hang on the day. */
const anyDay = plainDate('2026-01-01');

/** Rows of a sheet that tell what it is. */
const TELLING_ROWS = 120;

/** For each sheet of a document, whether it holds a table of competences (or of trainings) that the headings of a register would not give away. */
export function competenceSheets(
  sheets: readonly Sheet[],
  file: string,
): (sheet: Sheet, kind: 'competence' | 'training') => boolean {
  const { tables } = readCompetences(
    sheets.map((sheet) => ({ ...sheet, rows: sheet.rows.slice(0, TELLING_ROWS) })),
    file,
    anyDay,
  );
  return (sheet, kind) =>
    tables.some(
      (table) =>
        table.kind === kind &&
        table.layout !== 'scale' &&
        table.sheet === sheet.name &&
        sheet.rows.some(({ number }) => number === table.headerRow),
    );
}
