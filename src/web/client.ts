import type { Fault } from '../kernel/errors.ts';
import type { Route, Schema } from '../kernel/route.ts';

/** RFC 9457 problem details as the server sends them: the fault's own data lies beside the standard members. */
export type Problem = {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly instance?: string;
} & (Fault | { readonly code: 'internal' });

/** The server refused, or could not be reached. */
export class CallError extends Error {
  override readonly name = 'CallError';
  readonly problem: Problem;

  constructor(problem: Problem) {
    super(problem.detail);
    this.problem = problem;
  }
}

type InputOf<S> = S extends Schema<infer Input> ? Input : never;

/** What a call of one route needs: path parameters by name, the query, the body (or the file), the version that was seen. */
export type CallInput<R extends Route> = {
  readonly path?: Readonly<Record<string, string>>;
  readonly query?: InputOf<R['query']>;
  readonly body?: InputOf<R['body']>;
  /** The date of the facts, for reads that can be asked for one. */
  readonly asOf?: { readonly on?: string; readonly recordedAt?: string };
  readonly file?: globalThis.Blob;
  readonly version?: number;
  readonly signal?: AbortSignal;
};

export type AnswerFor<R extends Route> = R extends Route<infer _Q, infer _B, infer Answer> ? Answer : never;

/** The address of a route with its parameters filled in: for calls and for download links. */
export function addressOf(
  route: Pick<Route, 'path'>,
  path: Readonly<Record<string, string>> = {},
  query: object = {},
): string {
  const filled = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(path[name] ?? ''));
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(query))
    if (value !== undefined && value !== '') search.set(name, String(value));
  const text = search.toString();
  return text === '' ? filled : `${filled}?${text}`;
}

const unreachableServer = (): CallError =>
  new CallError({
    type: 'about:blank',
    title: 'Unavailable',
    status: 0,
    detail: 'The server cannot be reached. Nothing was changed.',
    code: 'unavailable',
    reason: '',
  });

/** A change that was sent and is not answered yet. */
interface Sending {
  readonly method: string;
  readonly address: string;
  readonly version: number | undefined;
  readonly file: globalThis.Blob | undefined;
  readonly json: string | undefined;
  readonly answer: Promise<unknown>;
}

const underWay = new Set<Sending>();

/**
 * Calls a route of a contract. A change that is asked for again before it was answered is sent once, and both get its
 * answer: the second click of a double click adds nothing. @throws CallError with the server's problem
 */
export async function call<R extends Route>(route: R, input: CallInput<R> = {}): Promise<AnswerFor<R>> {
  const address = addressOf(route, input.path, Object.assign({}, input.query, input.asOf));
  const json = input.body === undefined ? undefined : JSON.stringify(input.body);
  const { method } = route;
  const { version, file } = input;
  const body = bodyOf(route, file, json);
  if (method === 'GET') return send(route, input, address, body);
  for (const other of underWay) {
    const same =
      other.method === method &&
      other.address === address &&
      other.version === version &&
      other.file === file &&
      other.json === json;
    if (same) return other.answer as Promise<AnswerFor<R>>;
  }
  const sending: Sending = { method, address, version, file, json, answer: send(route, input, address, body) };
  underWay.add(sending);
  try {
    return (await sending.answer) as AnswerFor<R>;
  } finally {
    underWay.delete(sending);
  }
}

/** JSON, a file, or both as the two parts of a form. */
function bodyOf(
  route: Route,
  file: globalThis.Blob | undefined,
  json: string | undefined,
): string | globalThis.Blob | FormData | undefined {
  if (route.file !== true) return json;
  if (json === undefined || file === undefined) return file;
  const form = new FormData();
  form.set('file', file);
  form.set('body', json);
  return form;
}

async function send<R extends Route>(
  route: R,
  input: CallInput<R>,
  address: string,
  body: string | globalThis.Blob | FormData | undefined,
): Promise<AnswerFor<R>> {
  const headers = new Headers({ accept: 'application/json' });
  if (input.version !== undefined) headers.set('if-match', `"${input.version}"`);
  if (route.method === 'POST') headers.set('idempotency-key', crypto.randomUUID());
  // Of a form the browser says itself where its parts end.
  if (body !== undefined && !(body instanceof FormData))
    headers.set('content-type', route.file ? 'application/octet-stream' : 'application/json');
  const response = await fetch(address, {
    method: route.method,
    headers,
    ...(body === undefined ? {} : { body }),
    ...(input.signal === undefined ? {} : { signal: input.signal }),
  }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw unreachableServer();
  });
  if (!response.ok) throw new CallError((await response.json()) as Problem);
  return (response.status === 204 ? undefined : await response.json()) as AnswerFor<R>;
}
