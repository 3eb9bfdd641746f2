import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Hono } from 'hono';
import { makeApp } from '../../src/api/app.ts';
import type { Permission } from '../../src/capabilities/identity/model.ts';
import { openAccounts, type Accounts } from '../../src/capabilities/identity/store/accounts.ts';
import { openTokens, type Tokens } from '../../src/capabilities/identity/store/token.ts';
import { openPost, type Post } from '../../src/capabilities/reminders/store/post.ts';
import { change } from '../../src/capabilities/trail/store/change.ts';
import { openFacts, type Facts } from '../../src/capabilities/trail/store/facts.ts';
import { foundOrganization } from '../../src/capabilities/trail/store/found.ts';
import { openInstallation, type Installation } from '../../src/installation.ts';
import type { MembershipId, OrganizationId, UserId } from '../../src/kernel/id.ts';
import type { Route } from '../../src/kernel/route.ts';
import { readConfig } from '../../src/platform/config.ts';
import { documentRenderer } from '../../src/platform/documents/render.ts';
import { filesOf } from '../../src/files.ts';
import { openPages } from '../../src/platform/http/page.ts';
import type { Message } from '../../src/platform/mail/message.ts';
import { openLog } from '../../src/platform/log.ts';
import type { Storage } from '../../src/platform/storage/storage.ts';
import { recordingMailer } from './mail.ts';
import { freshId, steppingClock, type TestClock } from './organization.ts';

export const HOST = '127.0.0.1:7100';
export const PASSWORD = 'correct horse battery staple';

export interface TestUser {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  /** The value of the `Cookie` header of a signed-in browser. */
  readonly cookie: string;
}

/** What a request carries besides its address. */
export interface Carried {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  readonly body?: unknown;
  readonly file?: string;
  readonly version?: number;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The whole application in this process, on a database of its own. */
export interface TestHouse {
  readonly installation: Installation;
  readonly clock: TestClock;
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  readonly facts: Facts;
  readonly storage: Storage;
  /** Its data folder. */
  readonly data: string;
  /** Everything that was logged. */
  readonly logged: () => string;
  /** Every mail that was sent. */
  readonly mails: readonly Message[];
  readonly post: Post;
  readonly request: (path: string, init?: RequestInit) => Promise<Response>;
  readonly call: (
    route: Pick<Route, 'method' | 'path'>,
    carried?: Carried,
    user?: TestUser | null,
  ) => Promise<Response>;
  readonly newUser: (name: string) => Promise<TestUser>;
  readonly newOrganization: (name: string, founder: TestUser, start?: 'template' | 'empty') => Promise<OrganizationId>;
  readonly join: (organizationId: OrganizationId, user: TestUser, permission: Permission) => Promise<MembershipId>;
  readonly close: () => Promise<void>;
}

export const cookieOf = (setCookies: readonly string[]): string =>
  setCookies.map((line) => line.split(';', 1)[0] ?? '').join('; ');

/** The client's address stands in this header, so that tests come from where they like. */
export const CLIENT = 'x-test-client';

const addressOf = (route: Pick<Route, 'path'>, { path = {}, query = {} }: Carried): string => {
  const filled = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? 'missing'));
  const search = new URLSearchParams(query).toString();
  return search === '' ? filled : `${filled}?${search}`;
};

/** `scan`: a program that looks at each file that is uploaded. */
export async function openHouse(url: string | null = null, scan?: string): Promise<TestHouse> {
  const folder = await mkdtemp(join(tmpdir(), 'muster-house-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>Muster</title><style nonce="__NONCE__"></style>');
  const lines: string[] = [];
  const log = openLog('trace', { write: (line) => void lines.push(line) });
  const clock = steppingClock();
  const config = readConfig({ MUSTER_DATA: folder, ...(scan === undefined ? {} : { MUSTER_SCAN: scan }) });
  const installation = await openInstallation(config, 'serve', log);
  const files = filesOf(config);
  const { db, authPool, secret } = installation;
  const accounts = openAccounts({
    pool: authPool,
    secret,
    url: url ?? `http://${HOST}`,
    trustedOrigins: [`http://${HOST}`],
    log,
  });
  const [tokens, facts, renderer] = [openTokens(authPool), openFacts(db, 10), documentRenderer()];
  const mails: Message[] = [];
  const post = openPost(recordingMailer(mails), url ?? `http://${HOST}`, () => null);
  const app: Hono = makeApp({
    db,
    facts,
    accounts,
    tokens,
    clock,
    renderer,
    ...files,
    post,
    log,
    url,
    pages: openPages(folder),
    clientOf: (request) => request.headers.get(CLIENT) ?? '192.0.2.1',
    ready: async () => true,
  });
  const request = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = new Headers(init.headers);
    if (!headers.has('host')) headers.set('host', HOST);
    return app.request(path, { ...init, headers });
  };
  return {
    installation,
    clock,
    accounts,
    tokens,
    facts,
    storage: files.storage,
    data: folder,
    logged: () => lines.join(''),
    mails,
    post,
    request,
    call(route, carried = {}, user = null) {
      const headers = new Headers(carried.headers);
      if (user !== null) headers.set('cookie', user.cookie);
      if (carried.version !== undefined) headers.set('if-match', `"${carried.version}"`);
      const json = carried.body === undefined ? undefined : JSON.stringify(carried.body);
      const body = carried.file === undefined || json === undefined ? (carried.file ?? json) : new FormData();
      if (body instanceof FormData) {
        body.set('file', new Blob([carried.file ?? '']));
        body.set('body', json ?? '');
      } else if (json !== undefined) headers.set('content-type', 'application/json');
      return request(addressOf(route, carried), {
        method: route.method,
        headers,
        ...(body === undefined ? {} : { body }),
      });
    },
    async newUser(name) {
      const email = `${name.toLowerCase().replace(/\W+/g, '.')}@people.example`;
      const { id, cookies } = await accounts.create({ name, email, password: PASSWORD });
      return { id, name, email, cookie: cookieOf(cookies) };
    },
    async newOrganization(name, founder, start = 'empty') {
      return (await foundOrganization(db, clock, { name, start, founder })).id;
    },
    async join(organizationId, user, permission) {
      const id = freshId<MembershipId>();
      await change(db, clock, {
        actor: { kind: 'operator', name: 'Operator' },
        organizationId,
        reason: 'Joined',
        items: [
          {
            register: 'membership',
            operation: 'create',
            id,
            fields: { userId: user.id, name: user.name, email: user.email, permission },
          },
        ],
      });
      return id;
    },
    async close() {
      await renderer.close();
      await installation.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
