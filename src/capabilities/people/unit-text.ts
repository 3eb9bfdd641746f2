import { cleanCell } from './cell-text.ts';

const CODED = /^(?:[A-Z]{1,4}[-_ ]?)?\d{2,}[A-Z0-9.]*\s*[-–—:|]?\s+(\p{L}.*)$/u;

/**
 * Units without their cost centre codes: `CC100 Leadership` and `100 - Admin` become `Leadership` and `Admin`, when
 * every value of the column has a code and no two codes share a name; otherwise each stays as it stands.
 */
export function unitNames(texts: readonly string[]): ReadonlyMap<string, string> {
  const distinct = [...new Set(texts.map(cleanCell).filter((text) => text !== ''))];
  const named = distinct.map((text) => [text, CODED.exec(text)?.[1]?.trim() ?? ''] as const);
  const names = new Set(named.map(([, name]) => name));
  if (names.has('') || names.size < named.length) return new Map(distinct.map((text) => [text, text]));
  return new Map(named);
}

/** `/Finance/Payable` is `Finance/Payable`; the root `/` is no unit. */
export const unitOfPath = (path: string): string | null => {
  const text = cleanCell(path).replace(/^\/+|\/+$/gu, '');
  return text === '' ? null : text;
};
