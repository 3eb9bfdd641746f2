import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/api/app.ts';
import type { ImportReport } from '../../src/capabilities/intake/model.ts';
import type { UndoReport } from '../../src/capabilities/trail/contract.ts';
import { notFound } from '../../src/kernel/errors.ts';
import { openHouse, type Carried, type TestHouse, type TestUser } from '../factories/house.ts';
import { requestsFor } from '../factories/request.ts';
import { sceneOf, type Scene } from '../factories/scene.ts';

let house: TestHouse;
let owner: TestUser;
let scene: Scene;

beforeAll(async () => {
  house = await openHouse();
  owner = await house.newUser('Olga Owner');
  scene = await sceneOf(house, 'Dohle', owner, [await house.newUser('Mia'), await house.newUser('Max')]);
});
afterAll(() => house.close());

const ask = async <T>(id: string, carried: Carried): Promise<T> => {
  const route = allRoutes.find((candidate) => candidate.id === id);
  if (route === undefined) throw notFound(id);
  return (await (await house.call(route, carried, owner)).json()) as T;
};

const contentOf = async (): Promise<unknown> => {
  const { accountability, applicability, role } = await scene.facts();
  return [accountability, applicability, role].map((rows) => rows.map((row) => ({ ...row, version: 0 })));
};

describe('an import', () => {
  it.each(['importMatrix', 'importStatement'])('names its change, by which it is taken back whole: %s', async (id) => {
    const request = requestsFor(scene)[id] ?? {};
    const trial = { ...request, query: { ...request.query, dryRun: 'true' } };
    const before = await contentOf();
    expect(await ask<ImportReport>(id, trial)).toMatchObject({ dryRun: true, change: null });

    const done = await ask<ImportReport>(id, request);
    expect(await contentOf()).not.toEqual(before);
    const path = { organizationId: scene.id, changeId: done.change ?? '' };
    expect(await ask<UndoReport>('undoChange', { path, body: { dryRun: false } })).toMatchObject({ obstacles: [] });
    expect(await contentOf()).toEqual(before);
  });
});
