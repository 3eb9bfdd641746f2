import type { Migration } from '../migration.ts';
import { APP_ROLE } from '../role.ts';

/** What the tables of the following migrations lean on. `set_config` does not reach the workers of Citus, `set local` does. */
export const foundation: Migration = {
  id: 0,
  name: 'foundation',
  statements: [
    `create function enter_organization(organization uuid) returns void language plpgsql as
       $$ begin execute format('set local app.organization_id = %L', organization); end $$`,
    `grant usage on schema public to ${APP_ROLE}`,
  ],
};
