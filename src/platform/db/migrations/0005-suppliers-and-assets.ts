import { tenantTable, type Migration } from '../migration.ts';

const entity = 'organization_id uuid not null, id uuid not null, version integer not null';
const key = (table: string): string => `constraint ${table}_pkey primary key (organization_id, id)`;
const reference = (table: string, column: string, target: string): string =>
  `alter table ${table} add constraint ${table}_${column.replace(/_id$/, '')}_fkey foreign key (organization_id, ${column}) references ${target} (organization_id, id)`;

/** Who provides from outside, and what information rests on. */
export const suppliersAndAssets: Migration = {
  id: 5,
  name: 'suppliers and assets',
  statements: [
    ...tenantTable(
      'supplier',
      `${entity}, reference text, name text not null, kind text, tier text, status text not null, service text not null, information text not null,
       location text, owner_role_id uuid, owner_id uuid, contact text, email text, contract_from date, contract_to date, processing_agreement boolean,
       assurance text not null, reviewed_on date, review_result text, next_review_on date, note text not null, ${key('supplier')},
       constraint supplier_reference_key unique (organization_id, reference),
       constraint supplier_period_check check (contract_from <= contract_to)`,
    ),
    ...tenantTable(
      'asset',
      `${entity}, reference text, name text not null, category text, kind text, description text not null, status text not null,
       owner_role_id uuid, owner_id uuid, custodian text, location text, environment text, criticality text, classification text,
       confidentiality text, integrity text, availability text, personal_data boolean, supplier_id uuid, depends_on jsonb not null,
       acquired_on date, reviewed_on date, support_to date, note text not null, ${key('asset')},
       constraint asset_reference_key unique (organization_id, reference)`,
    ),
    reference('supplier', 'owner_role_id', 'role'),
    reference('supplier', 'owner_id', 'person'),
    reference('asset', 'owner_role_id', 'role'),
    reference('asset', 'owner_id', 'person'),
    reference('asset', 'supplier_id', 'supplier'),
  ],
};
