import type { Letter } from '../../domain/requirement.ts';
import { inspectPublished, type InspectedPublished } from '../competence/published-inspection.ts';
import { inspectCompetences, type InspectedCompetences } from '../competence-intake/competence-inspection.ts';
import { inspectCatalogue, type InspectedCatalogue } from '../frameworks/catalogue-inspection.ts';
import {
  registerRecognisers,
  recognise,
  type DocumentKind,
  type RecognisedTable,
  type Recogniser,
} from '../intake/recognition.ts';
import type { SourceDocument } from '../intake/sheet.ts';
import type { CellFlag } from './letter-cell.ts';
import { readMatrixDocument } from './matrix-document.ts';
import {
  letterCounts,
  rowsWithoutAccountable,
  rowsWithSeveralAccountable,
  type IgnoredRow,
  type MatrixProblem,
  type ParsedMatrix,
} from './parsed-matrix.ts';

/** What `muster inspect` says about one responsibility matrix. */
export interface InspectedMatrix {
  readonly sheet?: string;
  readonly heading?: string;
  /** 1-based row of the sheet, or line of the text file. */
  readonly headerRow: number;
  readonly labelColumn: string;
  readonly roleColumns: readonly string[];
  readonly matrixRows: number;
  readonly cells: Readonly<Record<Letter, number>>;
  readonly rowsWithoutAccountable: readonly string[];
  readonly rowsWithSeveralAccountable: readonly string[];
  readonly ignoredRows: readonly IgnoredRow[];
  /** `row` is the label of the row, `column` the role's name or the duty's heading. */
  readonly flaggedCells: readonly {
    readonly row: string;
    readonly column: string;
    readonly text: string;
    readonly reason: CellFlag;
  }[];
  /** Only where it is not the usual one, letters in cells and roles as columns. */
  readonly orientation?: Exclude<ParsedMatrix['orientation'], 'letters in cells'>;
  /** Only for a table whose cells hold role names, as is `assignments`. */
  readonly columns?: readonly string[];
  readonly assignments?: Readonly<Record<string, number>>;
}

export interface Inspection {
  readonly file: string;
  readonly kind: DocumentKind;
  readonly tables: readonly (
    InspectedMatrix | InspectedCompetences | RecognisedTable | InspectedCatalogue | InspectedPublished
  )[];
  /** Present when something is meant to go with a catalogue and is none, or is a template that nobody filled in: what it is instead, or what is wrong with it. */
  readonly refused?: string;
  /** Present when something looked like a matrix and could not be read as one. */
  readonly problems?: readonly MatrixProblem[];
}

const duty: Readonly<Record<Letter, string>> = {
  R: 'responsible',
  A: 'accountable',
  S: 'supporting',
  C: 'consulted',
  I: 'informed',
};

/** The matrix as `inspect` shows it. */
export const inspectMatrix = (matrix: ParsedMatrix): InspectedMatrix => {
  const cells = letterCounts(matrix);
  const named = matrix.orientation === 'roles named in cells';
  const assignments = Object.fromEntries(
    (['R', 'A', 'S', 'C', 'I'] as const)
      .filter((letter) => cells[letter] > 0)
      .map((letter) => [duty[letter], cells[letter]]),
  );
  return {
    ...(matrix.sheet === null ? {} : { sheet: matrix.sheet }),
    ...(matrix.heading === null ? {} : { heading: matrix.heading }),
    ...(matrix.orientation === 'letters in cells' ? {} : { orientation: matrix.orientation }),
    ...(named ? { columns: matrix.columns, assignments } : {}),
    headerRow: matrix.headerRow,
    labelColumn: matrix.labelColumn,
    roleColumns: matrix.roleColumns,
    matrixRows: matrix.rows.length,
    cells,
    rowsWithoutAccountable: rowsWithoutAccountable(matrix).map((row) => row.label),
    rowsWithSeveralAccountable: rowsWithSeveralAccountable(matrix).map((row) => row.label),
    ignoredRows: matrix.ignoredRows,
    flaggedCells: matrix.flaggedCells.map(({ label, column, text, reason }) => ({ row: label, column, text, reason })),
  };
};

/**
 * What a document is, without importing it. A document with a responsibility matrix is one, whatever else it holds;
 * else the first recogniser that knows most of its tables names it.
 */
export const inspectDocument = (
  document: SourceDocument,
  recognisers: readonly Recogniser[] = registerRecognisers,
): Inspection => {
  const published = inspectPublished(document);
  if (published !== null) {
    return 'refused' in published
      ? { file: document.file, kind: 'unknown', tables: [], refused: published.refused }
      : { file: document.file, kind: 'catalogue', tables: [published.published] };
  }
  const found = inspectCatalogue(document);
  if (found !== null) {
    return 'refused' in found
      ? { file: document.file, kind: 'unknown', tables: [], refused: found.refused }
      : { file: document.file, kind: 'catalogue', tables: [found.catalogue] };
  }
  const { matrices, problems } = readMatrixDocument(document);
  const shown = problems.length === 0 ? {} : { problems };
  if (matrices.length > 0) {
    return { file: document.file, kind: 'rasci', tables: matrices.map(inspectMatrix), ...shown };
  }
  const { kind, tables } = recognise(document, recognisers);
  if (kind !== 'competence' && kind !== 'training') return { file: document.file, kind, tables, ...shown };
  const { tables: read, template } = inspectCompetences(document, tables);
  const refused = template ? { refused: 'it is a template: nothing in it is filled in yet.' } : {};
  return { file: document.file, kind, tables: read, ...refused, ...shown };
};
