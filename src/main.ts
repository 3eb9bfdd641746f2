import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { serve, type ServerType } from '@hono/node-server';
import { Hono } from 'hono';
import { sql } from 'kysely';
import { makeApp } from './api/app.ts';
import { openAccounts, type Accounts } from './capabilities/identity/store/accounts.ts';
import { sweep } from './capabilities/competence/store/evidence.ts';
import { organizationsHere } from './capabilities/identity/store/entrance.ts';
import { openPost, type Post } from './capabilities/reminders/store/post.ts';
import { openTokens, type Tokens } from './capabilities/identity/store/token.ts';
import { openFacts, type Facts } from './capabilities/trail/store/facts.ts';
import { demonstrate } from './demonstrate.ts';
import { openInstallation, type Installation } from './installation.ts';
import { MusterError } from './kernel/errors.ts';
import { systemClock } from './platform/clock.ts';
import { readConfig, type Config } from './platform/config.ts';
import { documentRenderer, type DocumentRenderer } from './platform/documents/render.ts';
import { openPages } from './platform/http/page.ts';
import { openLog, type Logger } from './platform/log.ts';
import { openBackground } from './background.ts';
import { filesOf } from './files.ts';
import { addressOf, mailerOf } from './mail.ts';

/** Snapshots kept in memory: one of 50,000 people takes about 100 MB, one of 100 people 1 MB. */
const KEPT_ORGANIZATIONS = 50;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/** A mapping of names travels in the address of an import. Bytes. */
const HEADERS_AT_MOST = 256 * 1024;

function listen(app: Hono, config: Config, clients: WeakMap<Request, string>): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve(
      {
        port: config.port,
        hostname: config.host,
        serverOptions: { maxHeaderSize: HEADERS_AT_MOST },
        fetch: (request, env) => {
          // The proxy adds to the end what it saw; what stands before it is the client's own word.
          const forwarded = config.trustProxy
            ? request.headers.get('x-forwarded-for')?.split(',').at(-1)?.trim()
            : undefined;
          clients.set(request, forwarded ?? env.incoming.socket.remoteAddress ?? '');
          return app.fetch(request, env);
        },
      },
      () => resolve(server),
    );
    server.once('error', (error: NodeJS.ErrnoException) => {
      const taken = error.code === 'EADDRINUSE';
      reject(
        taken
          ? new MusterError(
              { code: 'unavailable', reason: `Port ${config.port} is in use. Set MUSTER_PORT to another one.` },
              { cause: error },
            )
          : error,
      );
    });
  });
}

/** What somebody needs to see after a start: where it is, and the way in. */
async function greeting(url: string, tokens: Tokens, demoToken: string | null): Promise<readonly string[]> {
  const ready = `Muster is ready at ${url}`;
  if (demoToken !== null) return [ready, `Signed in to the demonstration: ${url}/enter/${demoToken}`];
  if (await tokens.accountsExist()) return [ready];
  return [
    ready,
    `Set up the administrator (one-time link): ${url}/setup#${await tokens.issueSetup(systemClock.now())}`,
  ];
}

/** In a demonstration a link signs in: to a made-up account with a password that nobody knows. */
function mountDemo(
  app: Hono,
  accounts: Accounts,
  account: { readonly email: string; readonly password: string },
): string {
  const token = randomBytes(24).toString('base64url');
  app.get(`/enter/${token}`, async (context) => {
    for (const cookie of await accounts.signIn(account.email, account.password))
      context.header('set-cookie', cookie, { append: true });
    context.header('cache-control', 'no-store');
    return context.redirect('/');
  });
  return token;
}

/** Opens the application on an installation. @returns its server, once it listens and has said where */
async function open(
  config: Config,
  { db, authPool, secret }: Installation,
  renderer: DocumentRenderer,
  log: Logger,
  facts: Facts,
  post: Post,
): Promise<ServerType> {
  const { url } = post;
  const trustedOrigins = [url, `http://localhost:${config.port}`, `http://127.0.0.1:${config.port}`];
  const accounts = openAccounts({ pool: authPool, secret, url, trustedOrigins, log });
  const tokens = openTokens(authPool);
  const clients = new WeakMap<Request, string>();
  const files = filesOf(config);
  const outer = new Hono();
  const demoToken = process.argv.includes('--demo')
    ? mountDemo(outer, accounts, await demonstrate({ db, authPool, accounts, clock: systemClock }))
    : null;
  outer.route(
    '/',
    makeApp({
      db,
      facts,
      post,
      accounts,
      tokens,
      clock: systemClock,
      renderer,
      ...files,
      log,
      url: config.url,
      pages: openPages(join(import.meta.dirname, '..', 'dist', 'web')),
      clientOf: (request) => clients.get(request) ?? '',
      ready: () =>
        sql`select 1`.execute(db.kysely).then(
          () => true,
          () => false,
        ),
    }),
  );
  const server = await listen(outer, config, clients);
  void organizationsHere(db)
    .then((organizations) => sweep({ db, storage: files.storage, clock: systemClock }, organizations))
    .catch((error: unknown) => log.warn({ err: error }, 'files that nothing names could not be swept away'));
  for (const line of await greeting(url, tokens, demoToken)) say(line);
  return server;
}

/** Lets the requests end that are under way, for three seconds. */
function closed(server: ServerType): Promise<void> {
  const ended = new Promise<void>((resolve) => server.close(() => resolve()));
  if ('closeAllConnections' in server) setTimeout(() => server.closeAllConnections(), 3000).unref();
  if ('closeIdleConnections' in server) server.closeIdleConnections();
  return ended;
}

async function run(): Promise<void> {
  const config = readConfig(process.env);
  const log = openLog(config.log);
  const installation = await openInstallation(config, 'serve', log);
  const renderer = documentRenderer();
  const { db } = installation;
  const facts = openFacts(db, KEPT_ORGANIZATIONS);
  const background = openBackground();
  const post = openPost(mailerOf(config, say), addressOf(config), background.jobs);
  const close = async (): Promise<void> => {
    await Promise.all([renderer.close(), installation.close()]);
  };
  // What was opened is closed again, also when the rest does not open: no database is left running behind.
  const server = await open(config, installation, renderer, log, facts, post).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    void Promise.all([closed(server), background.stop()])
      .then(close)
      .then(
        () => process.exit(0),
        (error: unknown) => {
          log.fatal({ err: error }, 'could not stop cleanly');
          process.exit(1);
        },
      );
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  await background.start({ config, installation, facts, post, log });
}

run().catch((error: unknown) => {
  process.stderr.write(
    `${error instanceof MusterError ? error.message : String(error instanceof Error ? error.stack : error)}\n`,
  );
  process.exit(1);
});
