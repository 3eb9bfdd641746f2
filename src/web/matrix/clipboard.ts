import type { CellChange, Parsed } from './model.ts';

/** Writes a block of texts as tab-separated lines that a spreadsheet reads; texts with tabs, breaks or quotes are quoted. */
export const toTabSeparated = (block: readonly (readonly string[])[]): string =>
  block
    .map((line) => line.map((text) => (/[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text)).join('\t'))
    .join('\n');

/** Reads tab-separated text as a spreadsheet puts it on the clipboard. The break at its end opens no further line. */
export const fromTabSeparated = (source: string): readonly (readonly string[])[] => {
  const text = source.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n$/, '');
  const block: string[][] = [];
  const quoted = /"([^"]*(?:""[^"]*)*)"(?=[\t\n]|$)/y;
  const plain = /[^\t\n]*/y;
  let line: string[] = [];
  for (let at = 0; at <= text.length; at += 1) {
    quoted.lastIndex = at;
    plain.lastIndex = at;
    const inQuotes = quoted.exec(text);
    const read = inQuotes ?? plain.exec(text);
    line.push(inQuotes === null ? (read?.[0] ?? '') : (inQuotes[1] ?? '').replaceAll('""', '"'));
    at += read?.[0].length ?? 0;
    if (text[at] !== '\t') {
      block.push(line);
      line = [];
    }
  }
  return block;
};

/** Where a paste would go: the visible rows and the columns from the selection's top left corner onward. */
export interface PasteTarget {
  readonly rowIds: readonly string[];
  readonly columnIds: readonly string[];
  /** Rows and columns of the selection. A block that divides it is repeated to fill it. */
  readonly selectedRows: number;
  readonly selectedColumns: number;
}

export interface PasteReject {
  readonly rowId: string;
  readonly columnId: string;
  readonly text: string;
  readonly reason: string;
}

/** What a paste would do. Nothing is written until somebody agrees. */
export interface PasteProposal {
  readonly fits: readonly CellChange[];
  readonly rejects: readonly PasteReject[];
  /** Cells that hold already what was pasted. */
  readonly unchanged: number;
  /** Cells that would lie beyond the last row or column. */
  readonly overflow: number;
}

/** What the proposal asks of the matrix. */
export interface PasteRules {
  readonly get: (rowId: string, columnId: string) => string;
  readonly parse: (text: string) => Parsed;
  /** Why the cell may not be written, or undefined when it may. */
  readonly locked: (rowId: string, columnId: string) => string | undefined;
}

const repeats = (selected: number, pasted: number): number =>
  selected > pasted && selected % pasted === 0 ? selected : pasted;

/** Compares a pasted block with the cells that it would land on. Pure: applying `fits` gives exactly the proposed cells. */
export const proposePaste = (
  block: readonly (readonly string[])[],
  target: PasteTarget,
  rules: PasteRules,
): PasteProposal => {
  const fits: CellChange[] = [];
  const rejects: PasteReject[] = [];
  let unchanged = 0;
  let overflow = 0;
  const width = block.reduce((widest, line) => Math.max(widest, line.length), 0);
  if (width === 0) return { fits, rejects, unchanged, overflow };
  const height = repeats(target.selectedRows, block.length);
  const columns = repeats(target.selectedColumns, width);
  for (let down = 0; down < height; down += 1) {
    const line = block[down % block.length] ?? [];
    for (let across = 0; across < columns; across += 1) {
      const text = line[across % width];
      if (text === undefined) continue;
      const rowId = target.rowIds[down];
      const columnId = target.columnIds[across];
      if (rowId === undefined || columnId === undefined) {
        if (text.trim() !== '') overflow += 1;
        continue;
      }
      const before = rules.get(rowId, columnId);
      const parsed = rules.parse(text);
      if (!parsed.ok) rejects.push({ rowId, columnId, text, reason: parsed.reason });
      else if (parsed.value === before) unchanged += 1;
      else {
        const reason = rules.locked(rowId, columnId);
        if (reason === undefined) fits.push({ rowId, columnId, before, after: parsed.value });
        else rejects.push({ rowId, columnId, text, reason });
      }
    }
  }
  return { fits, rejects, unchanged, overflow };
};
