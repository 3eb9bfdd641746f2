import type { FaultCode } from './errors.ts';

/** Whatever parses: zod's types are matched by their inner shape, which keeps type-checking of many routes quick. */
export interface Schema<Input = unknown, Output = unknown> {
  readonly _zod: { readonly input: Input; readonly output: Output };
}

declare const answer: unique symbol;

/** The type of an answer; with a schema when the answer is checked in tests and described in OpenAPI. */
export interface AnswerOf<T> {
  readonly [answer]?: T;
  readonly schema: Schema | null;
}

export const answers = <T>(schema: Schema<unknown, T> | null = null): AnswerOf<T> => ({ schema });

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * One address of the API as data. The server, the typed client, the OpenAPI document and the isolation test read it.
 * `access`: `public` needs nothing, `user` a signed-in user, `organization` a membership in `{organizationId}` of the path.
 * `file`: the request's body is the file itself, its name in the query. `download`: the answer is a file.
 */
export interface Route<Query extends Schema = Schema, Body extends Schema = Schema, Answer = unknown> {
  readonly id: string;
  readonly method: Method;
  readonly path: string;
  readonly summary: string;
  readonly access: 'public' | 'user' | 'organization';
  readonly query?: Query;
  readonly body?: Body;
  readonly answer: AnswerOf<Answer>;
  readonly file?: true;
  readonly download?: true;
  /** A write that must name the version it saw in `If-Match`. */
  readonly versioned?: true;
  readonly errors: readonly FaultCode[];
}

export const defineRoute = <
  Query extends Schema = Schema<undefined, undefined>,
  Body extends Schema = Schema<undefined, undefined>,
  Answer = void,
>(
  route: Route<Query, Body, Answer>,
): Route<Query, Body, Answer> => route;

type Placeholder<Path extends string> = Path extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Placeholder<Rest>
  : never;
/** The names between braces in a path. */
export type PathParameters<Path extends string> = { readonly [Name in Placeholder<Path>]: string };

export const inOrganization = '/api/v1/organizations/{organizationId}';
