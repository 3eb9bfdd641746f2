import type { Client } from 'pg';
import { MusterError } from '../../kernel/errors.ts';
import { APP_ROLE } from '../db/role.ts';

/** Jobs lie in tables of the library's own, apart from those of organizations: no statement joins the two. */
export const JOBS_SCHEMA = 'jobs';

/** The version of those tables that the library in use works with (`pgboss.schema` in its package). */
export const JOBS_VERSION = 46;

async function versionOf(owner: Client): Promise<number | null> {
  const { rows: found } = await owner.query<{ table: string | null }>('select to_regclass($1) as "table"', [
    `${JOBS_SCHEMA}.version`,
  ]);
  if ((found[0]?.table ?? null) === null) return null;
  const { rows } = await owner.query<{ version: number }>(`select max(version) as version from ${JOBS_SCHEMA}.version`);
  return rows[0]?.version ?? null;
}

/**
 * As the database's owner: makes the tables of jobs, or brings them to date; the application may use them and change
 * none of them. One node after the other: the caller holds the lock.
 * @throws MusterError `unusable-data` when they are newer than the program
 */
export async function prepareJobs(owner: Client): Promise<void> {
  const there = await versionOf(owner);
  if (there === JOBS_VERSION) return;
  if (there !== null && there > JOBS_VERSION) {
    throw new MusterError({
      code: 'unusable-data',
      reason: `The tables of jobs are at version ${there}, this program knows versions up to ${JOBS_VERSION}. Use the newer program, or restore a backup.`,
    });
  }
  const { getConstructionPlans, getMigrationPlans } = await import('pg-boss');
  await owner.query(there === null ? getConstructionPlans(JOBS_SCHEMA) : getMigrationPlans(JOBS_SCHEMA, there));
  await owner.query(`grant usage on schema ${JOBS_SCHEMA} to ${APP_ROLE}`);
  await owner.query(`grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to ${APP_ROLE}`);
  await owner.query(`grant execute on all functions in schema ${JOBS_SCHEMA} to ${APP_ROLE}`);
  await owner.query(`revoke insert, update, delete on ${JOBS_SCHEMA}.bam from ${APP_ROLE}`);
}
