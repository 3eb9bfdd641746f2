import { afterEach, expect, test, vi } from 'vitest';
import { peopleImportRoutes } from '../capabilities/people/import-contract.ts';
import { call } from './client.ts';

afterEach(() => vi.unstubAllGlobals());

const path = { organizationId: '01890a5d-ac96-774b-bcce-b302099a8057' };
const paste = (text: string) => ({ path, body: { text, dryRun: false } });

const answering = () => {
  const fetched = vi.fn<() => Promise<Response>>(() => Promise.resolve(new Response(JSON.stringify({ taken: 1 }))));
  vi.stubGlobal('fetch', fetched);
  return fetched;
};

test('the second click of a double click gets the answer to the first, and nobody is imported twice', async () => {
  const fetched = answering();
  const answers = await Promise.all([
    call(peopleImportRoutes.pastePeople, paste('Ana Ruiz')),
    call(peopleImportRoutes.pastePeople, paste('Ana Ruiz')),
  ]);
  expect(fetched).toHaveBeenCalledTimes(1);
  expect(answers[0]).toEqual(answers[1]);
});

test('another change under way, and the same one after its answer, are sent', async () => {
  const fetched = answering();
  await Promise.all([
    call(peopleImportRoutes.pastePeople, paste('Ana Ruiz')),
    call(peopleImportRoutes.pastePeople, paste('Ben Ochoa')),
  ]);
  await call(peopleImportRoutes.pastePeople, paste('Ana Ruiz'));
  expect(fetched).toHaveBeenCalledTimes(3);
});

test('two files of the same name are two changes', async () => {
  const fetched = answering();
  const input = (content: string) => ({
    path,
    query: { name: 'people.csv', dryRun: 'false' as const },
    file: new Blob([content]),
  });
  await Promise.all([
    call(peopleImportRoutes.importPeople, input('Name\nAna Ruiz')),
    call(peopleImportRoutes.importPeople, input('Name\nBen Ochoa')),
  ]);
  expect(fetched).toHaveBeenCalledTimes(2);
});
