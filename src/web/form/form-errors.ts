import { CallError } from '../client.ts';
import { fieldErrorsOf, standsAtFields } from '../problem.ts';

type Errors = Readonly<Record<string, string>>;

interface Checked {
  readonly error?:
    { readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] } | undefined;
}

/** What a schema of the model finds wrong before anything is sent, by field. */
export const schemaErrors = (checked: Checked): Errors =>
  Object.fromEntries((checked.error?.issues ?? []).map((issue) => [issue.path.map(String).join('.'), issue.message]));

/**
 * What the server refused, told at the fields where it can be.
 * `rest` is the error itself when a reader would not find it at a field of this form.
 */
export function refusal(
  error: Error | null,
  fields: readonly string[],
): { readonly at: Errors; readonly rest: Error | null } {
  if (error instanceof CallError && error.problem.code === 'already-exists' && fields.includes(error.problem.field))
    return { at: { [error.problem.field]: error.problem.detail }, rest: null };
  return { at: fieldErrorsOf(error), rest: standsAtFields(error, fields) ? null : error };
}
