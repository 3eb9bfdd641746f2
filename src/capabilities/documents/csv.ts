/** A spreadsheet program reads a cell that begins so as a formula, or (tab, return) as the start of a new one. */
const FORMULA_START = /^[=+\-@\t\r＝＋－＠]/;

/** The text with an apostrophe before it when a spreadsheet program would otherwise calculate it. */
export const guarded = (text: string): string => (FORMULA_START.test(text) ? `'${text}` : text);

const field = (text: string): string => {
  const safe = guarded(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
};

/** CSV after RFC 4180 (comma, CRLF, quotes doubled) with a byte order mark, without which Excel misreads UTF-8. */
export const csvText = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
