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

const GONE = new Set(['57P01', '57P02', '57P03', '08000', '08003', '08006', 'ECONNREFUSED', 'ECONNRESET', 'EPIPE']);

/** The server is away or going away: nothing of an open transaction was kept. */
export const isConnectionLoss = (error: unknown): boolean =>
  error instanceof Error &&
  (GONE.has((error as PostgresError).code ?? '') ||
    // The server's socket is gone; ENOENT of anything else is a missing file.
    /^connect ENOENT |connection terminated|timeout exceeded when trying to connect|not queryable|Connection ended/i.test(
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
  unit_parent_fkey: new MusterError({ code: 'not-found', what: 'unit' }),
  unit_head_fkey: new MusterError({ code: 'not-found', what: 'person' }),
  absence_person_fkey: new MusterError({ code: 'not-found', what: 'person' }),
  erasure_person_fkey: new MusterError({ code: 'not-found', what: 'person' }),
  framework_requirement_framework_fkey: new MusterError({ code: 'not-found', what: 'framework' }),
  duty_role_fkey: new MusterError({ code: 'not-found', what: 'role' }),
  duty_person_fkey: new MusterError({ code: 'not-found', what: 'person' }),
  compensating_control_owner_fkey: new MusterError({ code: 'not-found', what: 'person' }),
  project_manager_fkey: new MusterError({ code: 'not-found', what: 'person' }),
  analysis_project_fkey: new MusterError({ code: 'not-found', what: 'project' }),
  action_owner_fkey: new MusterError({ code: 'not-found', what: 'person' }),
  action_project_fkey: new MusterError({ code: 'not-found', what: 'project' }),
  framework_key_key: new MusterError({ code: 'already-exists', what: 'framework', field: 'key' }),
  framework_requirement_requirement_key: new MusterError({
    code: 'already-exists',
    what: 'requirement',
    field: 'reference',
  }),
  requirement_mapping_pair_key: new MusterError({ code: 'already-exists', what: 'mapping', field: 'requirement' }),
  segregation_rule_key_key: new MusterError({ code: 'already-exists', what: 'segregation rule', field: 'key' }),
  analysis_requirement_key: new MusterError({ code: 'already-exists', what: 'analysis', field: 'requirement' }),
  rule_setting_rule_key: new MusterError({ code: 'already-exists', what: 'rule setting', field: 'rule' }),
  document_version_number_key: new MusterError({ code: 'already-exists', what: 'version', field: 'number' }),
  membership_person_fkey: new MusterError({ code: 'not-found', what: 'person' }),
  invitation_person_fkey: new MusterError({ code: 'not-found', what: 'person' }),
  competence_competence_framework_fkey: new MusterError({ code: 'not-found', what: 'competence framework' }),
  work_role_competence_framework_fkey: new MusterError({ code: 'not-found', what: 'competence framework' }),
  evidence_person_fkey: new MusterError({ code: 'not-found', what: 'person' }),
  competence_assessment_person_fkey: new MusterError({ code: 'not-found', what: 'person' }),
  competence_assessment_assessor_fkey: new MusterError({ code: 'not-found', what: 'person' }),
  training_session_measure_fkey: new MusterError({ code: 'not-found', what: 'measure' }),
  training_person_fkey: new MusterError({ code: 'not-found', what: 'person' }),
  training_measure_fkey: new MusterError({ code: 'not-found', what: 'measure' }),
  training_role_fkey: new MusterError({ code: 'not-found', what: 'role' }),
  training_session_fkey: new MusterError({ code: 'not-found', what: 'session' }),
  campaign_evidence_fkey: new MusterError({ code: 'not-found', what: 'evidence' }),
  acknowledgement_campaign_fkey: new MusterError({ code: 'not-found', what: 'campaign' }),
  acknowledgement_person_fkey: new MusterError({ code: 'not-found', what: 'person' }),
  competence_framework_key_key: new MusterError({ code: 'already-exists', what: 'competence framework', field: 'key' }),
  competence_key_key: new MusterError({ code: 'already-exists', what: 'competence', field: 'key' }),
  competence_mapping_pair_key: new MusterError({ code: 'already-exists', what: 'mapping', field: 'competences' }),
  work_role_key_key: new MusterError({ code: 'already-exists', what: 'work role', field: 'key' }),
  requirement_competence_pair_key: new MusterError({
    code: 'already-exists',
    what: 'requirement',
    field: 'competence',
  }),
  acknowledgement_person_key: new MusterError({ code: 'already-exists', what: 'acknowledgement', field: 'person' }),
  reminder_setting_kind_key: new MusterError({ code: 'already-exists', what: 'setting', field: 'reminder' }),
  supplier_reference_key: new MusterError({ code: 'already-exists', what: 'supplier', field: 'reference' }),
  supplier_owner_role_fkey: new MusterError({ code: 'not-found', what: 'role' }),
  supplier_owner_fkey: new MusterError({ code: 'not-found', what: 'person' }),
  supplier_period_check: new MusterError({
    code: 'invalid',
    errors: [{ path: 'contractTo', message: 'A contract cannot end before it begins.' }],
  }),
  asset_reference_key: new MusterError({ code: 'already-exists', what: 'asset', field: 'reference' }),
  asset_owner_role_fkey: new MusterError({ code: 'not-found', what: 'role' }),
  asset_owner_fkey: new MusterError({ code: 'not-found', what: 'person' }),
  asset_supplier_fkey: new MusterError({ code: 'not-found', what: 'supplier' }),
  campaign_period_check: new MusterError({
    code: 'invalid',
    errors: [{ path: 'due', message: 'A campaign cannot be due before it begins.' }],
  }),
  absence_period_check: new MusterError({
    code: 'invalid',
    errors: [{ path: 'to', message: 'An absence ends after the day on which it begins.' }],
  }),
  project_period_check: new MusterError({
    code: 'invalid',
    errors: [{ path: 'to', message: 'A project cannot end before it begins.' }],
  }),
  duty_period_check: new MusterError({
    code: 'invalid',
    errors: [{ path: 'to', message: 'An activity cannot end before it begins.' }],
  }),
  duty_holder_check: new MusterError({
    code: 'invalid',
    errors: [
      {
        path: 'roleId',
        message: 'An activity is performed by a role or by a person.',
        accepted: 'exactly one of roleId and personId',
      },
    ],
  }),
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

/** A number, moment or text that came in and that no column can hold. */
const UNSTORABLE = new Set(['22003', '22007', '22008', '22021', '22P05']);

const unstorable = new MusterError({
  code: 'invalid',
  errors: [{ path: '', message: 'A number, a date or a character in this is outside of what can be kept.' }],
});

function faultOf(error: PostgresError): MusterError | undefined {
  const { code = '' } = error;
  if (UNSTORABLE.has(code)) return unstorable;
  if (!code.startsWith('23')) return undefined;
  const constraint = constraintOf(error);
  const double = code === '23505' ? /^(\w+)_pkey$/.exec(constraint) : null;
  return double === null
    ? told[constraint]
    : new MusterError({ code: 'already-exists', what: (double[1] ?? '').replaceAll('_', ' '), field: 'id' });
}

/** The error a user understands for a broken constraint or a value out of bounds; any other error unchanged. */
export function explained(error: unknown): unknown {
  if (!isPostgresError(error)) return error;
  const known = faultOf(error);
  return known === undefined ? error : new MusterError(known.fault, { cause: error });
}

/** Why nobody gets in: no such host or no way there, password, account, database, encryption. */
const NO_ENTRY =
  /^(ENOENT|ENOTFOUND|EAI_AGAIN|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|EACCES|ERR_TLS_.*|.*_CERT.*|.*CERT_.*|28000|28P01|3D000|53300)$/;

/** The error that an operator understands when a database cannot be entered or prepared; any other unchanged. */
export function explainedPreparation(error: unknown): unknown {
  if (!isPostgresError(error)) {
    const noTls = error instanceof Error && /does not support SSL|SASL|password must be/.test(error.message);
    return noTls ? new MusterError(noEntry(error.message), { cause: error }) : error;
  }
  const { code = '', message } = error;
  if (code === '42501') {
    const reason = `The database's account may not do what Muster needs once: ${message}. It must own the database and may create roles (alter role … createrole).`;
    return new MusterError({ code: 'unusable-data', reason }, { cause: error });
  }
  const entered = !isConnectionLoss(error) && !NO_ENTRY.test(code);
  return entered ? error : new MusterError(noEntry(message === '' ? code : message), { cause: error });
}

const noEntry = (reason: string) =>
  ({ code: 'unavailable', reason: `The database cannot be entered: ${reason}.` }) as const;

const users: Readonly<Record<string, string>> = {
  person_manager_fkey: 'somebody who reports to them',
  appointment_person_fkey: 'an appointment',
  appointment_role_fkey: 'an appointment',
  accountability_role_fkey: 'the accountability matrix',
  accountability_person_fkey: 'the accountability matrix',
  compensating_control_person_fkey: 'a compensating control',
  compensating_control_owner_fkey: 'a compensating control',
  unit_parent_fkey: 'a unit within it',
  unit_head_fkey: 'a unit',
  absence_person_fkey: 'an absence',
  erasure_person_fkey: 'the record of an erasure',
  framework_requirement_framework_fkey: 'its requirements',
  duty_role_fkey: 'an activity',
  duty_person_fkey: 'an activity',
  project_manager_fkey: 'a project',
  analysis_project_fkey: 'its analysis',
  action_owner_fkey: 'an action',
  action_project_fkey: 'an action',
  supplier_owner_role_fkey: 'a supplier',
  supplier_owner_fkey: 'a supplier',
  asset_owner_role_fkey: 'an asset',
  asset_owner_fkey: 'an asset',
  asset_supplier_fkey: 'an asset',
};

/** The same for an error that came while rows of `what` were removed: something still refers to one of them. */
export function explainedRemoval(error: unknown, what: string): unknown {
  if (!isPostgresError(error) || error.code !== '23503') return error;
  const by = users[constraintOf(error)] ?? 'another record';
  return new MusterError({ code: 'still-used', what, by }, { cause: error });
}
