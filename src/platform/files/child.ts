import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { bounds, tooLarge, unreadable } from './bounds.ts';

const openInChild = <Answer>(file: string, entry: URL, message: string | Uint8Array): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const child = fork(fileURLToPath(entry), [], {
      execArgv: [`--max-old-space-size=${bounds.heapMegabytes}`, '--disable-warning=ExperimentalWarning'],
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      env: {},
    });
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      reject(tooLarge(file, 'it takes too long to open', `${bounds.openMilliseconds / 1000} seconds`));
    }, bounds.openMilliseconds);
    child.once('message', (answer: Answer) => {
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
    child.send(message, (error) => {
      if (error !== null) reject(unreadable(file, 'it could not be opened.', error));
    });
  });

/** Files opened at one time: each may take up to `heapMegabytes`. */
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
 * Has a file opened by a process of its own with limits on memory and time.
 * @param entry the module that the process runs: it is sent the message once and answers once
 * @throws MusterError `too-large` beyond the limits, `unreadable` when it could not be opened
 */
export const answerOfChild = <Answer>(file: string, entry: URL, message: string | Uint8Array): Promise<Answer> =>
  inTurn(() => openInChild<Answer>(file, entry, message));
