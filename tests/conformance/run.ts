/* Runs `inspect` over every document in a folder that has a `<document>.expected.json` beside it, and prints each difference.
   Usage: node tests/conformance/run.ts FOLDER. Exit code 0 when all agree, 1 when not, 2 without a folder. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { inspect } from '../../src/cli/inspect.ts';
import { MusterError } from '../../src/kernel/errors.ts';
import { differences, type Expectation } from './expectation.ts';

const SUFFIX = '.expected.json';

const differencesIn = async (folder: string, document: string): Promise<readonly string[]> => {
  const expectation = JSON.parse(await readFile(path.join(folder, document + SUFFIX), 'utf8')) as Expectation;
  try {
    return differences(expectation, await inspect(path.join(folder, document)));
  } catch (error) {
    if (error instanceof MusterError) return [error.message];
    throw error;
  }
};

const main = async (folder: string | undefined): Promise<number> => {
  if (folder === undefined) {
    process.stderr.write('Usage: node tests/conformance/run.ts FOLDER\n');
    return 2;
  }
  const names = await readdir(folder);
  const documents = names.filter((name) => name.endsWith(SUFFIX)).map((name) => name.slice(0, -SUFFIX.length));
  let failed = 0;
  for (const document of documents.sort()) {
    const found = await differencesIn(folder, document);
    process.stdout.write(`${found.length === 0 ? 'ok  ' : 'FAIL'} ${document}\n`);
    for (const difference of found) process.stdout.write(`       ${difference}\n`);
    if (found.length > 0) failed += 1;
  }
  process.stdout.write(`${documents.length - failed} of ${documents.length} documents agree\n`);
  return failed === 0 ? 0 : 1;
};

process.exitCode = await main(process.argv[2]);
