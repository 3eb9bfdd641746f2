import { plainDate, type PlainDate } from '../../kernel/date.ts';
import { fold, plainText } from '../intake/cell-text.ts';
import type { Sheet, SheetRow, SourceDocument } from '../intake/sheet.ts';
import { edition2013 } from '../../domain/edition-2013.ts';
import { controlReference, numberIn2013 } from './control-reference.ts';
import { foreignCatalogue, isEdition2013 } from './foreign-catalogue.ts';
import { editionNotes, merged } from './statement-edition.ts';
import { firstLayout, isHeadings, layoutOf, type StatementLayout } from './statement-layout.ts';
import type { StatementLine } from './statement-line.ts';
import { statedControls } from './statement-row.ts';

export interface StatementDocument {
  readonly lines: readonly StatementLine[];
  /** Columns and sheets that are not read, each with its reason. */
  readonly dropped: readonly { readonly column: string; readonly reason: string }[];
}

export type StatementReading = StatementDocument | { readonly refused: string };

const OWNER =
  /accountable|responsible|owner|verantwort|eigentumer|eigenaar|zustandig|responsable|proprietaire|propietario|ответствен|владелец|odpoved|vlastnik/u;
const TITLE =
  /title|titel|name|titre|titulo|intitule|nombre|bezeichnung|theme|domain|domaine|dominio|objective|^control$|^maatregel$|назван|наименован|nazev/u;

function columnReason(heading: string): string {
  const words = fold(heading);
  if (OWNER.test(words)) return 'Who answers for a control stands in the accountability matrix.';
  if (TITLE.test(words)) return 'Titles and themes come from the catalogue.';
  return 'An entry holds whether the control applies, why, what calls for it, how far it is in place since when, and the evidence.';
}

const refusal = (catalogue: string): string => {
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
function isMixed(sheet: Sheet, layout: StatementLayout, edition: boolean): boolean {
  const heading = fold(sheet.heading ?? '');
  if (SAYS_CLAUSES.test(heading) && !SAYS_CONTROLS.test(heading)) return true;
  if (edition)
    return sheet.rows.some(({ cells }) => {
      const { number, lettered } = numberIn2013(cells[layout.control] ?? '');
      return number !== null && !lettered && edition2013(number) !== null && edition2013(`A.${number}`) === null;
    });
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

/** In what kind of file the tables stood, and the day of reading. */
export interface StatementSource {
  readonly format: SourceDocument['format'];
  readonly today: PlainDate;
}

function linesOf(sheet: Sheet, first: StatementLayout, source: StatementSource): readonly StatementLine[] {
  const lines: StatementLine[] = [];
  const edition = isEdition2013(sheet);
  const mixes = new Map<number, boolean>();
  const mixedIn = (layout: StatementLayout): boolean => {
    const known = mixes.get(layout.control) ?? isMixed(sheet, layout, edition);
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
    const said = statedControls(row, { ...source, layout, mixed: mixedIn(layout), edition2013: edition });
    lines.push({ sheet: sheet.name ?? undefined, row: row.number, text: opening(row), said });
    if (!('reason' in said) || tables >= MOST_TABLES || !isHeadings(row)) continue;
    // A second table of the same sheet has its own headings.
    const next = layoutOf(row, sheet.rows, index + 1, source);
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
export function readStatement(sheets: readonly Sheet[], source: StatementSource): StatementReading {
  if (sheets.reduce((sum, { rows }) => sum + rows.length, 0) > MOST_ROWS)
    return { refused: `it has more than ${MOST_ROWS} rows; a statement has a row for each of 93 controls.` };
  const lines: StatementLine[] = [];
  const dropped = new Map<string, string>();
  const foreign: string[] = [];
  let tells = false;
  for (const sheet of sheets) {
    const place = sheet.name === null ? null : `Sheet ${sheet.name}`;
    const catalogue = foreignCatalogue(sheet);
    const layout = catalogue === null ? firstLayout(sheet, source) : null;
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
    lines.push(...linesOf(sheet, layout, source));
  }
  if (!tells || lines.every(({ said }) => 'reason' in said)) {
    const [catalogue] = foreign;
    const table =
      'no table in it names controls of Annex A (A.5.1 to A.8.34) with a column such as Applicable or Implementation status.';
    return { refused: catalogue === undefined ? table : refusal(catalogue) };
  }
  if (lines.some(({ said }) => !('reason' in said) && said.some(({ from }) => from !== undefined)))
    for (const [column, reason] of editionNotes(lines)) dropped.set(column, reason);
  return { lines: merged(lines), dropped: [...dropped].map(([column, reason]) => ({ column, reason })) };
}

/** What a table is does not hang on the day. */
const anyDay = plainDate('2026-01-01');

/** Whether a document of unknown kind is a statement: a table of it says whether controls apply, and why or how far. */
export const looksLikeStatement = (sheets: readonly Sheet[]): boolean =>
  sheets.some((sheet) => {
    if (sheet.rows.length > MOST_ROWS) return false;
    const layout = foreignCatalogue(sheet) === null ? firstLayout(sheet, { today: anyDay }) : null;
    if (layout === null) return false;
    const { columns, reasons } = layout;
    return (columns.has('applicable') || columns.has('excluded')) && columns.size + reasons.size > 1;
  });
