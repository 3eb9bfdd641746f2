import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/api/app.ts';
import type { Person } from '../../src/capabilities/people/model.ts';
import { notFound } from '../../src/kernel/errors.ts';
import type { Route } from '../../src/kernel/route.ts';
import { HOST, openHouse, type Carried, type TestHouse, type TestUser } from '../factories/house.ts';
import { personFieldsOf } from '../factories/organization.ts';
import { requestsFor } from '../factories/request.ts';
import { sceneOf, type Scene } from '../factories/scene.ts';

const routeOf = (id: string): Route => {
  const route = allRoutes.find((candidate) => candidate.id === id);
  if (route === undefined) throw notFound(id);
  return route;
};

let house: TestHouse;
let owner: TestUser;
const scenes: { adler?: Scene } = {};
const adler = (): Scene => {
  if (scenes.adler === undefined) throw notFound('scene');
  return scenes.adler;
};

beforeAll(async () => {
  house = await openHouse();
  owner = await house.newUser('Olga Owner');
  scenes.adler = await sceneOf(house, 'Adler', owner, [await house.newUser('Mia'), await house.newUser('Max')]);
});
afterAll(() => house.close());

const ask = (id: string, carried: Carried = {}): Promise<Response> =>
  house.call(routeOf(id), { ...requestsFor(adler())[id], ...carried }, owner);
const json = async (answer: Response): Promise<Record<string, unknown>> =>
  (await answer.json()) as Record<string, unknown>;
const inPath = (path: Record<string, string> = {}): Pick<Carried, 'path'> => ({
  path: { organizationId: adler().id, ...path },
});
const hire = async (name: string): Promise<Person> =>
  (await json(await ask('createPerson', { body: personFieldsOf(name) }))) as unknown as Person;

describe('a problem', () => {
  it('is told as RFC 9457 asks, with each wrong field', async () => {
    const answer = await ask('createPerson', {
      body: { ...personFieldsOf('Ann'), email: 'nowhere', weeklyHours: 200, extra: 1 },
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([422, 'application/problem+json']);
    const problem = await json(answer);
    expect(problem).toMatchObject({
      type: 'urn:muster:problem:invalid',
      title: 'The input cannot be taken',
      status: 422,
      code: 'invalid',
    });
    expect(problem['instance']).toBe(`urn:muster:request:${answer.headers.get('x-request-id')}`);
    expect((problem['errors'] as { path: string }[]).map(({ path }) => path).sort()).toEqual([
      '',
      'email',
      'weeklyHours',
    ]);
  });

  it('is told for an address that is not there, a body that is no JSON, and one that is too large', async () => {
    expect(await json(await house.request('/api/v1/nothing'))).toMatchObject({ code: 'not-found', status: 404 });
    const headers = { cookie: owner.cookie };
    const path = `/api/v1/organizations/${adler().id}/people`;
    const broken = await house.request(path, { method: 'POST', headers, body: '{"name":' });
    expect(await json(broken)).toMatchObject({ code: 'invalid', detail: expect.stringContaining('no JSON') });
    const large = await house.request(path, { method: 'POST', headers, body: `"${'x'.repeat(9_000_000)}"` });
    expect([large.status, await json(large)]).toMatchObject([413, { code: 'too-large' }]);
  });

  it.each([
    ['a NUL in a search', 'trail', { query: { subject: 'a\u0000b' } }],
    ['a cursor beyond all numbers', 'trail', { query: { after: '99999999999999' } }],
    ['a moment before all years', 'assessment', { query: { recordedAt: '0000-01-01T00:00:00Z' } }],
    [
      'a NUL in a reason',
      'editCells',
      {
        body: {
          reason: '\u0000',
          edits: [
            {
              requirementId: 'A.7.1',
              roleId: null,
              personId: '00000000-0000-7000-8000-000000000000',
              letters: ['R'],
              version: null,
            },
          ],
        },
      },
    ],
  ] as const)('is never an internal error for %s', async (_what, id, carried) => {
    const answer = await ask(id, carried);
    expect(answer.status).toBeLessThan(500);
  });
});

describe('a change of a row', () => {
  it('must say which version was seen', async () => {
    const { id } = await hire('Vera Version');
    const path = inPath({ personId: id });
    const patch = (headers: Record<string, string>, unit: string): Promise<Response> =>
      house.call(routeOf('updatePerson'), { ...path, headers, body: { unit } }, owner);
    expect(await json(await patch({}, 'Lab'))).toMatchObject({ status: 422, errors: [{ path: 'If-Match' }] });
    expect(await json(await patch({ 'if-match': 'W/"x"' }, 'Lab'))).toMatchObject({
      status: 422,
      errors: [{ path: 'If-Match' }],
    });
    expect(await json(await patch({ 'if-match': '"1"' }, 'Lab'))).toMatchObject({ version: 2, unit: 'Lab' });
    const late = await patch({ 'if-match': '"1"' }, 'Plant');
    expect(late.status).toBe(409);
    expect(await json(late)).toMatchObject({
      code: 'conflict',
      yours: { unit: 'Plant' },
      theirs: { id, version: 2, unit: 'Lab', name: 'Vera Version' },
    });
  });

  it('of a cell tells both states too', async () => {
    const edit = { requirementId: 'A.5.9', roleId: adler().role, personId: null, letters: ['A'], version: null };
    expect((await ask('editCells', { body: { edits: [edit] } })).status).toBe(200);
    const late = await json(await ask('editCells', { body: { edits: [{ ...edit, letters: ['R'] }] } }));
    expect(late).toMatchObject({
      status: 409,
      code: 'conflict',
      yours: { letters: ['R'] },
      theirs: { letters: ['A'], version: 1 },
    });
  });
});

describe('a request with an Idempotency-Key', () => {
  const repeatable: readonly (readonly [string, () => Carried | Promise<Carried>])[] = [
    ['createPerson', () => ({ body: personFieldsOf('Once Only') })],
    ['createRole', () => ({})],
    ['appoint', () => ({})],
    ['recordCompensatingControl', () => ({})],
    ['editCells', () => ({})],
    ['editApplicability', () => ({})],
    ['importPeople', () => ({})],
    ['pastePeople', () => ({})],
    ['importMatrix', () => ({})],
    ['importStatement', () => ({})],
    [
      'updatePerson',
      async () => ({ ...inPath({ personId: (await hire('Patched')).id }), version: 1, body: { unit: 'Lab' } }),
    ],
    ['endEngagement', () => ({})],
  ];

  it.each(repeatable)('is done once and answered alike: %s', async (id, make) => {
    const carried = { ...(await make()), headers: { 'idempotency-key': `key of ${id}` } };
    const first = await ask(id, carried);
    const answer = await json(first);
    expect([first.status, answer]).toMatchObject([200, {}]);
    await hire(`Between ${id}`);
    const before = await adler().facts();
    const second = await ask(id, carried);
    expect([second.status, await json(second)]).toEqual([200, answer]);
    expect(await adler().facts()).toEqual(before);
  });

  it('is done once when it comes many times at once', async () => {
    const carried = { body: personFieldsOf('Twin'), headers: { 'idempotency-key': 'twins' } };
    const answers = await Promise.all(Array.from({ length: 8 }, () => ask('createPerson', carried)));
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 8 }, () => 200));
    expect(new Set(await Promise.all(answers.map((answer) => answer.text()))).size).toBe(1);
    expect((await adler().facts()).person.filter(({ name }) => name === 'Twin')).toHaveLength(1);
  });

  it('is refused when another request has used the key, also for another version', async () => {
    const headers = { 'idempotency-key': 'key of createPerson' };
    expect(await json(await ask('createPerson', { body: personFieldsOf('Another'), headers }))).toMatchObject({
      status: 422,
      errors: [{ path: 'Idempotency-Key' }],
    });
    const { id } = await hire('Twice');
    const patch = (version: number): Promise<Response> =>
      house.call(
        routeOf('updatePerson'),
        { ...inPath({ personId: id }), version, body: { unit: 'Lab' }, headers: { 'idempotency-key': 'p' } },
        owner,
      );
    expect((await patch(1)).status).toBe(200);
    expect(await json(await patch(2))).toMatchObject({ status: 422, errors: [{ path: 'Idempotency-Key' }] });
  });

  it('that invited gets another link for the same invitation', async () => {
    const carried = {
      body: { email: 'again@people.example', permission: 'viewer' },
      headers: { 'idempotency-key': 'invite' },
    };
    const [first, second] = [await json(await ask('invite', carried)), await json(await ask('invite', carried))];
    expect(second['invitation']).toEqual(first['invitation']);
    for (const { token } of [first, second]) {
      const seen = await house.call(routeOf('invitation'), { path: { token: String(token) } });
      expect(await json(seen)).toMatchObject({ organization: 'Adler', email: 'again@people.example' });
    }
  });
});

describe('another site', () => {
  const post = (headers: Record<string, string>): Promise<Response> =>
    house.request(`/api/v1/organizations/${adler().id}/people`, {
      method: 'POST',
      headers: { cookie: owner.cookie, ...headers },
      body: JSON.stringify(personFieldsOf('Forged')),
    });

  it.each([
    { origin: 'https://evil.example' },
    { origin: 'null' },
    { origin: 'nonsense' },
    { origin: `https://${HOST}.evil.example` },
    { origin: 'http://127.0.0.1:7101' },
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site', origin: `http://${HOST}` },
  ])('cannot write: %o', async (headers) => {
    const before = await adler().facts();
    const answer = await post(headers as Record<string, string>);
    expect([answer.status, answer.headers.get('x-frame-options')]).toEqual([403, 'DENY']);
    expect(await adler().facts()).toEqual(before);
  });

  it('cannot lend its name', async () => {
    for (const host of ['evil.example', 'evil.example:7100', '127.0.0.1.evil.example', '']) {
      const answer = await house.request('/api/v1/setup', { headers: { host } });
      expect([host, answer.status]).toEqual([host, 403]);
      expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    for (const host of ['localhost:7100', '[::1]:7100', '127.0.0.1']) {
      expect((await house.request('/api/v1/setup', { headers: { host } })).status).toBe(200);
    }
  });

  it('while the own pages and programs can', async () => {
    expect((await post({ origin: `http://${HOST}`, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
    expect((await post({})).status).toBe(200);
  });
});

describe('every answer', () => {
  it.each([
    '/',
    '/people',
    '/healthz',
    '/api/v1/openapi.json',
    '/api/v1/docs',
    '/api/v1/me',
    '/api/v1/nothing',
    '/%E0%A4%A',
    '/../../etc/passwd.json',
  ])('carries the headers that browsers heed: %s', async (path) => {
    const { headers, status } = await house.request(path);
    expect(status).toBeLessThan(500);
    const policy = headers.get('content-security-policy') ?? '';
    for (const part of [
      "default-src 'none'",
      "script-src 'self'",
      "frame-ancestors 'none'",
      "base-uri 'none'",
      "form-action 'self'",
    ])
      expect(policy).toContain(part);
    expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|\*/);
    expect([
      headers.get('x-content-type-options'),
      headers.get('referrer-policy'),
      headers.get('x-frame-options'),
    ]).toEqual(['nosniff', 'no-referrer', 'DENY']);
    expect(headers.get('cache-control')).toMatch(/no-store|no-cache/);
  });

  it('has a nonce for styles that is new every time', async () => {
    const pages = await Promise.all([house.request('/'), house.request('/')]);
    const nonces = await Promise.all(
      pages.map(async (page) => {
        const [, nonce] = /style nonce="([^"]+)"/.exec(await page.text()) ?? [];
        expect(page.headers.get('content-security-policy')).toContain(`'nonce-${nonce}'`);
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  });
});
