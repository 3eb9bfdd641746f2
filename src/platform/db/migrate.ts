import { Client } from 'pg';
import { MusterError } from '../../kernel/errors.ts';
import { prepareJobs } from '../jobs/schema.ts';
import type { Migration } from './migration.ts';
import { foundation } from './migrations/0000-foundation.ts';
import { ground } from './migrations/0001-ground.ts';
import { accounts } from './migrations/0002-accounts.ts';
import { accountabilityInFull } from './migrations/0003-accountability-in-full.ts';
import { competenceAndTraining } from './migrations/0004-competence-and-training.ts';
import { suppliersAndAssets } from './migrations/0005-suppliers-and-assets.ts';
import { explainedPreparation } from './postgres-error.ts';
import { appLogin, prepareRoles, type AppLogin } from './role.ts';

export const migrations: readonly Migration[] = [
  foundation,
  ground,
  accounts,
  accountabilityInFull,
  competenceAndTraining,
  suppliersAndAssets,
];

/** Runs SQL one statement a call. */
export interface StatementRunner {
  readonly query: (sql: string, values?: unknown[]) => Promise<{ readonly rows: readonly unknown[] }>;
}

/**
 * Brings the schema to the program's version: forward only, all or nothing.
 * @returns how many migrations ran
 * @throws MusterError `unusable-data` when the database is newer than the program
 */
export async function migrate(owner: StatementRunner, known: readonly Migration[] = migrations): Promise<number> {
  await owner.query('begin');
  try {
    await owner.query(
      'create table if not exists migration (id integer primary key, name text not null, applied_at timestamptz not null)',
    );
    await owner.query('lock table migration in access exclusive mode');
    const { rows } = await owner.query('select coalesce(max(id), -1) as last from migration');
    const last = Number((rows[0] as { last: unknown }).last);
    const newest = known.at(-1)?.id ?? -1;
    if (last > newest) {
      throw new MusterError({
        code: 'unusable-data',
        reason: `The database is at version ${last}, this program knows versions up to ${newest}. Use the newer program, or restore a backup.`,
      });
    }
    const due = known.filter((migration) => migration.id > last);
    for (const migration of due) {
      for (const statement of migration.statements) await owner.query(statement);
      await owner.query('insert into migration (id, name, applied_at) values ($1, $2, now())', [
        migration.id,
        migration.name,
      ]);
    }
    await owner.query('commit');
    return due.length;
  } catch (error) {
    await owner.query('rollback');
    throw error;
  }
}

/** Held while roles and schema are prepared; the number means nothing, only that all nodes ask for the same. */
const PREPARING = 7_010_100;

export interface Connection {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

/** As the database's owner: makes the application's role and brings the schema to date; one node after the other. @returns the application's login. @throws MusterError `unavailable` or `unusable-data` */
export async function prepareDatabase(
  connection: Connection | { readonly connectionString: string },
  secret: string,
): Promise<AppLogin> {
  const owner = new Client(connection);
  try {
    await owner.connect();
    const { rows } = await owner.query<{ database: string; version: number }>(
      "select current_database() as database, current_setting('server_version_num')::int as version",
    );
    const [server] = rows;
    if (server === undefined || server.version < 150_000) {
      throw new MusterError({ code: 'unusable-data', reason: 'Muster needs PostgreSQL 15 or later.' });
    }
    const login = appLogin(server.database, secret);
    await owner.query('select pg_advisory_lock($1)', [PREPARING]);
    await prepareRoles(owner, login);
    await migrate(owner);
    await prepareJobs(owner);
    return login;
  } catch (error) {
    throw explainedPreparation(error);
  } finally {
    await owner.end();
  }
}
