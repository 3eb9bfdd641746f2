import { plainDate, type PlainDate } from '../../kernel/date.ts';
import { unreachable } from '../../kernel/errors.ts';
import { fold } from '../intake/cell-text.ts';
import type { Sheet } from '../intake/sheet.ts';
import { gridLine } from './grid-line.ts';
import { levelValue } from './level-cell.ts';
import { explainedSteps } from './level-scale.ts';
import { heldLine, labelOf, requiredLine, type ListState } from './list-line.ts';
import { levelColumnLine, subjectOf, targetLine, type Subject } from './other-line.ts';
import type { CompetenceDocument, ReadLine, ReadTable, TableLayout } from './parsed.ts';
import { nameOf } from './row-field.ts';
import {
  columnsOf,
  filled,
  mayBeHeadings,
  tableRows,
  cellAt,
  type TableColumn,
  type TableRow,
} from './source-table.ts';
import { isLevelField, layoutOf, type FoundLayout, type Surroundings } from './table-layout.ts';
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
  'training programme': 'training',
};

interface Header {
  readonly row: TableRow;
  readonly columns: readonly TableColumn[];
  readonly found: FoundLayout;
}

/** The headings at a row, when it has some and what stands below makes a table of them. */
function headerAt(rows: readonly TableRow[], at: number, around: Surroundings): Header | null {
  const row = rows[at];
  if (row === undefined || !mayBeHeadings(row)) return null;
  const columns = columnsOf(row, rows[at - 1]);
  const above = rows
    .slice(Math.max(0, at - 8), at)
    .flatMap(({ cells }) => cells)
    .join(' ');
  const found = layoutOf(columns, rows.slice(at + 1, at + 1 + SAMPLE_ROWS), {
    ...around,
    title: `${around.title} ${above}`,
  });
  return found === null ? null : { row, columns, found };
}

/** A row within a table that begins another one: most of its cells are headings that are known. */
function beginsAnother(rows: readonly TableRow[], at: number, around: Surroundings): Header | null {
  const header = headerAt(rows, at, around);
  if (header === null) return null;
  const known = header.columns.filter(({ field, step }) => field !== null || step !== null).length;
  return known >= 2 && known * 2 >= filled(header.row.cells).length ? header : null;
}

/** Under which layouts a column is read, beside those whose cells are levels. */
const ALWAYS = new Set(['number', 'gap', 'sum']);

const GRIDS: ReadonlySet<TableLayout> = new Set<TableLayout>([
  'people by competences',
  'competences by people',
  'roles by competences',
  'competences by roles',
  'people by trainings',
]);

const READ: ReadonlySet<string> = new Set([
  'person',
  'given',
  'family',
  'email',
  'externalId',
  'role',
  'competence',
  'competenceKey',
  'group',
  'level',
  'target',
  'actual',
  'self',
  'manager',
  'must',
  'refresh',
  'date',
  'until',
  'method',
  'assessor',
  'evidence',
  'evidenceKind',
  'reference',
  'note',
  'training',
  'type',
  'due',
  'completed',
  'status',
  'nextRefresh',
  'frequency',
  'audience',
  'duration',
  'provider',
]);

function droppedOf({ columns, found: { data, layout } }: Header): ReadTable['dropped'] {
  const programme = layout === 'training programme';
  return columns.flatMap((column) => {
    const { field, heading } = column;
    if (heading === '' || data.includes(column) || (field !== null && READ.has(field))) return [];
    if (programme && (field === null || field === 'aside' || field === 'number')) return [];
    const reason =
      field === 'gap' || field === 'sum'
        ? 'Muster works it out.'
        : field === 'number'
          ? 'A running number.'
          : field === 'roleKey' || field === 'unit' || field === 'jobTitle'
            ? 'It belongs to the register of people or roles.'
            : field === null && GRIDS.has(layout)
              ? 'Most of its cells are neither levels nor days.'
              : 'Neither a competence, nor anything that a judgement or a training keeps.';
    return ALWAYS.has(field ?? '') && field === 'number' ? [] : [{ column: nameOf(column), reason }];
  });
}

function lineOf(
  row: TableRow,
  { columns, found }: Header,
  subject: Subject | null,
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
      return gridLine(row, columns, found, state, reading);
    case 'target and actual':
      return targetLine(row, columns, found, subject, state, reading);
    case 'levels as columns':
      return levelColumnLine(row, columns, found, subject, state, reading);
    case 'person and training in each row':
      return trainingLine(row, columns, reading);
    case 'training programme':
      return programmeLine(row, columns, subject?.role ?? null, state, reading);
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

interface SheetReading {
  readonly tables: ReadTable[];
  readonly legend: Map<string, string>;
  readonly others: CompetenceDocument['others'][number][];
}

function readSheet(sheet: Sheet, file: string, today: PlainDate, into: SheetReading): void {
  const rows = tableRows(sheet);
  const title = [file.replace(/[-_.]+/gu, ' '), sheet.name ?? '', sheet.heading ?? ''].join(' ');
  const around: Surroundings = { title, subject: sheet.heading ?? sheet.name };
  const beside = (row: TableRow, reason: string): void => {
    if (filled(row.cells).length > 0)
      into.others.push({ sheet: sheet.name, row: row.number, text: labelOf(row), reason });
  };
  for (const [step, meaning] of explainedSteps(sheet.prose ?? '')) into.legend.set(step, meaning);
  let at = 0;
  let header: Header | null = null;
  for (; at < Math.min(rows.length, SEARCH_ROWS) && header === null; at += 1) header = headerAt(rows, at, around);
  if (header === null) {
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
  const subject = subjectOf(around.subject);
  const reading = tableReading(rows, today);
  while (header !== null) {
    const current: Header = header;
    const lines: ReadLine[] = [];
    const state: ListState = { role: null, group: null };
    const inScale = current.found.layout === 'scale';
    if (current.found.layout === 'levels as columns')
      for (const { step, heading: text } of current.found.data)
        if (step !== null && !into.legend.has(step)) into.legend.set(step, text);
    let next: Header | null = null;
    for (; at < rows.length && next === null; at += 1) {
      const row = rows[at];
      if (row === undefined || filled(row.cells).length === 0) continue;
      next = beginsAnother(rows, at, around);
      if (next !== null) break;
      const said = legendOf(row, inScale, current);
      for (const [step, meaning] of said) into.legend.set(step, meaning);
      if (said.length > 0)
        lines.push({ row: row.number, label: labelOf(row), said: { reason: 'It explains the scale.' }, notes: [] });
      else lines.push(lineOf(row, current, subject, state, reading));
    }
    into.tables.push({
      kind: kinds[current.found.layout],
      layout: current.found.layout,
      sheet: sheet.name,
      heading: sheet.heading,
      headerRow: current.row.number,
      columns: filled(current.row.cells),
      lines,
      dropped: droppedOf(current),
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
  const into: SheetReading = { tables: [], legend: new Map(), others: [] };
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

/** Whether a sheet holds a table of competences (or of trainings) that the headings of a register would not give away. */
export const looksLikeCompetence = (sheet: Sheet, kind: 'competence' | 'training'): boolean => {
  const { tables } = readCompetences([{ ...sheet, rows: sheet.rows.slice(0, 120) }], '', anyDay);
  return tables.some((table) => table.kind === kind && table.layout !== 'scale' && fold(table.columns.join('')) !== '');
};
