import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sql } from 'kysely';
import { allRoutes } from '../../src/api/app.ts';
import { lockHead } from '../../src/capabilities/trail/store/entries.ts';
import type { MembershipId } from '../../src/kernel/id.ts';
import { notFound } from '../../src/kernel/errors.ts';
import type { Route } from '../../src/kernel/route.ts';
import { CLIENT, openHouse, PASSWORD, type Carried, type TestHouse, type TestUser } from '../factories/house.ts';
import { personFieldsOf } from '../factories/organization.ts';
import { requestsFor } from '../factories/request.ts';
import { sceneOf, type Scene } from '../factories/scene.ts';

const routeOf = (id: string): Route => {
  const route = allRoutes.find((candidate) => candidate.id === id);
  if (route === undefined) throw notFound(id);
  return route;
};
const json = async (answer: Response): Promise<Record<string, unknown>> =>
  (await answer.json()) as Record<string, unknown>;

let house: TestHouse;
let [owner, contributor, viewer]: TestUser[] = [];
let firm: Scene;

beforeAll(async () => {
  house = await openHouse();
  [owner, contributor, viewer] = await Promise.all(['Olga', 'Cora', 'Vito'].map((name) => house.newUser(name)));
  if (owner === undefined || contributor === undefined || viewer === undefined) throw notFound('user');
  firm = await sceneOf(house, 'Adler', owner, [viewer, await house.newUser('Max')]);
  await house.join(firm.id, contributor, 'contributor');
});
afterAll(() => house.close());

const ask = (id: string, user: TestUser | undefined, carried: Carried = {}): Promise<Response> =>
  house.call(routeOf(id), { ...requestsFor(firm)[id], ...carried }, user);
const about = (personId: string): Pick<Carried, 'path'> => ({ path: { organizationId: firm.id, personId } });

describe('what a person costs', () => {
  it('is neither shown to, nor set, nor wiped by a contributor', async () => {
    const costRate = { minor: 9500, currency: 'EUR' };
    const made = await json(await ask('createPerson', owner, { body: { ...personFieldsOf('Ida'), costRate } }));
    const mine = about(String(made['id']));
    const conflict = await ask('updatePerson', contributor, { ...mine, version: 7, body: { unit: 'Lab' } });
    expect([conflict.status, await json(conflict)]).toMatchObject([409, { theirs: { name: 'Ida', costRate: null } }]);
    const set = await ask('updatePerson', contributor, { ...mine, version: 1, body: { costRate } });
    expect([set.status, await json(set)]).toMatchObject([403, { code: 'forbidden' }]);
    const back = { unit: 'Lab', costRate: null };
    expect((await ask('updatePerson', contributor, { ...mine, version: 1, body: back })).status).toBe(200);
    expect(await json(await ask('person', owner, mine))).toMatchObject({ unit: 'Lab', costRate });
    const reads: readonly (readonly [string, Carried])[] = [
      ['person', mine],
      ['people', {}],
      ['people', { query: { recordedAt: house.clock.now() } }],
      ['leaver', { ...mine, query: { to: '2026-06-01' } }],
      ['assessment', {}],
    ];
    for (const [id, carried] of reads) {
      expect([id, await (await ask(id, viewer, carried)).text()]).toEqual([id, expect.not.stringContaining('9500')]);
    }
    expect(await (await ask('leaver', owner, { ...mine, query: { to: '2026-06-01' } })).text()).toContain('9500');
  });
});

describe('the key of a request', () => {
  const headers = { 'idempotency-key': 'monday' };
  it('is each user’s own', async () => {
    const carried = { body: personFieldsOf('Twin'), headers };
    const [first, again, other] = [
      await json(await ask('createPerson', owner, carried)),
      await json(await ask('createPerson', owner, carried)),
      await json(await ask('createPerson', contributor, carried)),
    ];
    expect(again).toEqual(first);
    expect(other['id']).not.toBe(first['id']);
    expect(other).toMatchObject({ name: 'Twin', version: 1 });
  });

  it('is not cut short in silence', async () => {
    const carried = { body: personFieldsOf('Long'), headers: { 'idempotency-key': 'k'.repeat(201) } };
    expect(await json(await ask('createPerson', owner, carried))).toMatchObject({
      status: 422,
      errors: [{ path: 'Idempotency-Key', accepted: '1 to 200 characters' }],
    });
  });
});

describe('an upload', () => {
  it.each(['importPeople', 'importMatrix'])('is not even tried for who may not write: %s', async (id) => {
    const dry = { query: { name: 'x.csv', dryRun: 'true' }, file: 'not read at all' };
    const answer = await ask(id, viewer, dry);
    expect([answer.status, await json(answer)]).toMatchObject([403, { code: 'forbidden' }]);
    const stranger = await house.newUser(`Stranger of ${id}`);
    const large = { ...dry, headers: { 'content-length': String(2 ** 40) } };
    expect((await ask(id, stranger, large)).status).toBe(404);
    expect((await ask(id, contributor, large)).status).toBe(413);
  });
});

describe('an address', () => {
  const page = '/index.html';
  it.each([
    ['too long for a file', `/${'a'.repeat(300)}.js`, 200],
    ['with a NUL', '/%00.js', 200],
    ['that is no UTF-8', '/%E0%A4%A.js', 200],
    ['that climbs', '/%2e%2e/%2e%2e/package.json', 200],
    ['that climbs out of the assets', '/assets/..%2f..%2f..%2fpackage.json', 404],
    ['that climbs in two disguises', '/%252e%252e/%252e%252e/package.json', 200],
  ])('%s gives the page or nothing', async (_what, path, status) => {
    const answer = await house.request(path);
    expect([answer.status, (await answer.text()).includes('"name": "muster"')]).toEqual([status, false]);
    expect((await house.request(page)).status).toBe(200);
  });
});

describe('a cursor', () => {
  it.each(['garbage', '-5', '1e3', '0', '99999999999999', ''])('that no page gave is refused: "%s"', async (after) => {
    for (const id of ['people', 'trail']) {
      const answer = await json(await ask(id, owner, { query: { after } }));
      expect([id, answer]).toMatchObject([id, { status: 422, errors: [{ path: 'after' }] }]);
    }
  });
});

describe('a record', () => {
  it('has nobody report to themselves', async () => {
    const [person] = firm.people;
    const answer = await ask('updatePerson', owner, { ...about(person), version: 1, body: { managerId: person } });
    expect(await json(answer)).toMatchObject({ status: 422, errors: [{ path: 'managerId' }] });
  });

  it('does not excuse a conflict by a rule that is not there, by nothing, or by what has ended', async () => {
    const good = requestsFor(firm)['recordCompensatingControl']?.body as object;
    for (const [path, body] of [
      ['rule', { ...good, rule: 'SOD-9999' }],
      ['control', { ...good, control: ' \u0000 ' }],
      ['expires', { ...good, expires: '2020-01-01' }],
    ] as const) {
      const answer = await ask('recordCompensatingControl', owner, { body });
      expect(await json(answer)).toMatchObject({ status: 422, errors: [{ path }] });
    }
  });
});

describe('two at once', () => {
  it('make one account of one invitation', async () => {
    const body = { email: 'race@people.example', permission: 'viewer' };
    const { token } = await json(await ask('invite', owner, { body }));
    const accept = (name: string): Promise<Response> =>
      house.call(routeOf('acceptInvitation'), {
        path: { token: String(token) },
        body: { account: { name, password: `${PASSWORD} of ${name}` } },
      });
    const answers = await Promise.all(['Rita', 'Rolf', 'Rosa'].map(accept));
    const count = (wanted: number): number => answers.filter(({ status }) => status === wanted).length;
    expect([count(200), count(409)]).toEqual([1, 2]);
    expect(house.logged()).not.toContain('race@people.example');
  });

  it('cannot leave an organization without an owner', async () => {
    const second = await house.newUser('Otto');
    const otto = await house.join(firm.id, second, 'owner');
    const olga = (await firm.facts()).membership.find(({ userId }) => userId === owner?.id)?.id;
    const demote = (membershipId: MembershipId | undefined, user: TestUser | undefined): Promise<Response> =>
      ask('changeMember', user, {
        path: { organizationId: firm.id, membershipId: membershipId ?? '' },
        version: 1,
        body: { permission: 'viewer' },
      });
    // Both are through the door, as owners, before either may write.
    const answers = await house.installation.db.inOrganization(firm.id, async (tx) => {
      await lockHead(tx, firm.id);
      const both = [demote(otto, owner), demote(olga, second)];
      for (let waiting = 0, looks = 0; waiting < 2; looks += 1) {
        expect(looks).toBeLessThan(50_000);
        const { rows } = await sql<{ waiting: number }>`select count(*)::int as waiting from pg_locks
          where not granted`.execute(tx);
        waiting = rows[0]?.waiting ?? 0;
      }
      return both;
    });
    const told = await Promise.all(answers);
    expect(new Set(told.map(({ status }) => status))).toEqual(new Set([200, 422]));
    const owners = (await firm.facts()).membership.filter(({ permission }) => permission === 'owner');
    expect(owners).toHaveLength(1);
  });
});

describe('somebody whose account is attacked', () => {
  it('still comes in from a usual place', async () => {
    const user = await house.newUser('Ulla Usual');
    const signIn = (password: string, client: string): Promise<Response> =>
      house.request('/api/auth/sign-in/email', {
        method: 'POST',
        headers: { 'content-type': 'application/json', [CLIENT]: client },
        body: JSON.stringify({ email: user.email, password }),
      });
    expect((await signIn(PASSWORD, '192.0.2.50')).status).toBe(200);
    for (let stranger = 0; stranger < 8; stranger += 1)
      expect((await signIn('a wrong password', `198.51.100.${stranger}`)).status).toBe(401);
    expect((await signIn(PASSWORD, '203.0.113.9')).status).toBe(429);
    expect((await signIn(PASSWORD, '192.0.2.50')).status).toBe(200);
    for (let guess = 0; guess < 8; guess += 1) await signIn('a wrong password', '192.0.2.50');
    expect((await signIn(PASSWORD, '192.0.2.50')).status).toBe(429);
  });
});
