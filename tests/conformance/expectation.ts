import type { Inspection } from '../../src/capabilities/accountability/inspection.ts';

/** What an `*.expected.json` beside a document says of one table. Keys that are missing say nothing. */
export interface ExpectedTable {
  readonly sheet?: string;
  readonly heading?: string;
  readonly header_row?: number;
  readonly orientation?: string;
  readonly label_column?: string;
  readonly columns?: readonly string[];
  readonly role_columns?: readonly string[];
  readonly matrix_rows?: number;
  readonly cells?: Readonly<Record<string, number>>;
  readonly assignments?: Readonly<Record<string, number>>;
  readonly rows_without_A?: readonly string[];
  readonly rows_with_more_than_one_A?: readonly string[];
  readonly rows_ignored_section_or_legend?: readonly string[];
  readonly flagged_cells?: readonly string[];
  readonly format?: string;
  readonly name?: string;
  readonly edition?: string | null;
  readonly requirements?: number;
  readonly assessable?: number;
  readonly groups?: number;
}

export interface Expectation {
  readonly file: string;
  readonly kind?: string;
  readonly tables: readonly ExpectedTable[];
  /** Words that the refusal holds. */
  readonly refused?: string;
}

const inExpectedShape = (inspection: Inspection): readonly ExpectedTable[] =>
  inspection.tables.map((table) =>
    'assessable' in table
      ? table
      : 'roleColumns' in table
        ? {
            ...(table.sheet === undefined ? {} : { sheet: table.sheet }),
            ...(table.heading === undefined ? {} : { heading: table.heading }),
            header_row: table.headerRow,
            ...(table.orientation === undefined ? {} : { orientation: table.orientation }),
            label_column: table.labelColumn,
            ...(table.columns === undefined ? {} : { columns: table.columns }),
            role_columns: table.roleColumns,
            matrix_rows: table.matrixRows,
            cells: table.cells,
            ...(table.assignments === undefined ? {} : { assignments: table.assignments }),
            rows_without_A: table.rowsWithoutAccountable,
            rows_with_more_than_one_A: table.rowsWithSeveralAccountable,
            rows_ignored_section_or_legend: table.ignoredRows.map(({ text, reason }) =>
              reason === 'section' ? text : `${text} [not letters]`,
            ),
            flagged_cells: table.flaggedCells.map(
              ({ row, column, text, reason }) => `${row} / ${column}: ${reason}: ${text}`,
            ),
          }
        : {},
  );

const same = (left: unknown, right: unknown): boolean => {
  if (Array.isArray(left) && Array.isArray(right)) {
    return left.length === right.length && left.every((item, at) => same(item, right[at]));
  }
  if (typeof left === 'object' && typeof right === 'object' && left !== null && right !== null) {
    const keys = new Set([...Object.keys(left), ...Object.keys(right)]);
    return [...keys].every((key) => same(Reflect.get(left, key), Reflect.get(right, key)));
  }
  return left === right;
};

/** Each difference between what was expected of a document and what `inspect` says, as a sentence; empty when none. */
export const differences = (expectation: Expectation, inspection: Inspection): readonly string[] => {
  const found: string[] = [];
  const kind = expectation.kind ?? 'rasci';
  if (inspection.kind !== kind) found.push(`kind: expected ${kind}, got ${inspection.kind}`);
  if (expectation.refused !== undefined && inspection.refused?.includes(expectation.refused) !== true)
    found.push(`refused: expected "${expectation.refused}", got "${inspection.refused ?? 'nothing'}"`);
  const tables = inExpectedShape(inspection);
  if (tables.length !== expectation.tables.length) {
    found.push(`tables: expected ${expectation.tables.length}, got ${tables.length}`);
  }
  for (const [at, expected] of expectation.tables.entries()) {
    const table = tables[at] ?? {};
    for (const key of Object.keys(expected)) {
      const wanted: unknown = Reflect.get(expected, key);
      const got: unknown = Reflect.get(table, key);
      if (!same(wanted, got))
        found.push(`table ${at + 1}, ${key}: expected ${JSON.stringify(wanted)}, got ${JSON.stringify(got)}`);
    }
  }
  return found;
};
