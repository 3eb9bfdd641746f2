import { plainDate } from '../../kernel/date.ts';
import type { RecognisedTable } from '../intake/recognition.ts';
import type { SourceDocument } from '../intake/sheet.ts';
import { foreignPerson } from './foreign-name.ts';
import { readCompetences } from './competence-document.ts';
import { isTemplate } from './intake-choice.ts';
import { levelScale, type ScaleStep } from './level-scale.ts';
import type { CellNote, CompetenceDocument, ReadTable, Saying, TableLayout } from './parsed.ts';
import { stepCounts } from './step-count.ts';

/** What `muster inspect` says about one table of competences or trainings. */
export interface InspectedCompetences extends RecognisedTable {
  /** Null: none that is read. */
  readonly layout: TableLayout | null;
  /** The file's own steps and what each is proposed to be worth. */
  readonly scale: readonly Pick<ScaleStep, 'value' | 'level' | 'cells'>[];
  readonly roles: number;
  readonly persons: number;
  readonly competences: number;
  readonly trainings: number;
  /** What the table says: a required or held level, a described competence, a measure, a training of somebody. */
  readonly cells: number;
  readonly ignoredRows: readonly { readonly row: number; readonly text: string; readonly reason: string }[];
  readonly flaggedCells: readonly CellNote[];
  readonly dropped: ReadTable['dropped'];
}

/** Whether a table that was recognised by its headings is one that was read, if from another row on. */
const isRead = (
  { sheet, headerRow }: RecognisedTable,
  tables: readonly ReadTable[],
  format: SourceDocument['format'],
): boolean =>
  tables.some((table) =>
    table.sheet === null
      ? format === 'csv' || (headerRow >= table.headerRow && headerRow <= (table.lines.at(-1)?.row ?? table.headerRow))
      : table.sheet === sheet,
  );

const different = (sayings: readonly Saying[], name: (saying: Saying) => string | null): number =>
  new Set(sayings.flatMap((saying) => name(saying) ?? [])).size;

/** What a document's day of reading is does not change what it is: it decides the century of a year in two digits. */
const anyDay = plainDate('2099-12-31');

function inspected(table: ReadTable, document: CompetenceDocument): InspectedCompetences {
  const { kind, layout, sheet, heading, headerRow, columns, lines, dropped } = table;
  const sayings = lines.flatMap(({ said }) => ('reason' in said ? [] : said));
  const scale = levelScale(stepCounts({ tables: [table] }), document.legend, new Map());
  return {
    kind,
    ...(sheet === null ? {} : { sheet }),
    ...(heading === null ? {} : { heading }),
    headerRow,
    columns,
    rows: lines.length,
    layout,
    scale: scale.map(({ value, level, cells }) => ({ value, level, cells })),
    roles: different(sayings, (saying) => (saying.kind === 'required' ? saying.role : null)),
    persons: different(sayings, (saying) => ('person' in saying ? foreignPerson(saying.person) : null)),
    competences: different(sayings, (saying) => ('competence' in saying ? saying.competence : null)),
    trainings: different(sayings, (saying) =>
      saying.kind === 'training' ? saying.measure : saying.kind === 'measure' ? saying.name : null,
    ),
    cells: sayings.length,
    ignoredRows: lines.flatMap(({ row, label, said }) =>
      'reason' in said ? [{ row, text: label, reason: said.reason }] : [],
    ),
    flaggedCells: lines.flatMap(({ notes }) => notes),
    dropped,
  };
}

/**
 * The tables of a document of competences or trainings, each with its layout and what is in it. What was recognised by
 * its headings and is not read says so.
 */
export function inspectCompetences(
  { sheets, file, format }: SourceDocument,
  recognised: readonly RecognisedTable[],
): { readonly tables: readonly InspectedCompetences[]; readonly template: boolean } {
  const document = readCompetences(sheets, file, anyDay);
  const others = recognised
    .filter((table) => !isRead(table, document.tables, format))
    .map((table): InspectedCompetences => ({
      ...table,
      layout: null,
      scale: [],
      roles: 0,
      persons: 0,
      competences: 0,
      trainings: 0,
      cells: 0,
      ignoredRows: [
        {
          row: table.headerRow,
          text: table.columns.join(', '),
          reason: 'Neither competences with levels nor trainings of people, nor a programme.',
        },
      ],
      flaggedCells: [],
      dropped: [],
    }));
  return {
    tables: [...document.tables.map((table) => inspected(table, document)), ...others],
    template: isTemplate(document),
  };
}
