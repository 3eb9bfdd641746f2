import { readdir, readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { inspect } from '../../src/cli/inspect.ts';
import { differences, type Expectation } from './expectation.ts';

const folder = new URL('documents/raci/', import.meta.url).pathname;
const names = await readdir(folder);
const documents = names.filter((name) => names.includes(`${name}.expected.json`));

describe('matrices that strangers published', () => {
  it('has documents to try', () => {
    expect(documents).toHaveLength(8);
  });

  it.each(documents)('%s is read as expected', async (document) => {
    const expectation = JSON.parse(await readFile(`${folder}${document}.expected.json`, 'utf8')) as Expectation;
    expect(differences(expectation, await inspect(folder + document))).toEqual([]);
  });

  it('finds what a wrong reading differs in', async () => {
    const [document = ''] = documents;
    const expectation = JSON.parse(await readFile(`${folder}${document}.expected.json`, 'utf8')) as Expectation;
    const wrong = { ...expectation, tables: expectation.tables.map((table) => ({ ...table, matrix_rows: 99 })) };
    expect(differences(wrong, await inspect(folder + document))).toEqual(['table 1, matrix_rows: expected 99, got 19']);
  });
});
