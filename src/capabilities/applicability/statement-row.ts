import { findRequirement, type ControlRequirement } from '../../domain/catalogue.ts';
import { edition2013 } from '../../domain/edition-2013.ts';
import type { RequirementId } from '../../domain/requirement.ts';
import type { PlainDate } from '../../kernel/date.ts';
import { cleanText } from '../../kernel/text.ts';
import { plainText, saysNone } from '../intake/cell-text.ts';
import type { SheetRow, SourceDocument } from '../intake/sheet.ts';
import { dateIn } from '../people/date-column.ts';
import { controlReference, controlTitled, numberIn2013 } from './control-reference.ts';
import { evidenceIn } from './evidence-text.ts';
import { inclusionReasons, type ApplicabilityFields, type InclusionReason } from './model.ts';
import { reasonsIn } from './reason-word.ts';
import { isHeadings, type StatementLayout } from './statement-layout.ts';
import { applicabilityWord, statusWord } from './statement-word.ts';
import { statusOnScale } from './status-scale.ts';
import { narrowed } from './wide-row.ts';

/** What one row says of one control; null and the empty text where it says nothing. */
export interface StatedControl {
  readonly control: ControlRequirement;
  readonly applicable: boolean | null;
  readonly justification: string;
  readonly status: ApplicabilityFields['status'] | null;
  readonly statusOn: PlainDate | null;
  readonly reasons: readonly InclusionReason[];
  readonly evidence: ApplicabilityFields['evidence'];
  readonly doubts: readonly string[];
  /** The number that the row has in the edition of 2013, where it was translated. */
  readonly from?: string;
}

export interface RowContext {
  readonly format: SourceDocument['format'];
  readonly layout: StatementLayout;
  /** A table of numbers without `A.` where clauses stand too: only the title can tell a control. */
  readonly mixed: boolean;
  /** The table numbers its controls as the edition of 2013 does. */
  readonly edition2013: boolean;
  readonly today: PlainDate;
}

/** Text as it stands, but for the marks of Markdown, and the apostrophe that keeps a CSV's text from calculating. */
function prose(cell: string, format: SourceDocument['format']): string {
  const text = format === 'markdown' ? plainText(cell) : cleanText(cell);
  const bare = format === 'csv' ? text.replace(/^'(?=[=+\-@\t\r＝＋－＠])/u, '') : text;
  return saysNone(bare) ? '' : bare;
}

const groupReason = (id: string): string => `A heading: ${id} is no single control.`;

/** What a row says of each control that it names, or the reason why it says nothing of one. */
export function statedControls(
  row: SheetRow,
  context: RowContext,
): readonly StatedControl[] | { readonly reason: string } {
  const { format, layout, mixed } = context;
  if (row.cells.every((cell) => cell.trim() === '')) return { reason: 'The row is blank.' };
  if (layout.headings.includes(row.number)) return { reason: 'The headings of the columns below.' };
  if (controlReference(row.cells[layout.control] ?? '') === null && isHeadings(row))
    return { reason: 'The headings again.' };
  const cells = format === 'csv' ? narrowed(row.cells, layout) : row.cells;
  if (cells === null)
    return {
      reason:
        'The row has more fields than there are headings, and it is not clear which comma is text: put that text in quotation marks.',
    };
  const found = context.edition2013
    ? controlsOf2013In(cells[layout.control] ?? '', mixed)
    : controlIn(cells, layout.control, mixed);
  if ('reason' in found) return found;
  const said = sayingOf(cells, context);
  if ('reason' in said) return said;
  const doubts = [
    ...found.doubts,
    ...(cells === row.cells
      ? []
      : ['A comma stands without quotation marks; the row was read as its other fields say.']),
    ...said.doubts,
  ];
  return found.controls.map((control) => ({
    ...said,
    control,
    doubts,
    ...(found.from === undefined ? {} : { from: found.from }),
  }));
}

type Saying = Omit<StatedControl, 'control' | 'from'>;

/** What the fields of a row say, whatever control it is about. */
function sayingOf(cells: readonly string[], context: RowContext): Saying | { readonly reason: string } {
  const { format, layout, today } = context;
  const doubts: string[] = [];
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
  const scaled = layout.scale === null ? null : statusOnScale(plainText(cell('status')), layout.scale);
  const status = scaled?.status ?? statusWord(plainText(cell('status')));
  if (scaled?.doubt !== null && scaled?.doubt !== undefined)
    doubts.push(`"${plainText(cell('status'))}": ${scaled.doubt}`);
  if (status === undefined)
    doubts.push(
      `"${plainText(cell('status'))}" is no known status (not started, planned, partial, implemented); the status stays as it was.`,
    );
  const named = reasonsIn(plainLines(cell('reasons'), format));
  for (const word of named.unknown)
    doubts.push(`"${word}" is no known reason (risk, law, contract, business, good practice); it was left out.`);
  const ticked = [...layout.reasons].filter(([, index]) => applicabilityWord(plainText(cells[index] ?? '')) === true);
  const dated = layout.dates === null ? null : dateIn(layout.dates, plainText(cell('statusOn')), today);
  if (dated?.flag !== null && dated?.flag !== undefined)
    doubts.push(`Status date "${plainText(cell('statusOn'))}": ${dated.flag}`);
  // A tick for being out counts; an empty box there says nothing by itself.
  const ticks = out === true ? false : (into ?? (out === false ? true : null));
  const columns = layout.columns;
  const silent = !columns.has('applicable') && !columns.has('excluded');
  const applicable = ticks === null && silent && status === 'none' ? false : ticks;
  const texts = { in: prose(cell('inclusion'), format), out: prose(cell('exclusion'), format) };
  const fitting = applicable === null ? texts.in || texts.out : applicable ? texts.in : texts.out;
  return {
    applicable,
    justification: prose(cell('justification'), format) || fitting,
    status: status === 'none' || status === undefined ? null : status,
    statusOn: dated?.date ?? null,
    reasons: inclusionReasons.filter(
      (reason) => named.reasons.includes(reason) || ticked.some(([of]) => of === reason),
    ),
    evidence: evidenceOf(prose(cell('evidence'), format), prose(cell('link'), format)),
    doubts,
  };
}

const plainLines = (cell: string, format: SourceDocument['format']): string =>
  format === 'markdown' ? plainText(cell.replace(/<br\s*\/?>/giu, ', ')) : cell;

/** A document's name and where it lies, in one cell or in two. */
function evidenceOf(named: string, linked: string): ApplicabilityFields['evidence'] {
  const [evidence, links] = [evidenceIn(named), evidenceIn(linked)];
  const [only] = evidence;
  const [address] = links;
  if (only === undefined || address === undefined) return [...evidence, ...links];
  if (evidence.length > 1 || links.length > 1 || only.link !== null) return [...evidence, ...links];
  return [
    address.link === null
      ? { label: `${only.label} (${address.label})`, link: null }
      : { label: only.label, link: address.link },
  ];
}

/** The controls of 2022 that took over the control of 2013 that a cell names. */
function controlsOf2013In(cell: string, mixed: boolean): Found | { readonly reason: string } {
  const { number, lettered } = numberIn2013(cell);
  if (number === null) return { reason: 'The row names no control.' };
  const successors = edition2013(`A.${number}`)?.flatMap((id) => controlOf(id) ?? []) ?? [];
  if (!lettered && mixed && edition2013(number) !== null)
    return { reason: `${number} may be a clause or a control here: write A.${number} for the control.` };
  if (successors.length > 0) return { controls: successors, doubts: [], from: `A.${number}` };
  if (!lettered && edition2013(number) !== null)
    return { reason: `${number} is a clause: clauses 4 to 10 always apply.` };
  return number.split('.').length < 3
    ? { reason: groupReason(`A.${number}`) }
    : { reason: `ISO/IEC 27001:2013 has no control A.${number}.` };
}

const controlOf = (id: RequirementId): ControlRequirement | undefined => {
  const found = findRequirement(id);
  return found?.kind === 'control' ? found : undefined;
};

interface Found {
  readonly controls: readonly ControlRequirement[];
  readonly doubts: readonly string[];
  readonly from?: string;
}

/** The control of a row, checked against the title that stands in it. */
function controlIn(cells: readonly string[], column: number, mixed: boolean): Found | { readonly reason: string } {
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
  if (titles.includes(control)) return { controls: [control], doubts: [] };
  if (mixed && bare)
    return { reason: `${plainText(text)} may be a clause or a control here: write ${control.id} for the control.` };
  const [titled] = titles;
  if (titled === undefined) return { controls: [control], doubts: [] };
  // A spreadsheet turns the text 5.10 into the number 5.1.
  if (titled.id === `${control.id}0`)
    return {
      controls: [titled],
      doubts: [`The number ${plainText(text)} lost its last 0; by its title it is ${titled.id}.`],
    };
  return { controls: [control], doubts: [`The title is that of ${titled.id}; the number was taken.`] };
}
