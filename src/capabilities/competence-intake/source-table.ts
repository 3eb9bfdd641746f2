import { isPlaceholder } from '../intake/placeholder.ts';
import { filled, type TableRow } from '../intake/table-row.ts';
import { cellDate } from './cell-date.ts';
import { columnField, stepInHeading, type ColumnField } from './column-field.ts';
import { plainDate } from '../../kernel/date.ts';

/** A column of a table. `group`: what stands above its heading in a merged cell. */
export interface TableColumn {
  readonly index: number;
  readonly heading: string;
  readonly field: ColumnField | null;
  readonly group: string | null;
  /** The step of a scale that the heading names. */
  readonly step: string | null;
}

/** Not a date but for asking whether a text is one: the century of a short year does not matter. */
const anyDay = plainDate('2026-01-01');

const DATA = /@|^-?\d+(?:[.,]\d+)?%?$|^\p{L}{1,6}-(?:\p{L}+-)?\d+$/u;

export const cellAt = (row: TableRow, column: TableColumn | undefined): string =>
  column === undefined ? '' : (row.cells[column.index] ?? '');

/** Whether these are steps of a scale in a row, `1 2 3 4`: at least three, each one more or one less than the one before. */
const countOn = (texts: readonly string[]): boolean =>
  texts.length >= 3 &&
  texts.every((text, at) => {
    const difference = at === 0 ? 0 : Number(text) - Number(texts[at - 1]);
    return at === 0 || (Math.abs(difference) === 1 && difference === Number(texts[1]) - Number(texts[0]));
  });

/** Whether a row may be one of headings: two words at least, and nothing that only rows of data hold. */
export function mayBeHeadings({ cells }: TableRow): boolean {
  const all = filled(cells);
  const steps = all.filter((text) => /^\d$/u.test(text));
  const words = all.filter((text) => !/^\d$/u.test(text));
  const texts = steps.length > 0 && words.some((text) => columnField(text) !== null) && countOn(steps) ? words : all;
  return (
    all.length >= 2 &&
    texts.length >= 1 &&
    (texts.length >= 2 || texts !== all) &&
    (new Set(texts).size >= 2 || texts !== all) &&
    texts.every((text) => text.length <= 160 && (!DATA.test(text) || text === '#') && cellDate(text, anyDay) === null)
  );
}

/** The texts of a row of groups above the headings, each carried to the columns on its right until the next one. */
function carried(above: TableRow | undefined, width: number): readonly (string | null)[] {
  const texts = filled(above?.cells ?? []);
  // `Date: | 10/02/2026` says something of the whole table, and is no row of groups.
  if (
    above === undefined ||
    texts.length < 2 ||
    texts.some((text) => text.endsWith(':') || cellDate(text, anyDay) !== null)
  )
    return [];
  let last: string | null = null;
  return Array.from({ length: width }, (_, index) => {
    const text = above.cells[index] ?? '';
    if (text !== '') last = text;
    return last;
  });
}

/** The columns that a row of headings names. Cells without a heading but with a group above are columns too. */
export function columnsOf(row: TableRow, above: TableRow | undefined): readonly TableColumn[] {
  const groups = carried(above, row.cells.length);
  return row.cells.flatMap((heading, index): readonly TableColumn[] =>
    heading === '' && index > 0
      ? []
      : [
          {
            index,
            heading,
            field: isPlaceholder(heading) ? null : columnField(heading),
            group: groups[index] ?? null,
            step: stepInHeading(heading),
          },
        ],
  );
}
