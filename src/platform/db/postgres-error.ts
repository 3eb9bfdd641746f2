import { MusterError } from '../../kernel/errors.ts';

/** What PostgreSQL and the driver attach to their errors. */
interface PostgresError extends Error {
  readonly code?: string;
  readonly constraint?: string;
}

const isPostgresError = (error: unknown): error is PostgresError => error instanceof Error && 'code' in error;

/** Another transaction was first; the same work may be tried again. Citus reports some of these as XX000. */
export const isSerializationFailure = (error: unknown): boolean =>
  isPostgresError(error) &&
  (error.code === '40001' ||
    error.code === '40P01' ||
    (error.code === 'XX000' && /serializ|concurrent update/i.test(error.message)));

const GONE = new Set([
  '57P01',
  '57P02',
  '57P03',
  '08000',
  '08003',
  '08006',
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
]);

/** The server is away or going away: nothing of an open transaction was kept. */
export const isConnectionLoss = (error: unknown): boolean =>
  error instanceof Error &&
  (GONE.has((error as PostgresError).code ?? '') ||
    /connection terminated|timeout exceeded when trying to connect|not queryable|Connection ended/i.test(
      error.message,
    ));

/** A constraint's name without the shard number that a Citus worker appends. */
const constraintOf = (error: PostgresError): string =>
  (error.constraint ?? /constraint "([^"]+)"/.exec(error.message)?.[1] ?? '').replace(/_\d{6,}$/, '');

const told: Readonly<Record<string, MusterError>> = {
  person_external_id_key: new MusterError({ code: 'already-exists', what: 'person', field: 'personnel number' }),
  role_key_key: new MusterError({ code: 'already-exists', what: 'role', field: 'short name' }),
  membership_user_key: new MusterError({ code: 'already-exists', what: 'member', field: 'account' }),
  accountability_cell_key: new MusterError({ code: 'already-exists', what: 'cell', field: 'requirement and role' }),
  applicability_requirement_key: new MusterError({ code: 'already-exists', what: 'entry', field: 'requirement' }),
  person_manager_fkey: new MusterError({ code: 'not-found', what: 'manager' }),
  appointment_person_fkey: new MusterError({ code: 'not-found', what: 'person' }),
  appointment_role_fkey: new MusterError({ code: 'not-found', what: 'role' }),
  accountability_role_fkey: new MusterError({ code: 'not-found', what: 'role' }),
  accountability_person_fkey: new MusterError({ code: 'not-found', what: 'person' }),
  compensating_control_person_fkey: new MusterError({ code: 'not-found', what: 'person' }),
  person_period_check: new MusterError({
    code: 'invalid',
    errors: [{ path: 'to', message: 'An engagement cannot end before it begins.' }],
  }),
  appointment_period_check: new MusterError({
    code: 'invalid',
    errors: [{ path: 'to', message: 'An appointment cannot end before it begins.' }],
  }),
  accountability_holder_check: new MusterError({
    code: 'invalid',
    errors: [
      {
        path: 'roleId',
        message: 'A cell belongs to a role or to a person.',
        accepted: 'exactly one of roleId and personId',
      },
    ],
  }),
};

/** The error a user understands for a broken constraint; any other error unchanged. */
export function explained(error: unknown): unknown {
  if (!isPostgresError(error) || error.code === undefined || !error.code.startsWith('23')) return error;
  const known = told[constraintOf(error)];
  return known === undefined ? error : new MusterError(known.fault, { cause: error });
}
