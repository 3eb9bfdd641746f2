import { z } from 'zod';
import { instantSchema, plainDateSchema } from './date.ts';
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
 * `file`: the request's body is the file itself, its name in the query; with `body` too, a form of the parts `file` and `body`. `download`: the answer is a file.
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
  /** A read of the facts that can be asked for another day (`on`), or as recorded at an earlier moment (`recordedAt`). */
  readonly asOf?: true;
  readonly file?: true;
  /** The largest file that it takes, in bytes; that of a document to be read where it is left out. */
  readonly fileBytes?: number;
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

export const inOrganization = '/api/v1/organizations/{organizationId}';

/** The date of the facts: how things stand on a day, by what is recorded now or was recorded at an earlier moment. */
export const asOfQuery = z.strictObject({ on: plainDateSchema.optional(), recordedAt: instantSchema.optional() });
