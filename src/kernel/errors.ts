/** What was wrong with one field of an input. `accepted` says what would have been taken. */
export interface FieldError {
  readonly path: string;
  readonly message: string;
  readonly accepted?: string | undefined;
}

/** The closed set of errors that Muster raises on purpose. The HTTP edge maps them to RFC 9457 problem details. */
export type Fault =
  | { readonly code: 'invalid'; readonly errors: readonly FieldError[] }
  | { readonly code: 'unauthenticated' }
  /** `reason`: said instead, where it is not the permission of a member that is missing. */
  | { readonly code: 'forbidden'; readonly action: string; readonly reason?: string }
  | { readonly code: 'not-found'; readonly what: string }
  | { readonly code: 'conflict'; readonly what: string; readonly yours: unknown; readonly theirs: unknown }
  | { readonly code: 'already-exists'; readonly what: string; readonly field: string }
  | { readonly code: 'still-used'; readonly what: string; readonly by: string }
  | { readonly code: 'too-large'; readonly what: string; readonly limit: string }
  | { readonly code: 'unreadable'; readonly file: string; readonly reason: string }
  | { readonly code: 'too-many-requests'; readonly retryAfterSeconds: number }
  | { readonly code: 'unavailable'; readonly reason: string }
  | { readonly code: 'unusable-data'; readonly reason: string }
  | { readonly code: 'usage'; readonly reason: string };

export type FaultCode = Fault['code'];

const sentence = (fault: Fault): string => {
  switch (fault.code) {
    case 'invalid':
      return fault.errors
        .map(
          (error) =>
            `${error.path === '' ? '' : `${error.path}: `}${error.message}${error.accepted === undefined ? '' : ` Accepted: ${error.accepted}.`}`,
        )
        .join(' ');
    case 'unauthenticated':
      return 'Sign in first.';
    case 'forbidden':
      return fault.reason ?? `Your role in this organization does not allow: ${fault.action}.`;
    case 'not-found':
      return `There is no such ${fault.what}.`;
    case 'conflict':
      return `Somebody else changed this ${fault.what} since you opened it.`;
    case 'already-exists':
      return `${/^[aeiou]/i.test(fault.what) ? 'An' : 'A'} ${fault.what} with this ${fault.field} exists already.`;
    case 'still-used':
      return `This ${fault.what} is still used by ${fault.by}.`;
    case 'too-large':
      return `${fault.what} is too large. Limit: ${fault.limit}.`;
    case 'unreadable':
      return `"${fault.file}" cannot be read: ${fault.reason}`;
    case 'too-many-requests':
      return `Too many attempts. Try again in ${fault.retryAfterSeconds} seconds.`;
    case 'unavailable':
    case 'unusable-data':
    case 'usage':
      return fault.reason;
  }
};

/** The only error class: a fault with the data that a client needs to act on it. */
export class MusterError extends Error {
  override readonly name = 'MusterError';
  readonly fault: Fault;

  constructor(fault: Fault, options?: ErrorOptions) {
    super(sentence(fault), options);
    this.fault = fault;
  }
}

export const invalid = (errors: readonly FieldError[]): MusterError => new MusterError({ code: 'invalid', errors });
export const notFound = (what: string): MusterError => new MusterError({ code: 'not-found', what });
export const forbidden = (action: string): MusterError => new MusterError({ code: 'forbidden', action });

/** Asserts at the end of an exhaustive switch. */
export function unreachable(value: never): never {
  throw new MusterError({ code: 'unusable-data', reason: `Unexpected value: ${JSON.stringify(value)}` });
}
