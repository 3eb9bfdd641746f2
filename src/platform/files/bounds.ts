import { MusterError } from '../../kernel/errors.ts';

/** What a document may cost before and while it is opened. Bytes, rows, columns, milliseconds. */
export const bounds = {
  fileBytes: 50 * 1024 * 1024,
  textBytes: 20 * 1024 * 1024,
  yamlCharacters: 5 * 1024 * 1024,
  unpackedBytes: 120 * 1024 * 1024,
  parts: 5_000,
  rows: 100_000,
  columns: 512,
  cellCharacters: 100_000,
  openMilliseconds: 20_000,
  heapMegabytes: 512,
} as const;

export const megabytes = (bytes: number): string => `${Math.round(bytes / (1024 * 1024))} MB`;

export const tooLarge = (file: string, what: string, limit: string): MusterError =>
  new MusterError({ code: 'too-large', what: `"${file}" (${what})`, limit });

export const unreadable = (file: string, reason: string, cause?: unknown): MusterError =>
  new MusterError({ code: 'unreadable', file, reason }, cause === undefined ? undefined : { cause });
