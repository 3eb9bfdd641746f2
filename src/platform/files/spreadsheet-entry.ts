/* The child process that opens a workbook: it may run out of memory or time without harm to anyone but itself. */
import { HucreError } from 'hucre';
import { bounds } from './bounds.ts';
import { readWorkbook, type WorkbookAnswer } from './workbook.ts';

const answer = (message: WorkbookAnswer): void => {
  process.send?.(message, () => {
    process.disconnect();
  });
};

/** The reader's errors are written for programmers; this says what they mean for the file. */
const refusal = (error: unknown): WorkbookAnswer => {
  const message = error instanceof HucreError ? error.message : String(error);
  return /spans \d+ rows/u.test(message)
    ? { outcome: 'too-large', what: 'a sheet with filled cells very far apart', limit: `${bounds.columns} columns` }
    : { outcome: 'unreadable', reason: 'it is damaged, or no workbook as spreadsheets write them.' };
};

process.once('message', (bytes: Uint8Array) => {
  readWorkbook(bytes).then(answer, (error: unknown) => {
    answer(refusal(error));
  });
});
