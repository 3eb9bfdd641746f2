import { z } from 'zod';
import type { FaultCode } from '../../kernel/errors.ts';
import type { Route } from '../../kernel/route.ts';
import { statusOf, titleOf } from './problem.ts';

const jsonSchema = (schema: unknown): Record<string, unknown> => {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema as z.ZodType, { io: 'input', unrepresentable: 'any' });
  return rest;
};

const problemReference = { $ref: '#/components/schemas/Problem' };

const header = (name: string, description: string, schema: object, required: boolean) => ({
  name,
  in: 'header',
  required,
  description,
  schema: { type: 'string', ...schema },
});

/** What is in a path is an id, unless it has another name. */
const pathSchema = (name: string): object => ({
  type: 'string',
  ...(name.endsWith('Id') && name !== 'requirementId' ? { format: 'uuid' } : {}),
});

const writes = ({ method, access }: Route): boolean => method !== 'GET' && access === 'organization';

/** What a route may answer: its own errors, and those that every route of its kind has. */
const errorsOf = (route: Route): readonly FaultCode[] => [
  ...new Set<FaultCode>([
    ...route.errors,
    ...(route.access === 'public' ? [] : (['unauthenticated'] as const)),
    ...(route.method === 'GET' ? [] : (['forbidden'] as const)),
    ...(writes(route) ? (['invalid'] as const) : []),
    ...(route.file === true || route.body !== undefined ? (['too-large'] as const) : []),
    'unavailable',
  ]),
];

const asOfParameters = [
  {
    name: 'on',
    in: 'query',
    required: false,
    description: 'The day of the facts; today when left out.',
    schema: { type: 'string', format: 'date' },
  },
  {
    name: 'recordedAt',
    in: 'query',
    required: false,
    description: 'The facts as recorded at this moment.',
    schema: { type: 'string', format: 'date-time' },
  },
];

function parameters(route: Route): readonly unknown[] {
  const path = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => ({
    name,
    in: 'path',
    required: true,
    schema: pathSchema(name),
  }));
  const query = route.query === undefined ? { properties: {}, required: [] } : jsonSchema(route.query);
  const required = new Set((query['required'] as readonly string[] | undefined) ?? []);
  const queries = Object.entries((query['properties'] as Record<string, unknown> | undefined) ?? {}).map(
    ([name, schema]) => ({
      name,
      in: 'query',
      required: required.has(name),
      schema,
    }),
  );
  const match =
    route.versioned === true
      ? [header('If-Match', 'The version that was seen, in quotes.', { examples: ['"3"'] }, true)]
      : [];
  const key = writes(route)
    ? [
        header(
          'Idempotency-Key',
          'The same request of a user with the same key is done once.',
          { maxLength: 200 },
          false,
        ),
      ]
    : [];
  return [...path, ...queries, ...(route.asOf === true ? asOfParameters : []), ...match, ...key];
}

const binary = { type: 'string', format: 'binary' };

/** A file with JSON beside it. */
const formOf = (body: unknown): object => ({
  type: 'object',
  required: ['file'],
  properties: { file: binary, body: jsonSchema(body) },
});

function operation(route: Route): Record<string, unknown> {
  const media = route.download === true ? 'application/octet-stream' : 'application/json';
  const answer = route.answer.schema === null ? {} : jsonSchema(route.answer.schema);
  const codes = errorsOf(route);
  const errors = [...new Set(codes.map(statusOf))].map((status) => [
    String(status),
    {
      description: codes
        .filter((code) => statusOf(code) === status)
        .map(titleOf)
        .join('; '),
      content: { 'application/problem+json': { schema: problemReference } },
    },
  ]);
  const body =
    route.file === true
      ? {
          requestBody: {
            required: true,
            content: {
              'application/octet-stream': { schema: binary },
              ...(route.body === undefined ? {} : { 'multipart/form-data': { schema: formOf(route.body) } }),
            },
          },
        }
      : route.body === undefined
        ? {}
        : { requestBody: { required: true, content: { 'application/json': { schema: jsonSchema(route.body) } } } };
  return {
    operationId: route.id,
    summary: route.summary,
    parameters: parameters(route),
    ...body,
    responses: {
      '200': { description: 'Done.', content: { [media]: { schema: answer } } },
      ...Object.fromEntries(errors),
    },
    security: route.access === 'public' ? [] : [{ session: [] }],
  };
}

/** The description of the API (OpenAPI 3.1), made from the contracts. */
export function openApi(routes: readonly Route[]): Record<string, unknown> {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes) {
    const methods = paths[route.path] ?? {};
    methods[route.method.toLowerCase()] = operation(route);
    paths[route.path] = methods;
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Muster',
      version: '1',
      description: 'The resource side of an information security management system (ISO/IEC 27001:2022, 7.1).',
    },
    paths,
    components: {
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'muster.session_token',
          description:
            'The cookie that POST /api/auth/sign-in/email with {"email", "password"} as JSON and an Origin header sets. Over https its name begins with __Secure-.',
        },
      },
      schemas: {
        Problem: {
          type: 'object',
          description: 'Problem details (RFC 9457).',
          required: ['type', 'title', 'status', 'detail', 'code'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            detail: { type: 'string' },
            instance: { type: 'string' },
            code: { type: 'string' },
            errors: {
              type: 'array',
              items: {
                type: 'object',
                properties: { path: { type: 'string' }, message: { type: 'string' }, accepted: { type: 'string' } },
              },
            },
          },
        },
      },
    },
  };
}

const escaped = (text: string): string => text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);

/** A plain page that lists the routes: no script, nothing from elsewhere. */
export function openApiPage(routes: readonly Route[]): string {
  const rows = routes.map(
    (route) =>
      `<tr><td><code>${route.method}</code></td><td><code>${escaped(route.path)}</code></td><td>${escaped(route.summary)}</td></tr>`,
  );
  return `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Muster API</title></head><body><main><h1>Muster API</h1>
<p>The whole description: <a href="/api/v1/openapi.json">openapi.json</a> (OpenAPI 3.1). Errors are problem details (RFC 9457).</p>
<table><thead><tr><th scope="col">Method</th><th scope="col">Path</th><th scope="col">What it does</th></tr></thead><tbody>${rows.join('')}</tbody></table></main></body></html>`;
}
