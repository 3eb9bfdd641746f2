import canonicalize from 'canonicalize';
import { MusterError } from './errors.ts';

/** Canonical JSON (RFC 8785): the same facts always give the same text, and so the same hash. */
export function canonicalJson(value: unknown): string {
  const text = canonicalize(value);
  if (text === undefined) throw new MusterError({ code: 'unusable-data', reason: 'A value has no canonical JSON.' });
  return text;
}
