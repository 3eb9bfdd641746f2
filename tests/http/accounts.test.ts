import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { allRoutes } from '../../src/api/app.ts';
import type { Me } from '../../src/capabilities/identity/contract.ts';
import { verify } from '../../src/capabilities/trail/store/verify.ts';
import { instant } from '../../src/kernel/date.ts';
import { notFound } from '../../src/kernel/errors.ts';
import type { OrganizationId } from '../../src/kernel/id.ts';
import type { Route } from '../../src/kernel/route.ts';
import { CLIENT, cookieOf, openHouse, PASSWORD, type TestHouse, type TestUser } from '../factories/house.ts';

const routeOf = (id: string): Route => {
  const route = allRoutes.find((candidate) => candidate.id === id);
  if (route === undefined) throw notFound(id);
  return route;
};

let house: TestHouse;
beforeAll(async () => {
  house = await openHouse('https://muster.adler.example');
});
afterAll(() => house.close());

const json = async (answer: Response): Promise<Record<string, unknown>> =>
  (await answer.json()) as Record<string, unknown>;
const signIn = (email: string, password: string, client = '192.0.2.7', body?: string): Promise<Response> =>
  house.request('/api/auth/sign-in/email', {
    method: 'POST',
    headers: { 'content-type': 'application/json', [CLIENT]: client },
    body: body ?? JSON.stringify({ email, password }),
  });
const secrets: string[] = [PASSWORD];

describe('the first administrator', () => {
  const admin = { name: 'Ada Admin', email: 'Ada@Adler.example', password: 'a very long first password' };
  const setup = (token: string, account: object = admin): Promise<Response> =>
    house.call(routeOf('setup'), { body: { token, ...account } });

  it('comes in by the link that was issued last, once', async () => {
    expect(await json(await house.call(routeOf('setupState')))).toEqual({ needed: true });
    const old = await house.tokens.issueSetup(house.clock.now());
    const token = await house.tokens.issueSetup(house.clock.now());
    secrets.push(old, token, admin.password);
    for (const wrong of ['guess', old]) expect((await setup(wrong)).status).toBe(404);
    expect((await setup(token, { ...admin, password: 'short' })).status).toBe(422);
    const [one, other] = await Promise.all([setup(token), setup(token, { ...admin, email: 'other@adler.example' })]);
    expect(new Set([one?.status, other?.status])).toEqual(new Set([200, 404]));
    expect((await setup(token)).status).toBe(404);
    expect(await json(await house.call(routeOf('setupState')))).toEqual({ needed: false });
    const late = await house.tokens.issueSetup(house.clock.now());
    expect((await setup(late, { ...admin, email: 'late@adler.example' })).status).toBe(404);
  });

  it('has a cookie that scripts and other sites cannot use', async () => {
    const answer = await signIn('somebody@adler.example', 'wrong wrong wrong');
    expect(answer.status).toBe(401);
    const user = await house.newUser('Cookie Holder');
    const good = await signIn(user.email, PASSWORD);
    expect(good.status).toBe(200);
    const cookies = good.headers.getSetCookie();
    secrets.push(...cookies.map((cookie) => /=([^;]{20,})/.exec(cookie)?.[1] ?? ''));
    expect(cookies.length).toBeGreaterThan(0);
    for (const cookie of cookies) {
      expect(cookie).toMatch(/^__Secure-muster\./);
      for (const part of [/; HttpOnly/i, /; SameSite=Lax/i, /; Secure/i, /; Path=\//i]) expect(cookie).toMatch(part);
    }
  });
});

describe('a session', () => {
  it('ends with sign-out, and the others with a change of password', async () => {
    const { email } = await house.newUser('Sina Session');
    const enter = async (password: string): Promise<TestUser> => {
      const answer = await signIn(email, password);
      return { id: '' as never, name: '', email, cookie: cookieOf(answer.headers.getSetCookie()) };
    };
    const [here, there] = [await enter(PASSWORD), await enter(PASSWORD)];
    const me = async (user: TestUser): Promise<number> =>
      (await house.call(routeOf('me'), {}, { ...user, cookie: user.cookie.replace(/[^;]*session_data=[^;]*;?/, '') }))
        .status;
    expect([await me(here), await me(there)]).toEqual([200, 200]);
    const post = (path: string, user: TestUser, body: object): Promise<Response> =>
      house.request(`/api/auth/${path}`, {
        method: 'POST',
        headers: { cookie: user.cookie, 'content-type': 'application/json', origin: 'http://127.0.0.1:7100' },
        body: JSON.stringify(body),
      });
    const next = 'another very long password';
    secrets.push(next);
    const wrong = await post('change-password', here, { currentPassword: 'not it at all', newPassword: next });
    expect(wrong.status).toBe(400);
    const changed = await post('change-password', here, {
      currentPassword: PASSWORD,
      newPassword: next,
      revokeOtherSessions: true,
    });
    expect(changed.status).toBe(200);
    expect(await me(there)).toBe(401);
    expect((await signIn(email, PASSWORD)).status).toBe(401);
    const again = await enter(next);
    expect(await me(again)).toBe(200);
    expect((await post('sign-out', again, {})).status).toBe(200);
    expect(await me(again)).toBe(401);
  });

  it('cannot be had by any other door of the accounts library', async () => {
    for (const path of [
      'sign-up/email',
      'delete-user',
      'update-user',
      'get-session',
      'list-sessions',
      'request-password-reset',
      'error',
      'ok',
    ]) {
      for (const method of ['GET', 'POST']) {
        const answer = await house.request(`/api/auth/${path}`, {
          method,
          headers: { 'content-type': 'application/json' },
          ...(method === 'POST' ? { body: '{}' } : {}),
        });
        expect([path, answer.status]).toEqual([path, 404]);
      }
    }
  });
});

describe('guessing passwords', () => {
  const guess = (email: string, number: number, body?: string): Promise<Response> =>
    signIn(email, `guess number ${number}`, `198.51.100.${number}`, body);

  it('of one account from many addresses is stopped for a quarter of an hour', async () => {
    const { email } = await house.newUser('Viktor Victim');
    const answers = await Promise.all(Array.from({ length: 20 }, (_, number) => guess(email, number)));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(8);
    const stopped = answers.filter(({ status }) => status === 429);
    expect(stopped).toHaveLength(12);
    expect(Number(stopped[0]?.headers.get('retry-after'))).toBeGreaterThan(800);
    expect((await signIn(email.toUpperCase(), PASSWORD, '203.0.113.1')).status).toBe(429);
    const disguised = `{"email":"\\u0076${email.slice(1)}","password":"x"}`;
    expect((await guess(email, 30, disguised)).status).toBe(429);
    expect((await guess(email, 31, `{"email":"a@b.example","password":"x","email":"${email}"}`)).status).toBe(429);
    const form = await house.request('/api/auth/sign-in/email', {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', [CLIENT]: '198.51.100.40' },
      body: new URLSearchParams({ email, password: PASSWORD }).toString(),
    });
    expect(form.status).toBe(422);
    house.clock.set(instant(new Date(Date.parse(house.clock.now()) + 15 * 60_000)));
    expect((await signIn(email, PASSWORD, '203.0.113.2')).status).toBe(200);
  });

  it('is not forgiven because an address was slowed down', async () => {
    const { email } = await house.newUser('Vera Victim');
    const from = (client: string): Promise<Response> => signIn(email, 'a wrong password', client);
    for (const other of Array.from({ length: 10 }, (_, number) => `nobody${number}@adler.example`))
      await signIn(other, 'a wrong password', '198.51.100.99');
    for (let number = 0; number < 7; number += 1) expect((await from(`198.51.101.${number}`)).status).toBe(401);
    const slowed = await from('198.51.100.99');
    expect(slowed.status).toBe(429);
    expect((await from('198.51.101.10')).status).toBe(401);
    expect((await from('198.51.101.11')).status).toBe(429);
  });

  it('takes no more than a form would send', async () => {
    expect((await signIn('', '', '192.0.2.8', `{"email":"${'x'.repeat(20_000)}"}`)).status).toBe(413);
    expect((await signIn('', '', '192.0.2.8', 'no json')).status).toBe(422);
  });
});

describe('an invitation', () => {
  let owner: TestUser;
  let id: OrganizationId;
  beforeAll(async () => {
    owner = await house.newUser('Olga Owner');
    id = await house.newOrganization('Adler Optics', owner);
  });
  const invite = async (email: string, permission = 'contributor'): Promise<string> => {
    const answer = await house.call(
      routeOf('invite'),
      { path: { organizationId: id }, body: { email, permission } },
      owner,
    );
    expect(answer.status).toBe(200);
    const token = String((await json(answer))['token']);
    secrets.push(token);
    return token;
  };
  const look = (token: string): Promise<Response> => house.call(routeOf('invitation'), { path: { token } });
  const accept = (token: string, account: object | null, user: TestUser | null = null): Promise<Response> =>
    house.call(routeOf('acceptInvitation'), { path: { token }, body: { account } }, user);

  it('says what it is for, makes an account, and works once', async () => {
    const token = await invite('nils.neu@people.example');
    expect(await json(await look(token))).toMatchObject({
      organization: 'Adler Optics',
      email: 'nils.neu@people.example',
      permission: 'contributor',
      hasAccount: false,
    });
    const answer = await accept(token, { name: 'Nils Neu', password: PASSWORD });
    expect(answer.headers.getSetCookie().join()).toContain('session_token');
    expect(((await json(answer)) as unknown as Me).organizations).toMatchObject([{ id, permission: 'contributor' }]);
    expect([(await look(token)).status, (await accept(token, null, owner)).status]).toEqual([404, 404]);
  });

  it('is for its address alone, and joins an account that exists', async () => {
    const [guest, other] = [await house.newUser('Gesa Guest'), await house.newUser('Otto Other')];
    const token = await invite(guest.email, 'auditor');
    expect(await json(await look(token))).toMatchObject({ hasAccount: true });
    expect((await accept(token, { name: 'Taker', password: PASSWORD })).status).toBe(409);
    expect((await accept(token, null)).status).toBe(401);
    expect((await accept(token, null, other)).status).toBe(422);
    const joined = await accept(token, null, guest);
    expect(((await json(joined)) as unknown as Me).organizations).toMatchObject([{ id, permission: 'auditor' }]);
  });

  it('ends after seven days, and when it is withdrawn', async () => {
    const [late, withdrawn] = [await invite('late@people.example'), await invite('gone@people.example')];
    const members = await json(await house.call(routeOf('members'), { path: { organizationId: id } }, owner));
    const gone = (members['invitations'] as { id: string; email: string }[]).find(
      ({ email }) => email === 'gone@people.example',
    );
    const path = { organizationId: id, invitationId: gone?.id ?? '' };
    expect((await house.call(routeOf('withdrawInvitation'), { path, version: 1 }, owner)).status).toBe(200);
    expect((await look(withdrawn)).status).toBe(404);
    expect((await look('guess')).status).toBe(404);
    expect((await look(late)).status).toBe(200);
    house.clock.set(instant(new Date(Date.parse(house.clock.now()) + 8 * 86_400_000)));
    expect([(await look(late)).status, (await accept(late, { name: 'Late', password: PASSWORD })).status]).toEqual([
      404, 404,
    ]);
  });

  it('leads to an organization that keeps an owner, even when two leave at once', async () => {
    const second = await house.newUser('Second Owner');
    const secondId = await house.join(id, second, 'owner');
    const listed = async (): Promise<readonly { id: string; userId: string; permission: string; version: number }[]> =>
      (await json(await house.call(routeOf('members'), { path: { organizationId: id } }, owner)))['members'] as never;
    const firstId = (await listed()).find(({ userId }) => userId === owner.id)?.id ?? '';
    const demote = (membershipId: string, by: TestUser, version: number): Promise<Response> =>
      house.call(
        routeOf('changeMember'),
        { path: { organizationId: id, membershipId }, version, body: { permission: 'viewer' } },
        by,
      );
    const both = await Promise.all([demote(secondId, owner, 1), demote(firstId, second, 1)]);
    expect(both.filter(({ status }) => status === 200)).toHaveLength(1);
    expect((await listed()).filter(({ permission }) => permission === 'owner')).toHaveLength(1);
    const last = (await listed()).find(({ permission }) => permission === 'owner');
    const holder = last?.userId === owner.id ? owner : second;
    expect(await json(await demote(last?.id ?? '', holder, last?.version ?? 0))).toMatchObject({
      status: 422,
      errors: [{ path: 'permission' }],
    });
    const leave = { path: { organizationId: id, membershipId: last?.id ?? '' }, version: last?.version ?? 0 };
    expect((await house.call(routeOf('removeMember'), leave, holder)).status).toBe(422);
    expect(await verify(house.installation.db, id)).toMatchObject({ ok: true });
  });
});

describe('the log', () => {
  it('knows who asked what, and no password, link or cookie', async () => {
    const logged = house.logged();
    expect(logged).toContain('"route":"/api/v1/invitations/:token"');
    expect(logged).not.toContain('unexpected error');
    expect(secrets.filter((secret) => secret.length < 10)).toEqual([]);
    expect(secrets.filter((secret) => logged.includes(secret) || logged.includes(decodeURIComponent(secret)))).toEqual(
      [],
    );
  });
});
