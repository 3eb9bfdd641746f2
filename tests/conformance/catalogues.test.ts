import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/cli/inspect.ts';
import { differences, type Expectation } from './expectation.ts';

const folder = new URL('documents/catalogues/', import.meta.url).pathname;
const names = await readdir(folder);
const documents = names.filter((name) => names.includes(`${name}.expected.json`));

describe('catalogues that strangers published', () => {
  it('has documents to try', () => {
    expect(documents).toHaveLength(2);
  });

  it.each(documents)('%s has the right counts, or is refused by its name', async (document) => {
    const expectation = JSON.parse(await readFile(`${folder}${document}.expected.json`, 'utf8')) as Expectation;
    expect(differences(expectation, await inspect(folder + document))).toEqual([]);
  });
});
