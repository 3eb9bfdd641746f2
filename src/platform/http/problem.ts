import type { Fault, FaultCode } from '../../kernel/errors.ts';

const statuses: { readonly [C in FaultCode]: number } = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'already-exists': 409,
  'still-used': 409,
  'too-large': 413,
  unreadable: 422,
  'too-many-requests': 429,
  unavailable: 503,
  'unusable-data': 500,
  usage: 400,
};

const titles: { readonly [C in FaultCode]: string } = {
  invalid: 'The input cannot be taken',
  unauthenticated: 'Not signed in',
  forbidden: 'Not allowed',
  'not-found': 'Not found',
  conflict: 'Changed by somebody else',
  'already-exists': 'Exists already',
  'still-used': 'Still in use',
  'too-large': 'Too large',
  unreadable: 'The file cannot be read',
  'too-many-requests': 'Too many requests',
  unavailable: 'Not available',
  'unusable-data': 'The data cannot be used',
  usage: 'Wrong usage',
};

export const statusOf = (code: FaultCode): number => statuses[code];
export const titleOf = (code: FaultCode): string => titles[code];

/** Problem details (RFC 9457) of a fault, its own data beside the standard members. `instance` carries the request's id. */
export const problemOf = (fault: Fault, detail: string, requestId: string): Record<string, unknown> => ({
  type: `urn:muster:problem:${fault.code}`,
  title: titles[fault.code],
  status: statuses[fault.code],
  detail,
  instance: `urn:muster:request:${requestId}`,
  ...fault,
});
