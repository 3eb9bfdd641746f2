import type { CellStyle, CellValue, WriteOptions, WriteSheet } from 'hucre/xlsx';
import type { DocumentControl, Paper } from '../../capabilities/documents/model.ts';
import type { TrailPosition } from '../../capabilities/trail/snapshot.ts';
import type { Instant, PlainDate } from '../../kernel/date.ts';

/** What every document says of itself: whose it is, of when, where in the trail. */
export interface PrintedFacts {
  readonly title: string;
  readonly standard: string;
  readonly organization: { readonly name: string; readonly scope: string };
  readonly control: DocumentControl;
  readonly on: PlainDate;
  readonly recordedAt: Instant | null;
  readonly trail: TrailPosition;
}

export const ink = { rgb: '17212E' };
export const quiet = { rgb: '556170' };
const alarm = { rgb: 'A61B1B' };
const hair = { style: 'thin', color: { rgb: 'D7DDE4' } } as const;
const rule = { style: 'medium', color: ink } as const;
export const font = { name: 'Inter', size: 9, color: ink };

export const fill = (rgb: string): NonNullable<CellStyle['fill']> => ({
  type: 'pattern',
  pattern: 'solid',
  fgColor: { rgb },
  // In a conditional format the background colour is the one that is seen.
  bgColor: { rgb },
});

export const styles = {
  heading: {
    font: { ...font, bold: true },
    alignment: { vertical: 'bottom', wrapText: true },
    border: { bottom: rule },
  },
  role: {
    font: { ...font, bold: true },
    alignment: { textRotation: 90, horizontal: 'center', vertical: 'bottom' },
    border: { bottom: rule },
  },
  number: { font: { ...font, bold: true }, alignment: { vertical: 'center' }, border: { bottom: hair } },
  text: { font, alignment: { vertical: 'center', wrapText: true }, border: { bottom: hair } },
  quiet: {
    font: { ...font, color: quiet },
    alignment: { vertical: 'center', wrapText: true },
    border: { bottom: hair },
  },
  letter: { font, alignment: { horizontal: 'center', vertical: 'center' }, border: { bottom: hair, left: hair } },
  alarm: {
    font: { ...font, bold: true, color: alarm },
    alignment: { vertical: 'center', wrapText: true },
    border: { bottom: hair },
  },
  title: { font: { ...font, size: 16, bold: true } },
} as const satisfies { readonly [name: string]: CellStyle };

/** A sheet filled row by row. Every value is text or a number; hucre writes formulas only where one is asked for. */
export class SheetCells {
  readonly rows: CellValue[][] = [];
  readonly cells = new Map<string, { style: CellStyle }>();

  add(...values: readonly (readonly [CellValue, CellStyle])[]): void {
    const row = this.rows.length;
    this.rows.push(values.map(([value]) => value));
    for (const [column, [, style]] of values.entries()) this.cells.set(`${row},${column}`, { style });
  }
}

// In a page's head or foot "&" begins a command.
const plain = (text: string): string => text.replaceAll('&', '&&');

export const pageSetup = (
  paper: Paper,
  titles: { readonly columns?: string },
): NonNullable<WriteSheet['pageSetup']> => ({
  paperSize: paper,
  orientation: 'landscape',
  fitToPage: true,
  fitToWidth: 1,
  fitToHeight: 0,
  printTitlesRow: '$1:$1',
  ...(titles.columns === undefined ? {} : { printTitlesColumn: titles.columns }),
  margins: { left: 0.45, right: 0.45, top: 0.7, bottom: 0.6, header: 0.3, footer: 0.3 },
});

export const headerFooter = ({
  organization,
  title,
  control,
  on,
  trail,
}: PrintedFacts): NonNullable<WriteSheet['headerFooter']> => ({
  // Excel takes at most 255 characters.
  oddHeader: `&L${plain(organization.name.slice(0, 60))} · ${title}&R${plain(`${control.version} · ${control.classification}`.slice(0, 80))}`,
  oddFooter: `&L&7Facts of ${on} · Trail ${trail.sequence} · ${trail.hash}&R&7Page &P of &N`,
});

export function factsSheet({
  title,
  standard,
  organization,
  control,
  on,
  recordedAt,
  trail,
}: PrintedFacts): WriteSheet {
  const sheet = new SheetCells();
  sheet.add([title, styles.title]);
  const facts: readonly (readonly [string, string | number])[] = [
    ['Organization', organization.name],
    ['Scope', organization.scope],
    ['Standard', standard],
    ['Facts of', on],
    ['As recorded', recordedAt ?? `up to trail entry ${trail.sequence}`],
    ['Version', control.version],
    ...(control.approval === undefined ? [] : [['Approval', control.approval] as const]),
    ['Classification', control.classification],
    ['Trail entry', trail.sequence],
    ['Trail hash', trail.hash],
  ];
  for (const [label, value] of facts)
    sheet.add([label, styles.quiet], [value, { ...styles.text, alignment: { horizontal: 'left', wrapText: true } }]);
  return { name: 'Facts', rows: sheet.rows, cells: sheet.cells, columns: [{ width: 18 }, { width: 76 }] };
}

/** Properties of the file. Its dates are the day of its facts, so that the same document gives the same bytes. */
export function propertiesOf({
  title,
  organization,
  standard,
  on,
}: PrintedFacts): NonNullable<WriteOptions['properties']> {
  const day = new Date(on);
  return {
    title: `${title} · ${organization.name}`,
    creator: organization.name,
    subject: standard,
    created: day,
    modified: day,
  };
}
