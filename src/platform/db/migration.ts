import { APP_ROLE } from './role.ts';

/** Forward only: a numbered list of single statements, run in one transaction and never edited once released. */
export interface Migration {
  readonly id: number;
  readonly name: string;
  readonly statements: readonly string[];
}

/**
 * A table that belongs to organizations: row level security on, open to the application's role for its own organization only.
 * The policy compares as text because a cast of the setting breaks lateral joins on Citus.
 */
export const tenantTable = (name: string, columns: string): readonly string[] => [
  `create table ${name} (${columns})`,
  `alter table ${name} enable row level security`,
  `create policy ${name}_tenant on ${name} using (organization_id::text = current_setting('app.organization_id', true))`,
  `grant select, insert, update, delete on ${name} to ${APP_ROLE}`,
];

/** The application may add to it and read it; it can neither change nor prune it. */
export const appendOnly = (name: string): readonly string[] => [`revoke update, delete on ${name} from ${APP_ROLE}`];
