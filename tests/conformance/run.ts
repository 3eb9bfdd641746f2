/* Runs `inspect` over every document in a folder that has a `<document>.expected.json` beside it, or in a folder of
   expectations, and prints each difference. Usage: node tests/conformance/run.ts FOLDER [EXPECTATIONS].
   Exit code 0 when all agree, 1 when not, 2 without a folder. */
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { inspect } from '../../src/cli/inspect.ts';
import { MusterError } from '../../src/kernel/errors.ts';
import { differences, type Expectation } from './expectation.ts';

const SUFFIX = '.expected.json';

const differencesIn = async (folder: string, expectations: string, document: string): Promise<readonly string[]> => {
  const expectation = JSON.parse(await readFile(path.join(expectations, document + SUFFIX), 'utf8')) as Expectation;
  try {
    return differences(expectation, await inspect(path.join(folder, document)));
  } catch (error) {
    if (error instanceof MusterError) return [error.message];
    throw error;
  }
};

const main = async (folder: string | undefined, expectations = folder): Promise<number> => {
  if (folder === undefined || expectations === undefined) {
    process.stderr.write('Usage: node tests/conformance/run.ts FOLDER [EXPECTATIONS]\n');
    return 2;
  }
  const here = new Set(await readdir(folder));
  const documents = (await readdir(expectations))
    .filter((name) => name.endsWith(SUFFIX))
    .map((name) => name.slice(0, -SUFFIX.length))
    .filter((name) => here.has(name));
  let failed = 0;
  for (const document of documents.sort()) {
    const found = await differencesIn(folder, expectations, document);
    process.stdout.write(`${found.length === 0 ? 'ok  ' : 'FAIL'} ${document}\n`);
    for (const difference of found) process.stdout.write(`       ${difference}\n`);
    if (found.length > 0) failed += 1;
  }
  process.stdout.write(`${documents.length - failed} of ${documents.length} documents agree\n`);
  return failed === 0 ? 0 : 1;
};

process.exitCode = await main(process.argv[2], process.argv[3]);
