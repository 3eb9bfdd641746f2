import type { ImportReport } from '../model.ts';

export const outcomes = ['taken', 'changed', 'unchanged', 'ignored', 'flagged'] as const;
export type Outcome = (typeof outcomes)[number];

/** One line of an import's report: what became of one row or cell of the file. */
export interface ReportLine {
  readonly key: string;
  readonly outcome: Outcome;
  readonly sheet?: string | undefined;
  readonly row: number;
  readonly column?: string | undefined;
  readonly what: string;
  readonly reason: string;
  readonly changes: ImportReport['rows'][number]['changes'];
}

/** Everything a report says, in the order of the file. */
export function linesOf(report: ImportReport): readonly ReportLine[] {
  const rows = report.rows.map((row, index): ReportLine => ({
    key: `row ${index}`,
    outcome: row.outcome,
    sheet: row.sheet,
    row: row.row,
    what: row.label,
    reason: '',
    changes: row.changes,
  }));
  const notes = (['ignored', 'flagged'] as const).flatMap((outcome) =>
    report[outcome].map((note, index): ReportLine => ({
      key: `${outcome} ${index}`,
      outcome,
      sheet: note.sheet,
      row: note.row,
      column: note.column,
      what: note.text,
      reason: note.reason,
      changes: [],
    })),
  );
  return [...rows, ...notes].sort((a, b) => a.row - b.row || outcomes.indexOf(a.outcome) - outcomes.indexOf(b.outcome));
}

export const countsOf = (report: ImportReport): Readonly<Record<Outcome, number>> => ({
  taken: report.taken,
  changed: report.changed,
  unchanged: report.unchanged,
  ignored: report.ignored.length,
  flagged: report.flagged.length,
});
