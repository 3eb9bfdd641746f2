import type { Gap, Severity as GapSeverity } from '../../assessment/model.ts';
import { unreachable } from '../../../kernel/errors.ts';
import type {
  ColumnTotal,
  FilledCells,
  LintMark,
  MatrixRow,
  RowRule,
  RowTotal,
  Severity,
} from '../../../web/matrix/model.ts';
import type { Accountability } from '../model.ts';
import { columnIdOf } from './matrix-columns.ts';

interface LintTexts {
  readonly noAccountable: string;
  readonly severalAccountable: (count: number) => string;
  readonly noResponsible: string;
}

const columnsWith = (letter: string, cells: FilledCells): readonly string[] =>
  [...cells].flatMap(([columnId, value]) => (value.split('/').includes(letter) ? [columnId] : []));

/** A row needs exactly one A and at least one R, unless the requirement does not apply. */
export const lintRow =
  (texts: LintTexts): RowRule =>
  (row, cells) => {
    if (row.locked !== undefined) return [];
    const accountable = columnsWith('A', cells);
    const marks: LintMark[] = [];
    if (accountable.length === 0) marks.push({ rowId: row.id, severity: 'error', reason: texts.noAccountable });
    if (accountable.length > 1)
      for (const columnId of accountable)
        marks.push({
          rowId: row.id,
          columnId,
          severity: 'error',
          reason: texts.severalAccountable(accountable.length),
        });
    if (columnsWith('R', cells).length === 0)
      marks.push({ rowId: row.id, severity: 'warning', reason: texts.noResponsible });
    return marks;
  };

/** How many A a row has; anything but one is marked. */
export const accountableTotal = (label: string, texts: LintTexts): RowTotal => ({
  label,
  of: (row: MatrixRow, cells) => {
    const count = columnsWith('A', cells).length;
    if (row.locked !== undefined || count === 1) return { text: row.locked === undefined ? String(count) : '' };
    return {
      text: String(count),
      severity: 'error',
      reason: count === 0 ? texts.noAccountable : texts.severalAccountable(count),
    };
  },
});

/** How many people answer in a row, by its id; nobody is marked. */
export const peopleTotal = (label: string, nobody: string, counts: ReadonlyMap<string, number>): RowTotal => ({
  label,
  of: (row: MatrixRow) => {
    if (row.locked !== undefined) return { text: '' };
    const count = counts.get(row.id) ?? 0;
    return count > 0 ? { text: String(count) } : { text: '0', severity: 'error', reason: nobody };
  },
});

/** In how many rows a column answers or works. */
export const loadTotal = (
  label: string,
  reason: (accountable: number, responsible: number) => string,
): ColumnTotal => ({
  label,
  of: (_column, cells) => {
    const [accountable, responsible] = ['A', 'R'].map((letter) => columnsWith(letter, cells).length);
    const either = [...cells.values()].filter((value) => /[AR]/.test(value)).length;
    return { text: String(either), reason: reason(accountable ?? 0, responsible ?? 0) };
  },
});

function severityOf(severity: GapSeverity): Severity {
  switch (severity) {
    case 'critical':
    case 'major':
      return 'error';
    case 'minor':
      return 'warning';
    case 'advice':
      return 'notice';
    default:
      return unreachable(severity);
  }
}

/** Gaps that the instrument works out by itself, row by row, while one types. */
const live: readonly string[] = ['rasci.no-accountable', 'rasci.no-responsible', 'rasci.several-accountable'];

/** What the assessment says, at the column or the cell that it is about. */
export function assessmentMarks(gaps: readonly Gap[], cells: readonly Accountability[]): readonly LintMark[] {
  const byId = new Map<string, Accountability>(cells.map((cell) => [cell.id, cell]));
  return gaps.flatMap((gap): readonly LintMark[] => {
    const { subject, explanation: reason } = gap;
    const severity = severityOf(gap.severity);
    if (subject.kind === 'role')
      return [{ columnId: columnIdOf({ roleId: subject.id, personId: null }), severity, reason }];
    if (subject.kind !== 'requirement' || live.includes(gap.rule)) return [];
    const at = gap.facts.flatMap((fact) => (fact.register === 'accountability' ? (byId.get(fact.id) ?? []) : []));
    return at.length === 0
      ? [{ rowId: subject.id, severity, reason }]
      : at.map((cell) => ({ rowId: cell.requirementId, columnId: columnIdOf(cell), severity, reason }));
  });
}
