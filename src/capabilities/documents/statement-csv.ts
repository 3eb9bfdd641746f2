import { csvText } from './csv.ts';
import { evidenceText } from '../applicability/evidence-text.ts';
import { reasonTexts, statusTexts } from '../applicability/statement-text.ts';
import { bearersText, type StatementOfApplicability } from './statement-of-applicability.ts';

/** The headings of the statement wherever it is a sheet; the import knows them. */
export const statementHeadings = [
  'Control',
  'Title',
  'Applicable',
  'Reasons for inclusion',
  'Justification',
  'Status',
  'Status date',
  'Accountable',
  'Responsible',
  'Evidence',
] as const;

/** The cells of all controls under `statementHeadings`. */
export const statementCells = (document: StatementOfApplicability): readonly (readonly string[])[] =>
  document.groups.flatMap(({ rows }) =>
    rows.map((row) => [
      row.control,
      row.title,
      row.applicable ? 'yes' : 'no',
      row.reasons.map((reason) => reasonTexts[reason]).join(', '),
      row.justification,
      statusTexts[row.status],
      row.statusOn ?? '',
      bearersText(row.accountable),
      bearersText(row.responsible),
      evidenceText(row.evidence),
    ]),
  );

/**
 * The statement as CSV: one header row, then one row for each control, which the import reads back. The facts' date and
 * place in the trail stand in the last columns of every row: a CSV has no foot.
 */
export function statementCsv(document: StatementOfApplicability): string {
  const foot = [document.on, String(document.trail.sequence), document.trail.hash];
  const rows = statementCells(document).map((cells) => [...cells, ...foot]);
  return csvText([[...statementHeadings, 'Facts of', 'Trail', 'Hash'], ...rows]);
}
