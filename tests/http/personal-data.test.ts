import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/api/app.ts';
import type { PersonalData } from '../../src/capabilities/people/personal-data.ts';
import type { ErasurePlan } from '../../src/capabilities/people/erasure.ts';
import type { TrailPage, Verification } from '../../src/capabilities/trail/contract.ts';
import { notFound } from '../../src/kernel/errors.ts';
import type { Route } from '../../src/kernel/route.ts';
import { openHouse, type Carried, type TestHouse, type TestUser } from '../factories/house.ts';
import { personFieldsOf } from '../factories/organization.ts';
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

const routeOf = (id: string): Route => {
  const route = allRoutes.find((candidate) => candidate.id === id);
  if (route === undefined) throw notFound(id);
  return route;
};
const ask = (id: string, carried: Carried = {}, user = owner): Promise<Response> =>
  house.call(routeOf(id), { ...carried, path: { organizationId: scene.id, ...carried.path } }, user);
const json = async <T>(answer: Promise<Response>): Promise<T> => (await (await answer).json()) as T;

/** Hired with pay, mentioned elsewhere, and gone. */
const leaver = async (name: string, externalId: string): Promise<{ readonly id: string; readonly version: number }> => {
  const fields = {
    ...personFieldsOf(name),
    email: `${externalId.toLowerCase()}@people.example`,
    externalId,
    costRate: { minor: 7700, currency: 'EUR' },
    to: '2026-01-01',
  };
  const headers = { 'idempotency-key': `hire ${externalId}` };
  const hired = await json<{ id: string; version: number }>(ask('createPerson', { body: fields, headers }));
  const successor = { ...personFieldsOf(`Next ${externalId}`), jobTitle: `Successor of ${name}` };
  await ask('createPerson', { body: successor });
  return hired;
};

describe('personal data', () => {
  it('are handed out whole: the row, mentions, pay and the trail, and in a form to read', async () => {
    const { id } = await leaver('Wanda Wechsler', 'HR-20077');
    const carried = { path: { personId: id } };
    const data = await json<PersonalData>(ask('personalData', { ...carried, query: { format: 'json' } }));
    expect(data.person).toMatchObject({ name: 'Wanda Wechsler', costRate: { minor: 7700, currency: 'EUR' } });
    expect(data.rows.map(({ register, mentions }) => [register, mentions])).toEqual([['person', ['jobTitle']]]);
    expect(data.entries.map(({ reason }) => reason)).toEqual(['Wanda Wechsler added', 'Next HR-20077 added']);
    const answer = await ask('personalData', { ...carried, query: { format: 'docx' } });
    expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="personal-data-[0-9a-f]{4}-/);
    const file = unzipSync(new Uint8Array(await answer.arrayBuffer()))['word/document.xml'] ?? new Uint8Array();
    const text = strFromU8(file).replace(/<[^>]+>/g, ' ');
    for (const part of ['What Dohle holds on Wanda Wechsler', 'HR-20077', '77.00 EUR', 'Person added', 'Olga Owner'])
      expect(text).toContain(part);
  });

  it('tell of others no more than the name and what concerns them, on the trail too', async () => {
    const { id } = await leaver('Vera Voss', 'HR-60033');
    const report = {
      ...personFieldsOf('Rita Report'),
      jobTitle: 'Aide of Vera Voss',
      email: 'rita@people.example',
      managerId: id,
      costRate: { minor: 4321, currency: 'EUR' },
    };
    await ask('createPerson', { body: report });
    const answer = await ask('personalData', { path: { personId: id }, query: { format: 'json' } });
    const text = await answer.text();
    expect(text).toContain('Aide of Vera Voss');
    expect(text).toContain('Rita Report');
    expect(text).not.toMatch(/rita@people|4321/);
  });

  it('are erased once, as foreseen; the trail still verifies, and no page and no answer tells them', async () => {
    const { id, version } = await leaver('Yusuf Yıldız', 'HR-30099');
    const carried = { path: { personId: id } };
    const plan = await json<ErasurePlan>(ask('erasurePlan', carried));
    expect([plan.obstacles, plan.entries, plan.rows.map(({ register }) => register)]).toEqual([
      [],
      2,
      ['person', 'person'],
    ]);
    expect(plan.stays).toMatchObject({ account: false });
    const named = { ...carried, version, body: { reason: 'Yusuf Yıldız asked' } };
    expect(await json(ask('erasePerson', named))).toMatchObject({ status: 422, errors: [{ path: 'reason' }] });
    const request = {
      ...carried,
      version,
      body: { reason: 'Asked for on 3 March' },
      headers: { 'idempotency-key': 'erase' },
    };
    const done = await json(ask('erasePerson', request));
    expect(done).toMatchObject({ entries: 2 });
    expect(await json(ask('erasePerson', request))).toEqual(done);
    expect(await json(ask('erasePerson', { ...request, headers: {} }))).toMatchObject({ status: 422 });

    expect(await json<Verification>(ask('verifyTrail'))).toMatchObject({ ok: true, erasures: [{ entries: 2 }] });
    const told = await Promise.all(
      [
        ask('people', { query: { limit: '200' } }),
        ask('person', carried),
        ask('trail', { query: { limit: '200' } }),
      ].map(async (answer) => (await answer).text()),
    );
    for (const text of told) {
      expect(text).toContain(`Erased person ${id.slice(-4)}`);
      expect(text).not.toMatch(/Yusuf|hr-30099@/);
    }
  });

  it('speak of an account only where somebody signed in with the e-mail', async () => {
    const { id } = await leaver('Selma Signer', 'HR-40011');
    const plan = (): Promise<ErasurePlan> => json<ErasurePlan>(ask('erasurePlan', { path: { personId: id } }));
    expect((await plan()).stays).toMatchObject({ account: false });
    const account = await house.newUser('Selma Signer');
    const member = await house.join(scene.id, { ...account, email: 'HR-40011@people.example' }, 'viewer');
    expect((await plan()).stays).toMatchObject({ account: true });
    await ask('removeMember', { path: { membershipId: member }, version: 1 });
    const after = await plan();
    expect([after.stays.account, after.obstacles]).toEqual([true, []]);
  });

  it('are erased by a change that the trail does not offer to undo, as it offers to undo others', async () => {
    const { id, version } = await leaver('Tilo Tann', 'HR-50022');
    const done = await json<{ change: string }>(
      ask('erasePerson', { path: { personId: id }, version, body: { reason: 'Asked for' } }),
    );
    await ask('createPerson', { body: personFieldsOf('Uta Ulm') });
    const query = { limit: '10' };
    const trail = await json<TrailPage>(ask('trail', { query }));
    const [newest] = trail.rows;
    expect(newest).toMatchObject({ register: 'person', operation: 'create' });
    expect(trail.final).toContain(done.change);
    expect(trail.final).not.toContain(newest?.change);
    const people = await json<TrailPage>(ask('trail', { query: { ...query, register: 'person' } }));
    expect(people.final).toContain(done.change);
  });

  it('stay while the person holds something, and are handed to nobody but owners and managers', async () => {
    const [, held] = scene.people;
    const refused = await ask('erasePerson', { path: { personId: held }, version: 1, body: { reason: 'Asked for' } });
    expect([refused.status, await refused.json()]).toMatchObject([
      409,
      { code: 'still-used', by: expect.stringContaining('appointments (1)') },
    ]);
    const auditor = await house.newUser('Anna Auditor');
    await house.join(scene.id, auditor, 'auditor');
    const carried = { path: { personId: held }, query: { format: 'json' } };
    expect((await ask('personalData', carried, auditor)).status).toBe(403);
  });
});
