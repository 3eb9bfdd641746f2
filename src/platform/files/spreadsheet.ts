import type { SourceDocument } from '../../capabilities/intake/sheet.ts';
import { tooLarge, unreadable } from './bounds.ts';
import { answerOfChild } from './child.ts';
import type { WorkbookAnswer } from './workbook.ts';
import { assertUnpacksWithin, zipDirectory } from './zip-directory.ts';

const ENTRY = new URL('spreadsheet-entry.ts', import.meta.url);

/**
 * Reads an XLSX workbook. Its sizes are checked before it is opened, and it is opened in a process of its own with
 * limits on memory and time.
 * @throws MusterError `too-large` or `unreadable`, naming the file
 */
export const readSpreadsheet = async (file: string, bytes: Uint8Array): Promise<SourceDocument> => {
  const parts = zipDirectory(file, bytes);
  if (parts.some((part) => part.encrypted))
    throw unreadable(file, 'it is protected with a password. Save it without one.');
  await assertUnpacksWithin(file, bytes, parts);
  const answer = await answerOfChild<WorkbookAnswer>(file, ENTRY, bytes);
  switch (answer.outcome) {
    case 'read':
      return { file, format: 'xlsx', sheets: answer.sheets };
    case 'unreadable':
      throw unreadable(file, answer.reason);
    case 'too-large':
      throw tooLarge(file, answer.what, answer.limit);
  }
};
