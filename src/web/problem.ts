import { CallError } from './client.ts';

/** What went wrong as one sentence for a reader. */
export const sentenceOf = (error: Error): string => (error instanceof CallError ? error.problem.detail : error.message);

/** The reference under which the server's log knows the request; null when the server gave none. */
export function requestIdOf(error: Error): string | null {
  const instance = error instanceof CallError ? error.problem.instance : undefined;
  return instance === undefined ? null : (instance.split(/[/:]/).at(-1) ?? null);
}

/** Errors by the path of their field, for the form that asked. Empty when the error is about no field. */
export function fieldErrorsOf(error: Error | null): Readonly<Record<string, string>> {
  if (!(error instanceof CallError) || error.problem.code !== 'invalid') return {};
  return Object.fromEntries(
    error.problem.errors.map(({ path, message, accepted }) => [
      path,
      accepted === undefined ? message : `${message} Accepted: ${accepted}.`,
    ]),
  );
}

/** True when every part of the problem stands at a field, so that no banner is needed. */
export const standsAtFields = (error: Error | null, fields: readonly string[]): boolean => {
  const paths = Object.keys(fieldErrorsOf(error));
  return paths.length > 0 && paths.every((path) => fields.includes(path));
};

/** A row and the version in which somebody else changed it meanwhile; null for any other error. */
export function conflictOf(error: Error | null): { readonly yours: unknown; readonly theirs: unknown } | null {
  return error instanceof CallError && error.problem.code === 'conflict'
    ? { yours: error.problem.yours, theirs: error.problem.theirs }
    : null;
}
