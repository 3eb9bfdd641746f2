import type { ImportReport, SourceNote } from '../model.ts';

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

const saysTheSame = (one: SourceNote, other: SourceNote): boolean =>
  one.row === other.row && one.sheet === other.sheet && one.reason === other.reason;

function notesOf(report: ImportReport, outcome: 'ignored' | 'flagged'): readonly SourceNote[] {
  if (outcome === 'ignored' || report.ignored.length === 0) return report[outcome];
  const ignored = new Map(report.ignored.map((note) => [`${note.sheet ?? ''} ${note.row}`, note]));
  return report.flagged.filter((note) => {
    const left = ignored.get(`${note.sheet ?? ''} ${note.row}`);
    return left === undefined || !saysTheSame(left, note);
  });
}

/** Everything a report says, in the order of the file; why a row was left out is said once. */
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
    notesOf(report, outcome).map((note, index): ReportLine => ({
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
  flagged: notesOf(report, 'flagged').length,
});

/** How many rows of the file the report is about: one row may have several lines. */
export const rowCount = (report: ImportReport): number =>
  report.rows.length + report.ignored.filter((note) => note.column === undefined).length;
