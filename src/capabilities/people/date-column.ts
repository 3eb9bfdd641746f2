import type { PlainDate } from '../../kernel/date.ts';
import { foldText } from './cell-text.ts';
import { type DateOrder, provenOrder, readDate } from './date-text.ts';

/** How to read the cells of one date column, decided from all of them. */
export interface DateColumn {
  readonly index: number;
  readonly label: string;
  readonly order: DateOrder | null;
  /** What the order rests on; a day taken by `language` is flagged. */
  readonly because: 'column' | 'sheet' | 'option' | 'language' | null;
}

export interface DateValue {
  readonly date: PlainDate | null;
  readonly flag: string | null;
}

const NOT_ENGLISH =
  /datum|eintritt|austritt|einstellung|beginn|\bende|endedatum|vertrag|befristet|gultig|letzter|date d|sortie|depart|fin de|fecha|dienst|^data\b|nastup|ukonceni|\p{Script=Cyrillic}/u;

/** Decides the order of day and month for each column: by its own values, by its neighbours', as told, by language. */
export function dateColumns(
  columns: readonly { readonly index: number; readonly label: string }[],
  rows: readonly (readonly string[])[],
  today: PlainDate,
  told: DateOrder | null,
): readonly DateColumn[] {
  const proofs = columns.map(({ index }) => provenOrder(rows.map((cells) => readDate(cells[index] ?? '', today))));
  const all = new Set(proofs.filter((proof) => proof !== null));
  const [only] = all.size === 1 ? all : [];
  const sheet = only === undefined || only === 'mixed' ? null : only;
  return columns.map(({ index, label }, at) => {
    const own = proofs[at] ?? null;
    if (own !== null && own !== 'mixed') return { index, label, order: own, because: 'column' };
    if (own === null && sheet !== null) return { index, label, order: sheet, because: 'sheet' };
    if (told !== null) return { index, label, order: told, because: 'option' };
    const dayFirst = own === null && NOT_ENGLISH.test(foldText(label));
    return { index, label, order: dayFirst ? 'day-first' : null, because: dayFirst ? 'language' : null };
  });
}

/** One cell of a column: the day, and what to ask the user about it. */
export function dateIn(column: DateColumn, cell: string, today: PlainDate): DateValue {
  const reading = readDate(cell, today);
  switch (reading.kind) {
    case 'blank':
    case 'open':
      return { date: null, flag: null };
    case 'none':
      return { date: null, flag: 'This is no date; left empty. Accepted: 2026-03-31, 31.03.2026, 31 March 2026.' };
    case 'day':
      return { date: reading.date, flag: null };
    case 'either': {
      if (column.order === null)
        return {
          date: null,
          flag: `Either ${reading.dayFirst} or ${reading.monthFirst}: nothing in the file says which; left empty. Say whether the day or the month comes first.`,
        };
      const date = column.order === 'day-first' ? reading.dayFirst : reading.monthFirst;
      return {
        date,
        flag:
          column.because === 'language'
            ? `Taken as ${date}: the day first, as its heading's language writes it.`
            : null,
      };
    }
  }
}
