import { createHmac } from 'node:crypto';
import type { Client } from 'pg';

/** Holds every grant and owns nothing; the login role of each database is its member. */
export const APP_ROLE = 'muster_app';

export interface AppLogin {
  readonly user: string;
  readonly password: string;
}

/** The login of the application for one database: derived from the installation's secret, so that all its nodes agree. */
export const appLogin = (database: string, secret: string): AppLogin => ({
  user: `${APP_ROLE}_${database.toLowerCase().replace(/[^a-z0-9_]/g, '_')}`.slice(0, 63),
  password: createHmac('sha256', secret).update(`database role of ${database}`).digest('base64url'),
});

/** Where a server has customs of its own: dates are read as ISO writes them, and a change waits for the one before it. */
const CUSTOMS: readonly (readonly [string, string])[] = [
  ['datestyle', 'ISO, YMD'],
  ['timezone', 'UTC'],
  ['default_transaction_isolation', 'read committed'],
];

/** Makes the group and the login role, or renews the password. Needs a role that may create roles. */
export async function prepareRoles(owner: Client, login: AppLogin): Promise<void> {
  const name = owner.escapeIdentifier(login.user);
  const exists = async (role: string): Promise<boolean> =>
    (await owner.query('select 1 from pg_roles where rolname = $1', [role])).rowCount === 1;
  // The group is shared by all databases of the server, and so may be made by two of them at once.
  if (!(await exists(APP_ROLE))) {
    await owner.query(`do $$ begin create role ${APP_ROLE} nologin;
      exception when duplicate_object or unique_violation then null; end $$`);
  }
  const verb = (await exists(login.user)) ? 'alter' : 'create';
  await owner.query(
    `${verb} role ${name} login password ${owner.escapeLiteral(login.password)} nosuperuser nocreatedb nocreaterole inherit`,
  );
  await owner.query(`grant ${APP_ROLE} to ${name}`);
  for (const [setting, value] of CUSTOMS) {
    await owner.query(`alter role ${name} set ${setting} to ${owner.escapeLiteral(value)}`);
  }
}
