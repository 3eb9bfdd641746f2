import type { AssessmentSettings, Gap, Severity as GapSeverity } from '../../assessment/model.ts';
import { isOn, limitOf, settingsOf } from '../../assessment/rule-tuning.ts';
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
  readonly severalResponsible: (count: number) => string;
}

const asShipped = settingsOf({ ruleSetting: [] });

const columnsWith = (letter: string, cells: FilledCells): readonly string[] =>
  [...cells].flatMap(([columnId, value]) => (value.split('/').includes(letter) ? [columnId] : []));

/** A row needs one A and at least one R, unless the requirement does not apply or the organization judges otherwise. */
export const lintRow =
  (texts: LintTexts, settings: AssessmentSettings = asShipped): RowRule =>
  (row, cells) => {
    if (row.locked !== undefined) return [];
    const [accountable, responsible] = [columnsWith('A', cells), columnsWith('R', cells)];
    const each = (columns: readonly string[], severity: Severity, reason: string): readonly LintMark[] =>
      columns.map((columnId) => ({ rowId: row.id, columnId, severity, reason }));
    const marks: LintMark[] = [];
    if (accountable.length === 0 && isOn(settings, 'rasci.no-accountable'))
      marks.push({ rowId: row.id, severity: 'error', reason: texts.noAccountable });
    if (accountable.length > limitOf(settings, 'rasci.several-accountable'))
      marks.push(...each(accountable, 'error', texts.severalAccountable(accountable.length)));
    if (responsible.length === 0 && isOn(settings, 'rasci.no-responsible'))
      marks.push({ rowId: row.id, severity: 'warning', reason: texts.noResponsible });
    if (responsible.length > limitOf(settings, 'rasci.several-responsible'))
      marks.push(...each(responsible, 'warning', texts.severalResponsible(responsible.length)));
    return marks;
  };

/** How many A a row has; none, or more than the organization allows, is marked. */
export const accountableTotal = (
  label: string,
  texts: LintTexts,
  settings: AssessmentSettings = asShipped,
): RowTotal => ({
  label,
  of: (row: MatrixRow, cells) => {
    const count = columnsWith('A', cells).length;
    if (row.locked !== undefined) return { text: '' };
    const least = isOn(settings, 'rasci.no-accountable') ? 1 : 0;
    if (count >= least && count <= limitOf(settings, 'rasci.several-accountable')) return { text: String(count) };
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
const live: readonly string[] = [
  'rasci.no-accountable',
  'rasci.no-responsible',
  'rasci.several-accountable',
  'rasci.several-responsible',
];

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
