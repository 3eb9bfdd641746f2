import { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { routePath } from 'hono/route';
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client';
import { v7 } from 'uuid';
import { accountabilityRoutes } from '../capabilities/accountability/contract.ts';
import { accountabilityHandlers } from '../capabilities/accountability/routes.ts';
import { applicabilityRoutes } from '../capabilities/applicability/contract.ts';
import { applicabilityHandlers } from '../capabilities/applicability/routes.ts';
import { competenceIntakeRoutes } from '../capabilities/competence-intake/contract.ts';
import { competenceIntakeHandlers } from '../capabilities/competence-intake/routes.ts';
import { evidenceRoutes } from '../capabilities/competence/evidence-contract.ts';
import { competenceFrameworkRoutes } from '../capabilities/competence/framework-contract.ts';
import { competenceMatrixRoutes } from '../capabilities/competence/matrix-contract.ts';
import { requiredCompetenceRoutes } from '../capabilities/competence/required-contract.ts';
import { competenceMatrixHandlers, evidenceHandlers } from '../capabilities/competence/routes.ts';
import { competenceFrameworkHandlers } from '../capabilities/competence/routes/framework.ts';
import { requiredCompetenceHandlers } from '../capabilities/competence/routes/required.ts';
import type { EvidenceMeans } from '../capabilities/competence/store/evidence.ts';
import { assessmentRoutes } from '../capabilities/assessment/contract.ts';
import { assessmentHandlers } from '../capabilities/assessment/routes.ts';
import { personCompetenceRoutes } from '../capabilities/competence/person-contract.ts';
import { personCompetenceHandlers } from '../capabilities/competence/routes/person.ts';
import { awarenessRoutes } from '../capabilities/awareness/contract.ts';
import { awarenessHandlers } from '../capabilities/awareness/routes.ts';
import { documentRoutes } from '../capabilities/documents/contract.ts';
import { documentHandlers } from '../capabilities/documents/routes.ts';
import { frameworkRoutes } from '../capabilities/frameworks/contract.ts';
import { frameworkHandlers } from '../capabilities/frameworks/routes.ts';
import { identityRoutes } from '../capabilities/identity/contract.ts';
import { entranceHandlers, organizationHandlers, organizationRoutes } from '../capabilities/identity/routes.ts';
import { accountRoutes, CLIENT_HEADER } from '../capabilities/identity/store/accounts.ts';
import { signInGuard } from '../capabilities/identity/store/sign-in-guard.ts';
import type { Tokens } from '../capabilities/identity/store/token.ts';
import { doublesRoutes } from '../capabilities/people/doubles-contract.ts';
import { peopleImportRoutes } from '../capabilities/people/import-contract.ts';
import { peopleRoutes } from '../capabilities/people/contract.ts';
import { personalDataRoutes } from '../capabilities/people/personal-data-contract.ts';
import { absenceRoutes } from '../capabilities/people/absence-contract.ts';
import {
  absenceHandlers,
  doublesHandlers,
  peopleHandlers,
  peopleImportHandlers,
  personalDataHandlers,
  unitHandlers,
} from '../capabilities/people/routes.ts';
import { unitRoutes } from '../capabilities/people/unit-contract.ts';
import { programmeRoutes } from '../capabilities/programme/contract.ts';
import { programmeHandlers } from '../capabilities/programme/routes.ts';
import { reminderRoutes } from '../capabilities/reminders/contract.ts';
import { reminderHandlers, type ReminderMeans } from '../capabilities/reminders/routes.ts';
import { mailsCounted } from '../capabilities/reminders/store/sending.ts';
import { resilienceRoutes } from '../capabilities/resilience/contract.ts';
import { resilienceHandlers } from '../capabilities/resilience/routes.ts';
import { roleRoutes } from '../capabilities/roles/contract.ts';
import { roleHandlers } from '../capabilities/roles/routes.ts';
import { segregationRoutes } from '../capabilities/segregation/contract.ts';
import { segregationHandlers } from '../capabilities/segregation/routes.ts';
import { trainingRoutes } from '../capabilities/training/contract.ts';
import { measureRoutes } from '../capabilities/training/measure-contract.ts';
import { measureHandlers, trainingHandlers } from '../capabilities/training/routes.ts';
import { trailRoutes } from '../capabilities/trail/contract.ts';
import { trailHandlers } from '../capabilities/trail/routes.ts';
import { tuningRoutes } from '../capabilities/tuning/contract.ts';
import { tuningHandlers } from '../capabilities/tuning/routes.ts';
import { MusterError, notFound, type Fault } from '../kernel/errors.ts';
import type { Route } from '../kernel/route.ts';
import type { DocumentRenderer } from '../platform/documents/render.ts';
import { isConnectionLoss } from '../platform/db/postgres-error.ts';
import { checkOrigin } from '../platform/http/origin.ts';
import { openApi, openApiPage } from '../platform/http/openapi.ts';
import { policyWith, standingHeaders, type Pages } from '../platform/http/page.ts';
import { problemOf, statusOf } from '../platform/http/problem.ts';
import { jobsCounted } from '../platform/jobs/counted.ts';
import type { Logger } from '../platform/log.ts';
import { openUnderWay } from '../platform/under-way.ts';
import { mountPublic, mountUser, mountVisits, type House } from './mount.ts';

export interface AppMeans extends House, EvidenceMeans, ReminderMeans {
  readonly tokens: Tokens;
  readonly renderer: DocumentRenderer;
  readonly pages: Pages;
  readonly log: Logger;
  readonly url: string | null;
  /** The address of the client of a request. */
  readonly clientOf: (request: Request) => string;
  /** True when the database answers; its schema was brought to date before anything was mounted. */
  readonly ready: () => Promise<boolean>;
}

export const allRoutes: readonly Route[] = [
  ...Object.values(identityRoutes),
  ...Object.values(peopleRoutes),
  ...Object.values(peopleImportRoutes),
  ...Object.values(doublesRoutes),
  ...Object.values(personalDataRoutes),
  ...Object.values(unitRoutes),
  ...Object.values(absenceRoutes),
  ...Object.values(evidenceRoutes),
  ...Object.values(competenceFrameworkRoutes),
  ...Object.values(requiredCompetenceRoutes),
  ...Object.values(competenceMatrixRoutes),
  ...Object.values(competenceIntakeRoutes),
  ...Object.values(roleRoutes),
  ...Object.values(accountabilityRoutes),
  ...Object.values(frameworkRoutes),
  ...Object.values(applicabilityRoutes),
  ...Object.values(segregationRoutes),
  ...Object.values(programmeRoutes),
  ...Object.values(awarenessRoutes),
  ...Object.values(personCompetenceRoutes),
  ...Object.values(assessmentRoutes),
  ...Object.values(resilienceRoutes),
  ...Object.values(documentRoutes),
  ...Object.values(tuningRoutes),
  ...Object.values(reminderRoutes),
  ...Object.values(measureRoutes),
  ...Object.values(trainingRoutes),
  ...Object.values(trailRoutes),
];

/** What signing in or changing a password may send. */
const CREDENTIALS_LIMIT = 16 * 1024;

const refuseTooLarge = (): never => {
  throw new MusterError({ code: 'too-large', what: 'The request', limit: '16 kB' });
};

const problem = (fault: Fault, detail: string, requestId: string): Response =>
  Response.json(problemOf(fault, detail, requestId), {
    status: statusOf(fault.code),
    headers: {
      'content-type': 'application/problem+json',
      ...(fault.code === 'too-many-requests' ? { 'retry-after': String(fault.retryAfterSeconds) } : {}),
    },
  });

/** The whole of the web: API, accounts, health, and the pages. */
export function makeApp(means: AppMeans): Hono {
  const app = new Hono();
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const counter of [jobsCounted, mailsCounted]) registry.registerMetric(counter);
  const seconds = new Histogram({
    name: 'muster_http_seconds',
    help: 'Seconds to answer a request.',
    labelNames: ['method', 'route', 'status'],
    registers: [registry],
  });

  app.use('*', async (context, next) => {
    const requestId = v7();
    context.set('requestId' as never, requestId as never);
    const began = performance.now();
    await next();
    for (const [name, value] of standingHeaders) context.res.headers.set(name, value);
    context.res.headers.set('x-request-id', requestId);
    if (!context.res.headers.has('content-security-policy'))
      context.res.headers.set('content-security-policy', policyWith(''));
    if (!context.res.headers.has('cache-control')) context.res.headers.set('cache-control', 'no-store');
    const elapsed = (performance.now() - began) / 1000;
    // The route and not the path: a path may carry the token of an invitation.
    const told = { method: context.req.method, route: routePath(context), status: context.res.status };
    seconds.observe(told, elapsed);
    means.log.info({ requestId, ...told, seconds: elapsed }, 'answered');
  });

  app.use('*', (context, next) => {
    checkOrigin(context.req.raw, means.url);
    return next();
  });

  app.onError((error, context) => {
    const requestId = String(context.get('requestId' as never));
    if (isConnectionLoss(error)) {
      means.log.warn({ requestId, reason: error.message }, 'the database cannot be reached');
      const { fault, message } = new MusterError({ code: 'unavailable', reason: 'The database cannot be reached.' });
      return problem(fault, message, requestId);
    }
    if (error instanceof MusterError) return problem(error.fault, error.message, requestId);
    means.log.error({ requestId, err: error }, 'unexpected error');
    return Response.json(
      {
        type: 'urn:muster:problem:internal',
        title: 'Something went wrong',
        status: 500,
        detail: `Something went wrong here. It was written to the log as request ${requestId}.`,
        instance: `urn:muster:request:${requestId}`,
        code: 'internal',
      },
      { status: 500, headers: { 'content-type': 'application/problem+json' } },
    );
  });

  app.get('/healthz', (context) => context.text('alive'));
  app.get('/readyz', async (context) =>
    (await means.ready()) ? context.text('ready') : context.text('not ready', 503),
  );
  app.get(
    '/metrics',
    async () => new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } }),
  );
  app.get('/api/v1/openapi.json', (context) => context.json(openApi(allRoutes)));
  app.get('/api/v1/docs', (context) => context.html(openApiPage(allRoutes)));

  const guard = signInGuard(means.clock);
  app.use('/api/auth/*', bodyLimit({ maxSize: CREDENTIALS_LIMIT, onError: refuseTooLarge }));
  for (const path of accountRoutes) {
    app.post(path, (context) => {
      const headers = new Headers(context.req.raw.headers);
      headers.set(CLIENT_HEADER, means.clientOf(context.req.raw));
      const request = new Request(context.req.raw, { headers });
      return path.endsWith('/email') ? guard(request, means.accounts.handle) : means.accounts.handle(request);
    });
  }

  const entrance = entranceHandlers(means);
  mountPublic(app, identityRoutes.setupState, entrance.setupState);
  mountPublic(app, identityRoutes.setup, entrance.setup);
  mountUser(app, means, identityRoutes.me, entrance.me);
  mountUser(app, means, identityRoutes.createOrganization, entrance.createOrganization);
  mountPublic(app, identityRoutes.invitation, entrance.invitation);
  mountPublic(app, identityRoutes.acceptInvitation, entrance.acceptInvitation);
  mountVisits(app, means, organizationRoutes, organizationHandlers(means));
  mountVisits(app, means, doublesRoutes, doublesHandlers);
  mountVisits(app, means, peopleRoutes, peopleHandlers);
  const underWay = openUnderWay();
  mountVisits(app, means, peopleImportRoutes, peopleImportHandlers(underWay));
  mountVisits(app, means, personalDataRoutes, personalDataHandlers(means));
  mountVisits(app, means, unitRoutes, unitHandlers);
  mountVisits(app, means, absenceRoutes, absenceHandlers);
  mountVisits(app, means, evidenceRoutes, evidenceHandlers(means));
  mountVisits(app, means, competenceFrameworkRoutes, competenceFrameworkHandlers);
  mountVisits(app, means, requiredCompetenceRoutes, requiredCompetenceHandlers);
  mountVisits(app, means, competenceMatrixRoutes, competenceMatrixHandlers);
  mountVisits(app, means, competenceIntakeRoutes, competenceIntakeHandlers(underWay));
  mountVisits(app, means, roleRoutes, roleHandlers);
  mountVisits(app, means, accountabilityRoutes, accountabilityHandlers);
  mountVisits(app, means, frameworkRoutes, frameworkHandlers(means.renderer));
  mountVisits(app, means, applicabilityRoutes, applicabilityHandlers);
  mountVisits(app, means, segregationRoutes, segregationHandlers);
  mountVisits(app, means, programmeRoutes, programmeHandlers);
  mountVisits(app, means, awarenessRoutes, awarenessHandlers);
  mountVisits(app, means, personCompetenceRoutes, personCompetenceHandlers);
  mountVisits(app, means, assessmentRoutes, assessmentHandlers);
  mountVisits(app, means, resilienceRoutes, resilienceHandlers);
  mountVisits(app, means, documentRoutes, documentHandlers(means.renderer));
  mountVisits(app, means, tuningRoutes, tuningHandlers);
  mountVisits(app, means, reminderRoutes, reminderHandlers(means));
  mountVisits(app, means, measureRoutes, measureHandlers(means));
  mountVisits(app, means, trainingRoutes, trainingHandlers(means));
  mountVisits(app, means, trailRoutes, trailHandlers);

  app.all('/api/*', () => {
    throw notFound('address of the API');
  });
  app.get('*', async (context) => {
    const asset = await means.pages.asset(context.req.path);
    if (asset === null && context.req.path.startsWith('/assets/')) throw notFound('file');
    return asset ?? (await means.pages.shell());
  });
  return app;
}
