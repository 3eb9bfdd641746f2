/* The child process that opens a workbook: it may run out of memory or time without harm to anyone but itself. */
import { HucreError } from 'hucre';
import { readWorkbook, type WorkbookAnswer } from './workbook.ts';

const answer = (message: WorkbookAnswer): void => {
  process.send?.(message, () => {
    process.disconnect();
  });
};

process.once('message', (bytes: Uint8Array) => {
  readWorkbook(bytes).then(answer, (error: unknown) => {
    const reason =
      error instanceof HucreError ? error.message : `it is no workbook as spreadsheets write them (${String(error)}).`;
    answer({ outcome: 'unreadable', reason });
  });
});
