import type { ControlRequirement } from '../../domain/catalogue.ts';
import { cleanText } from '../../kernel/text.ts';
import { plainText, saysNone } from '../intake/cell-text.ts';
import type { Sheet, SheetRow } from '../intake/sheet.ts';
import { controlReference, controlTitled } from './control-reference.ts';
import type { ApplicabilityFields } from './model.ts';
import { isHeadings, type StatementLayout } from './statement-layout.ts';
import { applicabilityWord, statusWord } from './statement-word.ts';
import { narrowed } from './wide-row.ts';

/** What one row says of one control; null and the empty text where it says nothing. */
export interface StatedControl {
  readonly control: ControlRequirement;
  readonly applicable: boolean | null;
  readonly justification: string;
  readonly status: ApplicabilityFields['status'] | null;
  readonly doubts: readonly string[];
}

/** A table of numbers without `A.` where clauses stand too: only the title can tell a control. */
export interface RowContext {
  readonly sheet: Sheet;
  readonly layout: StatementLayout;
  readonly mixed: boolean;
}

const isTyped = (sheet: Sheet): boolean => sheet.name === null && sheet.heading === null;

/** Text as it stands, but for the marks of a text document, and the apostrophe that keeps a CSV's text from calculating. */
function prose(cell: string, sheet: Sheet): string {
  const text = sheet.heading === null ? cleanText(cell) : plainText(cell);
  const bare = isTyped(sheet) ? text.replace(/^'(?=[=+\-@\t\r＝＋－＠])/u, '') : text;
  return saysNone(bare) ? '' : bare;
}

const groupReason = (id: string): string => `A heading: ${id} is no single control.`;

/** What a row says, or the reason why it says nothing of a control. */
export function statedControl(row: SheetRow, context: RowContext): StatedControl | { readonly reason: string } {
  const { sheet, layout, mixed } = context;
  if (row.cells.every((cell) => cell.trim() === '')) return { reason: 'The row is blank.' };
  if (controlReference(row.cells[layout.control] ?? '') === null && isHeadings(row))
    return { reason: 'The headings again.' };
  const cells = isTyped(sheet) ? narrowed(row.cells, layout) : row.cells;
  if (cells === null)
    return {
      reason:
        'The row has more fields than there are headings, and it is not clear which comma is text: put that text in quotation marks.',
    };
  const found = controlIn(cells, layout.control, mixed);
  if ('reason' in found) return found;
  const doubts = [...found.doubts];
  if (cells !== row.cells)
    doubts.push('A comma stands without quotation marks; the row was read as its other fields say.');
  const cell = (field: Parameters<StatementLayout['columns']['get']>[0]): string => {
    const index = layout.columns.get(field);
    return index === undefined ? '' : (cells[index] ?? '');
  };
  const into = applicabilityWord(plainText(cell('applicable')));
  const out = applicabilityWord(plainText(cell('excluded')));
  if (into === undefined)
    return { reason: `"${plainText(cell('applicable'))}" does not say whether the control applies: write yes or no.` };
  if (out === undefined)
    return { reason: `"${plainText(cell('excluded'))}" does not say whether the control is out: write yes or no.` };
  if (into === true && out === true)
    return { reason: 'The row says both that the control applies and that it is out.' };
  const status = statusWord(plainText(cell('status')));
  if (status === undefined)
    doubts.push(
      `"${plainText(cell('status'))}" is no known status (not started, planned, partial, implemented); the status stays as it was.`,
    );
  // A tick for being out counts; an empty box there says nothing by itself.
  const said = out === true ? false : (into ?? (out === false ? true : null));
  const silent = !layout.columns.has('applicable') && !layout.columns.has('excluded');
  const applicable = said === null && silent && status === 'none' ? false : said;
  const reasons = { in: prose(cell('inclusion'), sheet), out: prose(cell('exclusion'), sheet) };
  const fitting = applicable === null ? reasons.in || reasons.out : applicable ? reasons.in : reasons.out;
  return {
    control: found.control,
    applicable,
    justification: prose(cell('justification'), sheet) || fitting,
    status: status === 'none' || status === undefined ? null : status,
    doubts,
  };
}

/** The control of a row, checked against the title that stands in it. */
function controlIn(
  cells: readonly string[],
  column: number,
  mixed: boolean,
): { readonly control: ControlRequirement; readonly doubts: readonly string[] } | { readonly reason: string } {
  const text = cells[column] ?? '';
  const reference = controlReference(text);
  if (reference === null) return { reason: 'The row names no control.' };
  switch (reference.kind) {
    case 'group':
      return { reason: groupReason(reference.id) };
    case 'clause':
      return { reason: `${reference.id} is a clause: clauses 4 to 10 always apply.` };
    case 'edition-2013':
      return { reason: `${reference.id} is a number of ISO/IEC 27001:2013; the edition of 2022 has no such control.` };
    case 'unknown':
      return { reason: `ISO/IEC 27001:2022 has no control ${reference.id}.` };
    case 'control':
  }
  const { control, bare } = reference;
  const titles = cells.flatMap((cell, index) => (index === column ? [] : (controlTitled(cell) ?? [])));
  if (titles.includes(control)) return { control, doubts: [] };
  if (mixed && bare)
    return { reason: `${plainText(text)} may be a clause or a control here: write ${control.id} for the control.` };
  const [titled] = titles;
  if (titled === undefined) return { control, doubts: [] };
  // A spreadsheet turns the text 5.10 into the number 5.1.
  if (titled.id === `${control.id}0`)
    return {
      control: titled,
      doubts: [`The number ${plainText(text)} lost its last 0; by its title it is ${titled.id}.`],
    };
  return { control, doubts: [`The title is that of ${titled.id}; the number was taken.`] };
}
