import { afterAll, beforeAll, expect, it } from 'vitest';
import { segregationRoutes } from '../../src/capabilities/segregation/contract.ts';
import { notFound } from '../../src/kernel/errors.ts';
import type { Route } from '../../src/kernel/route.ts';
import { openHouse, type Carried, type TestHouse, type TestUser } from '../factories/house.ts';
import { sceneOf, type Scene } from '../factories/scene.ts';

let house: TestHouse;
let firm: Scene;
let owner: TestUser;

beforeAll(async () => {
  house = await openHouse();
  owner = await house.newUser('Olga Ortmann');
  firm = await sceneOf(house, 'Adler', owner, [await house.newUser('Mia'), await house.newUser('Max')]);
});
afterAll(() => house.close());

const ask = async (route: Route, carried: Carried): Promise<Record<string, unknown>> => {
  const answer = await house.call(route, { ...carried, path: { ...carried.path, organizationId: firm.id } }, owner);
  return { ...((await answer.json()) as object), status: answer.status };
};
const added = (a: string, references: readonly string[] = []) =>
  ask(segregationRoutes.addSegregationRule, {
    body: {
      kind: 'activity-pair',
      a,
      b: 'stocktaking',
      title: 'Keeping and counting',
      reason: 'Nobody counts what they keep.',
      severity: 'medium',
      references,
      compensatingControl: 'A second person counts.',
    },
  });

it('gives each own rule a key of its own: of two added at once, and not that of a removed one that a control names', async () => {
  const both = await Promise.all([added('bookkeeping'), added('purchasing')]);
  expect(both.map(({ status }) => status)).toEqual([200, 200]);
  const [first, last] = both.toSorted((a, b) => (String(a['key']) < String(b['key']) ? -1 : 1));
  expect(last?.['key']).not.toBe(first?.['key']);
  const [personId] = firm.people;
  if (personId === undefined || last === undefined) throw notFound('person');
  const control = { rule: last['key'], personId, control: 'Counts are compared.', approvedBy: 'The board' };
  expect(
    await ask(segregationRoutes.recordCompensatingControl, {
      body: { ...control, expires: '2031-01-01', ownerId: null },
    }),
  ).toMatchObject({ status: 200 });
  const path = { segregationRuleId: String(last['id']) };
  expect(await ask(segregationRoutes.removeSegregationRule, { path, version: 1 })).toMatchObject({ status: 200 });
  const another = await added('selling');
  expect(another['status']).toBe(200);
  expect(another['key']).not.toBe(last['key']);
});

it('rests no rule on a requirement that is not there', async () => {
  expect(await added('cashing', ['A.5.3', 'Z.9.9'])).toMatchObject({
    status: 422,
    errors: [{ path: 'references.1', message: 'There is no requirement Z.9.9.' }],
  });
  expect(await added('cashing', ['A.5.3', '9.2.2'])).toMatchObject({ status: 200, references: ['A.5.3', '9.2.2'] });
});
