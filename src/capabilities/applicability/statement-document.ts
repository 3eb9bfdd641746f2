import { fold, plainText } from '../intake/cell-text.ts';
import type { Sheet, SheetRow } from '../intake/sheet.ts';
import { controlReference } from './control-reference.ts';
import { foreignCatalogue } from './foreign-catalogue.ts';
import { firstLayout, isHeadings, layoutOf, type StatementLayout } from './statement-layout.ts';
import { statedControl, type StatedControl } from './statement-row.ts';

/** One row below the headings: what it says of a control, or why it says nothing. */
export interface StatementLine {
  readonly sheet: string | undefined;
  readonly row: number;
  /** The row's first words, for messages. */
  readonly text: string;
  readonly said: StatedControl | { readonly reason: string };
}

export interface StatementDocument {
  readonly lines: readonly StatementLine[];
  /** Columns and sheets that are not read, each with its reason. */
  readonly dropped: readonly { readonly column: string; readonly reason: string }[];
}

export type StatementReading = StatementDocument | { readonly refused: string };

const OWNER = /accountable|responsible|owner|verantwort|eigentumer|responsable|proprietaire|propietario/u;
const TITLE =
  /title|titel|name|titre|titulo|intitule|nombre|bezeichnung|theme|domain|domaine|dominio|objective|^control$/u;

function columnReason(heading: string): string {
  const words = fold(heading);
  if (OWNER.test(words)) return 'Who answers for a control stands in the accountability matrix.';
  if (TITLE.test(words)) return 'Titles and themes come from the catalogue.';
  return 'An entry holds whether the control applies, why, and how far it is in place.';
}

const refusal = (catalogue: string): string => {
  if (catalogue === 'ISO/IEC 27001:2013')
    return 'its controls are numbered as in ISO/IEC 27001:2013 (such as A.9.2.1). The edition of 2022 numbers other controls so, and they would be misread: bring the statement in the numbering of 2022, A.5.1 to A.8.34.';
  if (catalogue === 'another catalogue')
    return 'its numbers are not those of Annex A of ISO/IEC 27001:2022, A.5.1 to A.8.34.';
  return `its controls are those of ${catalogue}, not of Annex A of ISO/IEC 27001:2022.`;
};

const clip = (text: string): string => (text.length <= 80 ? text : `${text.slice(0, 79)}…`);

const opening = ({ cells }: SheetRow): string =>
  clip(
    cells
      .map(plainText)
      .filter((text) => text !== '')
      .slice(0, 2)
      .join(' '),
  );

const SAYS_CLAUSES = /clause|klausel|kapitel|chapitre|clausula/u;
const SAYS_CONTROLS = /control|annex|anhang|anexo|theme/u;

/** Numbers without `A.` under a heading about clauses, or among numbers that only clauses have. */
function isMixed(sheet: Sheet, layout: StatementLayout): boolean {
  const heading = fold(sheet.heading ?? '');
  if (SAYS_CLAUSES.test(heading) && !SAYS_CONTROLS.test(heading)) return true;
  return sheet.rows.some(({ cells }) => {
    const reference = controlReference(cells[layout.control] ?? '');
    return reference?.kind === 'clause' || (reference?.kind === 'unknown' && reference.bare);
  });
}

/** Columns of reasons that stand behind the one for both. */
const fallbacks = ({ header, columns }: StatementLayout): readonly string[] =>
  columns.has('justification')
    ? (['inclusion', 'exclusion'] as const).flatMap((field) => {
        const index = columns.get(field);
        return index === undefined ? [] : [plainText(header.cells[index] ?? '')];
      })
    : [];

/** Far more than 93 controls with all their evidence; what is longer is something else, and would take long to read. */
const MOST_ROWS = 20_000;

/** So many tables one sheet may hold; the headings of more are taken for those of the last. */
const MOST_TABLES = 50;

const ABOVE_HEADINGS = { reason: 'It stands above the row of headings by which the table is read.' };

/** Titles and notes above a table are passed over in silence; what names a control may have been meant as an entry. */
const namesControl = ({ cells }: SheetRow): boolean => cells.some((cell) => controlReference(cell)?.kind === 'control');

function linesOf(sheet: Sheet, first: StatementLayout): readonly StatementLine[] {
  const lines: StatementLine[] = [];
  const mixes = new Map<number, boolean>();
  const mixedIn = (layout: StatementLayout): boolean => {
    const known = mixes.get(layout.control) ?? isMixed(sheet, layout);
    mixes.set(layout.control, known);
    return known;
  };
  let layout = first;
  let tables = 1;
  for (const [index, row] of sheet.rows.entries()) {
    if (row.number === first.header.number) continue;
    if (row.number < first.header.number) {
      if (namesControl(row))
        lines.push({ sheet: sheet.name ?? undefined, row: row.number, text: opening(row), said: ABOVE_HEADINGS });
      continue;
    }
    const said = statedControl(row, { sheet, layout, mixed: mixedIn(layout) });
    lines.push({ sheet: sheet.name ?? undefined, row: row.number, text: opening(row), said });
    if (!('reason' in said) || tables >= MOST_TABLES || !isHeadings(row)) continue;
    // A second table of the same sheet has its own headings.
    const next = layoutOf(row, sheet.rows, index + 1);
    tables += 1;
    layout = next ?? layout;
  }
  return lines;
}

/**
 * Reads a statement of applicability: the tables of a document that name controls of Annex A and say whether they
 * apply, why, or how far they are in place. Tables of several sheets are one statement, joined by the control.
 * @returns `refused` with the reason, an end of a sentence, when no table is one
 */
export function readStatement(sheets: readonly Sheet[]): StatementReading {
  if (sheets.reduce((sum, { rows }) => sum + rows.length, 0) > MOST_ROWS)
    return { refused: `it has more than ${MOST_ROWS} rows; a statement has a row for each of 93 controls.` };
  const lines: StatementLine[] = [];
  const dropped = new Map<string, string>();
  const foreign: string[] = [];
  let tells = false;
  for (const sheet of sheets) {
    const place = sheet.name === null ? null : `Sheet ${sheet.name}`;
    const catalogue = foreignCatalogue(sheet);
    const layout = catalogue === null ? firstLayout(sheet) : null;
    if (catalogue !== null) foreign.push(catalogue);
    if (layout === null) {
      if (place !== null && sheet.rows.length > 0)
        dropped.set(
          place,
          catalogue === null
            ? 'It is no table of controls with what is kept of them.'
            : `Not read: ${refusal(catalogue)}`,
        );
      continue;
    }
    const { columns } = layout;
    tells ||= columns.has('applicable') || columns.has('excluded') || columns.has('status');
    for (const heading of layout.others) dropped.set(heading, columnReason(heading));
    for (const heading of fallbacks(layout))
      dropped.set(heading, 'Read only where the column of the justification is blank.');
    lines.push(...linesOf(sheet, layout));
  }
  if (!tells || lines.every(({ said }) => 'reason' in said)) {
    const [catalogue] = foreign;
    const table =
      'no table in it names controls of Annex A (A.5.1 to A.8.34) with a column such as Applicable or Implementation status.';
    return { refused: catalogue === undefined ? table : refusal(catalogue) };
  }
  return { lines, dropped: [...dropped].map(([column, reason]) => ({ column, reason })) };
}

/** Whether a document of unknown kind is a statement: a table of it says whether controls apply, and why or how far. */
export const looksLikeStatement = (sheets: readonly Sheet[]): boolean =>
  sheets.some((sheet) => {
    if (sheet.rows.length > MOST_ROWS) return false;
    const columns = foreignCatalogue(sheet) === null ? firstLayout(sheet)?.columns : undefined;
    return columns !== undefined && (columns.has('applicable') || columns.has('excluded')) && columns.size > 1;
  });
