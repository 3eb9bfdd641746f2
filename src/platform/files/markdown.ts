import { plainText } from '../../capabilities/intake/cell-text.ts';
import type { Sheet, SheetRow, SourceDocument } from '../../capabilities/intake/sheet.ts';
import { bounds, tooLarge } from './bounds.ts';
import { readHtmlTable, type HtmlTable } from './html-table.ts';

const FENCE = /^ {0,3}(`{3,}|~{3,})/u;
const ATX = /^ {0,3}#{1,6}(?:\s+(.*?))?(?:\s+#+)?\s*$/u;
const DELIMITER_CELL = /^\s*:?\s*-+\s*:?\s*$/u;

/**
 * Splits one line of a GFM table. A bar that is escaped does not split, also in a code span; one inside a code span
 * does, as GFM says, unless the line then has more cells than the table (people forget the escape).
 */
export const tableCells = (line: string, width: number | null = null): readonly string[] => {
  const split = (keepCode: boolean): string[] => {
    const cells: string[] = [];
    let cell = '';
    let inCode = false;
    for (let at = 0; at < line.length; at += 1) {
      const character = line.charAt(at);
      if (character === '\\' && line.charAt(at + 1) === '|') {
        cell += '|';
        at += 1;
      } else if (character === '|' && !(keepCode && inCode)) {
        cells.push(cell);
        cell = '';
        inCode = false;
      } else {
        if (character === '`') inCode = !inCode;
        cell += character;
      }
    }
    cells.push(cell);
    if (cells[0]?.trim() === '' && line.trimStart().startsWith('|')) cells.shift();
    if (cells.length > 1 && cells.at(-1)?.trim() === '') cells.pop();
    return cells;
  };
  const cells = split(false);
  if (width === null || cells.length <= width) return cells;
  const kept = split(true);
  return kept.length === width ? kept : cells;
};

/** The number of columns that a delimiter row (`|---|:-:| ---|`) declares; null for any other line. */
const delimiterWidth = (line: string): number | null => {
  if (!line.includes('-') || !/^[\s|:-]+$/u.test(line)) return null;
  const cells = tableCells(line);
  return cells.every((cell) => DELIMITER_CELL.test(cell)) && (cells.length > 1 || line.includes('|'))
    ? cells.length
    : null;
};

const TABLE_TAG = /^\s*(?:<[a-z]+[^<>]*>\s*)*<table(?=[\s>])/iu;

const unquoted = (line: string): string => line.replace(/^ {0,3}(?:>\s?)+/u, '');

interface Block {
  readonly heading: string | null;
  readonly tables: HtmlTable[];
  prose: string;
}

const PROSE_LIMIT = 4_000;

/**
 * Reads the tables of a Markdown document, of bars or of HTML tags, each with its nearest heading and the running text around it. Code
 * blocks, front matter and comments are no tables: an organisation chart drawn with bars has no delimiter row.
 * @throws MusterError `too-large` beyond the bounds on rows and columns
 */
export const readMarkdown = (file: string, text: string): SourceDocument => {
  const lines = text.split(/\r\n|\n|\r/u);
  if (lines.length > bounds.rows) throw tooLarge(file, `${lines.length} lines`, `${bounds.rows} lines`);
  const blocks: Block[] = [{ heading: null, tables: [], prose: '' }];
  let fence: string | null = null;
  let comment = false;
  let at = 0;
  if (/^---\s*$/u.test(lines[0] ?? '')) {
    const close = lines.findIndex((line, index) => index > 0 && /^(?:---|\.\.\.)\s*$/u.test(line));
    // Front matter is short and holds no table; a thematic break at the top of a page is not front matter.
    if (close > 0 && close < 200 && !lines.slice(1, close).some((line) => delimiterWidth(line) !== null))
      at = close + 1;
  }
  const open = (heading: string): void => {
    blocks.push({ heading: heading === '' ? null : heading, tables: [], prose: '' });
  };
  for (; at < lines.length; at += 1) {
    const line = unquoted(lines[at] ?? '');
    const marker: string | undefined = FENCE.exec(line)?.[1];
    if (fence !== null) {
      if (marker !== undefined && marker.startsWith(fence) && line.trim() === marker) fence = null;
      continue;
    }
    if (marker !== undefined) {
      fence = marker;
      continue;
    }
    if (comment || /^\s*<!--/u.test(line)) {
      comment = !line.includes('-->');
      continue;
    }
    const block = blocks.at(-1);
    if (block === undefined) break;
    const next = unquoted(lines[at + 1] ?? '');
    const atx = ATX.exec(line);
    if (atx !== null) {
      open(plainText(atx[1] ?? ''));
      continue;
    }
    if (TABLE_TAG.test(line)) {
      let end = at;
      while (end < lines.length - 1 && !/<\/table\s*>/iu.test(lines[end] ?? '')) end += 1;
      const html = lines.slice(at, end + 1);
      block.tables.push(
        readHtmlTable(
          file,
          html
            .map(unquoted)
            .join('\n')
            .replace(/^.*?(?=<table)/isu, ''),
          at + 1,
        ),
      );
      at += html.length - 1;
      continue;
    }
    const width = line.includes('|') ? delimiterWidth(next) : null;
    if (width !== null && width > bounds.columns) throw tooLarge(file, `${width} columns`, `${bounds.columns} columns`);
    if (width !== null && Math.abs(tableCells(line).length - width) <= 1) {
      const rows: SheetRow[] = [{ number: at + 1, cells: tableCells(line) }];
      at += 2;
      for (; at < lines.length; at += 1) {
        const row = unquoted(lines[at] ?? '');
        if (row.trim() === '' || !row.includes('|') || ATX.test(row) || FENCE.test(row)) break;
        // A line that is wider than its table has no more cells than the table, as GFM says.
        rows.push({ number: at + 1, cells: tableCells(row, width).slice(0, Math.max(width, bounds.columns)) });
      }
      at -= 1;
      block.tables.push({ rows, merges: [] });
      continue;
    }
    if (
      /^ {0,3}(?:=+|-{2,})\s*$/u.test(next) &&
      line.trim() !== '' &&
      !line.includes('|') &&
      !/^\s*(?:[-*+>]|\d+[.)])\s/u.test(line)
    ) {
      open(plainText(line));
      at += 1;
      continue;
    }
    if (line.trim() !== '' && block.prose.length < PROSE_LIMIT) block.prose += `${line.slice(0, PROSE_LIMIT)}\n`;
  }
  const sheets = blocks.flatMap((block, index) => {
    // A legend often stands under a heading of its own right after the matrix.
    const prose = `${block.prose}${blocks[index + 1]?.tables.length === 0 ? (blocks[index + 1]?.prose ?? '') : ''}`;
    return block.tables.map(({ rows, merges }): Sheet => ({
      name: null,
      heading: block.heading,
      rows,
      prose,
      ...(merges.length === 0 ? {} : { merges }),
    }));
  });
  return { file, format: 'markdown', sheets };
};
