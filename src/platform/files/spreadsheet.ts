import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { SourceDocument } from '../../capabilities/intake/sheet.ts';
import { bounds, tooLarge, unreadable } from './bounds.ts';
import type { WorkbookAnswer } from './workbook.ts';
import { assertUnpacksWithin, zipDirectory } from './zip-directory.ts';

const ENTRY = fileURLToPath(new URL('spreadsheet-entry.ts', import.meta.url));

const openInChild = (file: string, bytes: Uint8Array): Promise<WorkbookAnswer> =>
  new Promise((resolve, reject) => {
    const child = fork(ENTRY, [], {
      execArgv: [`--max-old-space-size=${bounds.heapMegabytes}`, '--disable-warning=ExperimentalWarning'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {},
    });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(tooLarge(file, 'it takes too long to open', `${bounds.openMilliseconds / 1000} seconds`));
    }, bounds.openMilliseconds);
    child.once('message', (answer: WorkbookAnswer) => {
      clearTimeout(timer);
      resolve(answer);
    });
    child.once('error', (error) => {
      clearTimeout(timer);
      reject(unreadable(file, 'it could not be opened.', error));
    });
    child.once('exit', () => {
      clearTimeout(timer);
      // After an answer this does nothing: a promise settles once.
      reject(tooLarge(file, 'it needs too much memory to open', `${bounds.heapMegabytes} MB of memory`));
    });
    child.send(bytes, (error) => {
      if (error !== null) reject(unreadable(file, 'it could not be opened.', error));
    });
  });

/** Workbooks opened at one time: each may take up to `heapMegabytes`. */
const AT_ONCE = 2;
let open = 0;
const waiting: (() => void)[] = [];

/** Does the work when fewer than {@link AT_ONCE} others are under way. */
async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (open >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else open += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next === undefined) open -= 1;
    else next();
  }
}

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
  const answer = await inTurn(() => openInChild(file, bytes));
  switch (answer.outcome) {
    case 'read':
      return { file, format: 'xlsx', sheets: answer.sheets };
    case 'unreadable':
      throw unreadable(file, answer.reason);
    case 'too-large':
      throw tooLarge(file, answer.what, answer.limit);
  }
};
