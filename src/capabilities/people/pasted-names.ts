import type { Sheet } from '../intake/sheet.ts';

/** Pasted text as a sheet: with columns where it has tabs or semicolons, else one name a line under a heading of our own. */
export function sheetOfPaste(text: string): Sheet {
  const lines = text.split(/\r?\n/).map((line) => line.trimEnd());
  const separator = lines.some((line) => line.includes('\t'))
    ? '\t'
    : lines.some((line) => line.includes(';'))
      ? ';'
      : null;
  if (separator !== null) {
    return {
      name: null,
      heading: null,
      rows: lines.map((line, index) => ({ number: index + 1, cells: line.split(separator) })),
    };
  }
  const rows = lines.map((line, index) => {
    const address = /^(.*?)\s*<([^<>\s]+@[^<>\s]+)>\s*$/.exec(line);
    return { number: index + 1, cells: address === null ? [line, ''] : [address[1] ?? '', address[2] ?? ''] };
  });
  return { name: null, heading: null, rows: [{ number: 0, cells: ['Name', 'E-mail'] }, ...rows] };
}
