/**
 * A set of rows of the matrix, one bit a row in the catalogue's order. Union and size take a few machine words, so that
 * the share of every person stays linear in the appointments however many rows a role has.
 */
export type RowMask = Uint32Array;

export const emptyMask = (rows: number): RowMask => new Uint32Array(Math.ceil(rows / 32));

export function addRow(mask: RowMask, row: number): void {
  mask[row >>> 5] = (mask[row >>> 5] ?? 0) | (1 << (row & 31));
}

export const hasRow = (mask: RowMask, row: number): boolean => ((mask[row >>> 5] ?? 0) & (1 << (row & 31))) !== 0;

/** Adds all rows of `other` to `mask`. */
export function addAll(mask: RowMask, other: RowMask): void {
  for (let word = 0; word < mask.length; word++) mask[word] = (mask[word] ?? 0) | (other[word] ?? 0);
}

/** Keeps only the rows that `other` has too. */
export function keepCommon(mask: RowMask, other: RowMask): void {
  for (let word = 0; word < mask.length; word++) mask[word] = (mask[word] ?? 0) & (other[word] ?? 0);
}

export function sizeOf(mask: RowMask): number {
  let size = 0;
  for (let bits of mask) {
    for (; bits !== 0; bits &= bits - 1) size += 1;
  }
  return size;
}

/** The rows in the set, ascending. */
export function rowsIn(mask: RowMask): readonly number[] {
  const rows: number[] = [];
  for (let word = 0; word < mask.length; word++)
    for (let bits = mask[word] ?? 0; bits !== 0; bits &= bits - 1) rows.push(word * 32 + 31 - Math.clz32(bits & -bits));
  return rows;
}
