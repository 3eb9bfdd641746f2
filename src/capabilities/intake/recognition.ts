import { fold, plainText } from './cell-text.ts';
import { registerKinds, type RegisterKind } from './register-kinds.ts';
import type { Sheet, SourceDocument } from './sheet.ts';

export type DocumentKind =
  'rasci' | 'competence' | 'training' | 'applicability' | 'people' | 'suppliers' | 'assets' | 'catalogue' | 'unknown';

/** One table that a recogniser knows. */
export interface RecognisedTable {
  readonly kind: DocumentKind;
  readonly sheet?: string;
  readonly heading?: string;
  /** 1-based row of the sheet, or line of the text file. */
  readonly headerRow: number;
  readonly columns: readonly string[];
  /** Filled rows below the header. */
  readonly rows: number;
}

/** Says how surely a sheet is of one kind: 0 for not at all, 1 for every mark of it. */
export interface Recogniser {
  readonly kind: DocumentKind;
  /** Whether the name of the file says so by itself: it decides between kinds that a document holds both of. */
  readonly namedBy?: (file: string) => boolean;
  readonly recognise: (sheet: Sheet, file: string) => { readonly certainty: number; readonly headerRow: number };
}

const HEADER_WITHIN = 30;
/** Headings so far down are those of nothing. */
const TITLES_WITHIN = 1000;

/** An address, a date, a running number: what stands in rows below a header, never in one. */
const DATA = /@|\d{4}-\d{2}-\d{2}|\d{1,2}\.\d{1,2}\.\d{4}|^\p{L}{1,6}-(?:\p{L}+-)?\d+$|^-?\d+(?:[.,]\d+)?%?$/u;

const certaintyOf = (register: RegisterKind, headings: readonly string[], around: string): number => {
  const has = (words: RegExp): boolean => headings.some((heading) => words.test(heading));
  const subject = has(register.subject) ? 1 : register.title.test(around) ? 0.6 : 0;
  if (subject === 0 || (register.never !== undefined && has(register.never))) return 0;
  const companions = register.companions.filter((words) => has(words)).length;
  if (companions < register.atLeast) return 0;
  return (subject + companions / register.companions.length) / 2;
};

const spaced = (file: string): string => file.replace(/[-_.]+/gu, ' ');

const byHeadings = (register: RegisterKind): Recogniser => ({
  kind: register.kind,
  namedBy: (file) => register.title.test(fold(spaced(file))),
  recognise: (sheet, file) => {
    const around = fold([spaced(file), sheet.name ?? '', sheet.heading ?? ''].join(' '));
    let best = { certainty: 0, headerRow: 0 };
    let looked = 0;
    // A table of a text begins with its headings.
    for (const row of sheet.rows.slice(0, sheet.prose === undefined ? TITLES_WITHIN : 1)) {
      const headings = row.cells
        .map((cell) => fold(cell.replaceAll('_', ' ')))
        .filter((heading) => heading !== '' && heading.length <= 80);
      if (headings.length < 2 || headings.some((heading) => DATA.test(heading))) continue;
      looked += 1;
      if (looked > HEADER_WITHIN) break;
      const certainty = certaintyOf(register, headings, around);
      if (certainty > best.certainty) best = { certainty, headerRow: row.number };
      if (certainty >= 0.6) break;
    }
    return best;
  },
});

/**
 * A recogniser for a kind that another capability knows how to tell. Its yes is worth less than a register that shows
 * most of its marks: an asset list names people too.
 */
export const recogniserOf = (kind: DocumentKind, looksLike: (sheet: Sheet) => boolean): Recogniser => ({
  kind,
  recognise: (sheet) => {
    const first = sheet.rows.find((row) => row.cells.filter((cell) => cell.trim() !== '').length >= 2);
    return first !== undefined && looksLike(sheet)
      ? { certainty: 0.7, headerRow: first.number }
      : { certainty: 0, headerRow: 0 };
  },
});

export const registerRecognisers: readonly Recogniser[] = registerKinds.map(byHeadings);

const tableOf = (sheet: Sheet, kind: DocumentKind, headerRow: number): RecognisedTable => {
  const filled = (cells: readonly string[]): boolean => cells.some((cell) => cell.trim() !== '');
  const header = sheet.rows.find((row) => row.number === headerRow);
  return {
    kind,
    ...(sheet.name === null ? {} : { sheet: sheet.name }),
    ...(sheet.heading === null ? {} : { heading: sheet.heading }),
    headerRow,
    columns: (header?.cells ?? []).map(plainText).filter((heading) => heading !== ''),
    rows: sheet.rows.filter((row) => row.number > headerRow && filled(row.cells)).length,
  };
};

/**
 * The kind of a document without a responsibility matrix, and its tables of that kind. Each sheet goes to the
 * recogniser that is surest of it; the document to the kind with the most certainty in sum.
 */
export const recognise = (
  document: SourceDocument,
  recognisers: readonly Recogniser[] = registerRecognisers,
): { readonly kind: DocumentKind; readonly tables: readonly RecognisedTable[] } => {
  const sums = new Map<DocumentKind, number>();
  const found: RecognisedTable[] = [];
  for (const sheet of document.sheets) {
    let best: { kind: DocumentKind; certainty: number; headerRow: number } | null = null;
    for (const { kind, recognise: look } of recognisers) {
      const { certainty, headerRow } = look(sheet, document.file);
      if (certainty > 0 && (best === null || certainty > best.certainty)) best = { kind, certainty, headerRow };
    }
    if (best === null) continue;
    sums.set(best.kind, (sums.get(best.kind) ?? 0) + best.certainty);
    found.push(tableOf(sheet, best.kind, best.headerRow));
  }
  for (const { kind, namedBy } of recognisers) {
    const sum = sums.get(kind);
    if (sum !== undefined && namedBy?.(document.file) === true) sums.set(kind, sum + 0.5);
  }
  let kind: DocumentKind = 'unknown';
  for (const [candidate, sum] of sums) if (sum > (sums.get(kind) ?? 0)) kind = candidate;
  return { kind, tables: found.filter((table) => table.kind === kind) };
};
