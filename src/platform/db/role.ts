import { createHash, createHmac } from 'node:crypto';
import type { Client } from 'pg';

/** Holds every grant and owns nothing; the login role of each database is its member. */
export const APP_ROLE = 'muster_app';

export interface AppLogin {
  readonly user: string;
  readonly password: string;
}

/** Names of roles are shared by all databases of a server: what does not fit into one is told apart by its hash. */
const roleOf = (database: string): string => {
  const plain = database.toLowerCase().replace(/[^a-z0-9_]/g, '_');
  if (plain === database && plain.length <= 40) return `${APP_ROLE}_${plain}`;
  return `${APP_ROLE}_${plain.slice(0, 40)}_${createHash('sha256').update(database).digest('hex').slice(0, 8)}`;
};

/** The login of the application for one database: derived from the installation's secret, so that all its nodes agree. */
export const appLogin = (database: string, secret: string): AppLogin => ({
  user: roleOf(database),
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
