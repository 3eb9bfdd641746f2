import { createHash } from 'node:crypto';
import type { Context, Hono, HonoRequest } from 'hono';
import type { z } from 'zod';
import { invalid, MusterError, notFound } from '../kernel/errors.ts';
import { isId, type Id, type OrganizationId } from '../kernel/id.ts';
import { parsed } from '../kernel/parse.ts';
import { asOfQuery, type Route } from '../kernel/route.ts';
import type { Accounts } from '../capabilities/identity/store/accounts.ts';
import { entrance, type Door } from '../capabilities/identity/store/entrance.ts';
import { change, type RequestKey } from '../capabilities/trail/store/change.ts';
import type { Facts } from '../capabilities/trail/store/facts.ts';
import { writePlanned } from '../capabilities/trail/store/planned.ts';
import type { Clock } from '../platform/clock.ts';
import type { Database } from '../platform/db/database.ts';
import { readFileBody, readFormBody, readJsonBody } from '../platform/http/body.ts';
import { idsFrom, repeatedRequest } from './repeated.ts';
import { visibleTo } from './visible.ts';
import {
  Replied,
  type Input,
  type PublicHandler,
  type SignedIn,
  type UserHandler,
  type Visit,
  type VisitHandler,
} from './visit.ts';

/** What every handler leans on; made once in main.ts. */
export interface House {
  readonly db: Database;
  readonly facts: Facts;
  readonly accounts: Accounts;
  readonly clock: Clock;
}

type AnyRoute = Route<never, never>;

const honoPath = (path: string): string => path.replace(/\{(\w+)\}/g, ':$1');

/** Parses with a schema of a contract, which is known by its inner shape. */
const taken = (schema: unknown, value: unknown): unknown =>
  schema === undefined ? undefined : parsed(schema as z.ZodType, value, '');

/** `If-Match: "3"` as a number. @throws MusterError `invalid` where a route needs it and it is missing */
function versionIn(request: Request, needed: boolean): number {
  const match = /^(?:W\/)?"?(\d{1,9})"?$/.exec(request.headers.get('if-match') ?? '');
  if (match !== null) return Number(match[1]);
  if (!needed) return 0;
  throw invalid([
    { path: 'If-Match', message: 'Say which version you saw.', accepted: 'the version in quotes, such as "3"' },
  ]);
}

type AsOf = z.output<typeof asOfQuery>;

/** What every route may be given beside its own input. */
interface Extras {
  readonly key: RequestKey | undefined;
  readonly asOf: AsOf | undefined;
}

const dated = ({ on, recordedAt }: Record<string, string>): Record<string, string | undefined> => ({ on, recordedAt });

/** The query of a route's own schema. */
function withoutAsOf(route: AnyRoute, query: Record<string, string>): Record<string, string> {
  if (route.asOf !== true) return query;
  const { on: _on, recordedAt: _recordedAt, ...own } = query;
  return own;
}

const KEY_AT_MOST = 200;

/** The request's `Idempotency-Key`: each user's own, so that nobody is answered for what somebody else did. */
function keyIn(
  request: HonoRequest,
  user: SignedIn,
  content: readonly (string | Uint8Array)[],
): RequestKey | undefined {
  const key = request.header('idempotency-key');
  if (key === undefined) return undefined;
  if (key === '' || key.length > KEY_AT_MOST)
    throw invalid([{ path: 'Idempotency-Key', message: 'Not a key.', accepted: `1 to ${KEY_AT_MOST} characters` }]);
  const hash = createHash('sha256').update(`${request.method} ${request.url}\n${request.header('if-match') ?? ''}\n`);
  for (const part of content) hash.update(part);
  return { key: `${user.id} ${key}`, fingerprint: hash.digest('hex') };
}

/** The file and the JSON that a request carries: one of them, or both in a form, as the route wants it. */
async function contentOf(
  route: AnyRoute,
  request: Request,
): Promise<{ readonly file: Uint8Array; readonly json: unknown }> {
  if (route.file === true && route.body !== undefined) return readFormBody(request, route.fileBytes);
  if (route.file === true) return { file: await readFileBody(request, route.fileBytes), json: undefined };
  return { file: new Uint8Array(), json: route.body === undefined ? undefined : await readJsonBody(request) };
}

async function inputOf(route: AnyRoute, context: Context, user: SignedIn | null): Promise<Input<AnyRoute> & Extras> {
  const { req } = context;
  const text = (name: string): string => {
    const value = req.param(name);
    if (value === undefined) throw notFound(name);
    return value;
  };
  const { file, json } = await contentOf(route, req.raw);
  const input = {
    query: taken(route.query, withoutAsOf(route, req.query())),
    asOf: taken(route.asOf === true ? asOfQuery : undefined, dated(req.query())),
    body: taken(route.body, json),
    text,
    id: <T extends Id<string>>(name: string): T => {
      const value = text(name).toLowerCase();
      if (!isId<T>(value)) throw notFound(name.replace(/Id$/, ''));
      return value;
    },
    version: versionIn(req.raw, route.versioned === true),
    file,
    headers: req.raw.headers,
    key: user === null ? undefined : keyIn(req, user, [JSON.stringify(json ?? null), file]),
  };
  return input as unknown as Input<AnyRoute> & Extras;
}

/** A stranger learns nothing: an organization that one does not belong to is not found. */
async function doorOf(
  house: House,
  user: SignedIn,
  context: Context,
): Promise<{ readonly organizationId: OrganizationId; readonly door: Door }> {
  const organizationId = context.req.param('organizationId')?.toLowerCase();
  if (!isId<OrganizationId>(organizationId)) throw notFound('organization');
  const door = await entrance(house.db, user.id, organizationId);
  if (door === null) throw notFound('organization');
  return { organizationId, door };
}

async function visitOf(
  house: House,
  user: SignedIn,
  context: Context,
  { key, asOf }: Extras,
): Promise<{ readonly visit: Visit; readonly repeated: boolean }> {
  const { organizationId, door } = await doorOf(house, user, context);
  const { name, permission, personId } = door;
  const actor = { kind: 'member', userId: user.id, name, permission, personId } as const;
  const repeated = key === undefined ? null : await repeatedRequest(house.db, organizationId, key);
  const visit: Visit = {
    user,
    actor,
    organizationId,
    head: door.head,
    today: house.clock.today(),
    on: asOf?.on ?? house.clock.today(),
    db: house.db,
    newId:
      key === undefined
        ? house.clock.newId
        : idsFrom(`${organizationId} ${key.key}`, repeated?.at ?? Date.parse(house.clock.now())),
    facts: async () => {
      if (asOf?.recordedAt !== undefined)
        return visibleTo(actor, await house.facts.asRecorded(organizationId, asOf.recordedAt));
      const facts = repeated === null ? house.facts.current(organizationId, door.head) : repeated.facts();
      return visibleTo(actor, await facts);
    },
    writePlanned: (plan, written) =>
      writePlanned(
        {
          facts: async (moved) =>
            moved ? visibleTo(actor, await house.facts.current(organizationId, null)) : visit.facts(),
          write: async ({ reason, items, followUps, remembered }, expected) => {
            const result = await change(house.db, house.clock, {
              actor,
              organizationId,
              reason,
              items,
              key,
              expected,
              written,
              ...(followUps === undefined ? {} : { followUps }),
              ...(remembered === undefined ? {} : { remembered }),
            });
            if (remembered !== undefined) house.facts.forget(organizationId);
            return result;
          },
        },
        plan,
      ),
    change: (reason, items, followUps) =>
      change(house.db, house.clock, {
        actor,
        organizationId,
        reason,
        items,
        key,
        ...(followUps === undefined ? {} : { followUps }),
      }),
  };
  return { visit, repeated: repeated !== null };
}

function respond(answer: unknown): Response {
  if (!(answer instanceof Replied))
    return answer === undefined ? new Response(null, { status: 204 }) : Response.json(answer);
  const { reply } = answer;
  const headers = new Headers(reply.headers.map(([name, value]): [string, string] => [name, value]));
  if (reply.bytes !== undefined) return new Response(Buffer.from(reply.bytes), { headers });
  headers.set('content-type', 'application/json');
  return new Response(JSON.stringify(reply.answer ?? null), { headers });
}

const requireUser = async (house: House, context: Context): Promise<SignedIn> => {
  const user = await house.accounts.userOf(context.req.raw.headers);
  if (user === null) throw new MusterError({ code: 'unauthenticated' });
  return user;
};

/** Every route of a contract with its handler; a route that is left out does not compile. */
export type VisitHandlers<Routes> = {
  readonly [K in keyof Routes]: Routes[K] extends Route ? VisitHandler<Routes[K]> : never;
};

export function mountVisits<Routes extends Readonly<Record<string, Route>>>(
  app: Hono,
  house: House,
  routes: Routes,
  handlers: VisitHandlers<Routes>,
): void {
  for (const [name, route] of Object.entries(routes)) {
    const handler = handlers[name] as unknown as VisitHandler<AnyRoute>;
    app.on(route.method, honoPath(route.path), async (context) => {
      const user = await requireUser(house, context);
      // Nobody's file is read before the door was opened to them.
      if (route.file === true) await doorOf(house, user, context);
      const { key, asOf, ...input } = await inputOf(route as unknown as AnyRoute, context, user);
      const { visit, repeated } = await visitOf(house, user, context, { key, asOf });
      try {
        return respond(await handler(visit, input));
      } catch (error) {
        // The same request may have been under way at the same time: then this one is answered as its repetition.
        if (key === undefined || repeated || !(error instanceof MusterError)) throw error;
        const again = await visitOf(house, user, context, { key, asOf });
        if (!again.repeated) throw error;
        return respond(await handler(again.visit, input));
      }
    });
  }
}

export function mountUser<R extends Route>(app: Hono, house: House, route: R, handler: UserHandler<R>): void {
  app.on(route.method, honoPath(route.path), async (context) => {
    const user = await requireUser(house, context);
    return respond(await handler(user, await inputOf(route as unknown as AnyRoute, context, null)));
  });
}

export function mountPublic<R extends Route>(app: Hono, route: R, handler: PublicHandler<R>): void {
  app.on(route.method, honoPath(route.path), async (context) =>
    respond(await handler((await inputOf(route as unknown as AnyRoute, context, null)) as unknown as Input<R>)),
  );
}
