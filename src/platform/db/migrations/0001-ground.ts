import { appendOnly, tenantTable, type Migration } from '../migration.ts';

const entity = 'organization_id uuid not null, id uuid not null, version integer not null';

/** The first registers, the trail and the accounts. One statement a call; tables first, foreign keys after. */
export const ground: Migration = {
  id: 1,
  name: 'ground',
  statements: [
    ...tenantTable(
      'organization',
      `organization_id uuid not null, id uuid not null, version integer not null, name text not null, slug text not null, scope text not null,
       constraint organization_pkey primary key (organization_id), constraint organization_is_tenant check (id = organization_id)`,
    ),
    ...tenantTable(
      'membership',
      `${entity}, user_id uuid not null, name text not null, email text not null, permission text not null,
       constraint membership_pkey primary key (organization_id, id),
       constraint membership_user_key unique (organization_id, user_id)`,
    ),
    ...tenantTable(
      'invitation',
      `${entity}, email text not null, permission text not null, expires timestamptz(3) not null,
       constraint invitation_pkey primary key (organization_id, id)`,
    ),
    ...tenantTable(
      'person',
      `${entity}, name text not null, email text, external_id text, kind text not null, unit text, site text, job_title text,
       manager_id uuid, "from" date, "to" date, weekly_hours double precision, cost_rate jsonb,
       constraint person_pkey primary key (organization_id, id),
       constraint person_external_id_key unique (organization_id, external_id),
       constraint person_period_check check ("to" is null or "from" is null or "from" <= "to")`,
    ),
    ...tenantTable(
      'role',
      `${entity}, key text not null, name text not null, mandatory boolean not null, aliases jsonb not null, responsibilities jsonb not null,
       competences jsonb not null, external text not null, needs_deputy boolean not null, fallback_key text,
       constraint role_pkey primary key (organization_id, id),
       constraint role_key_key unique (organization_id, key)`,
    ),
    ...tenantTable(
      'appointment',
      `${entity}, person_id uuid not null, role_id uuid not null, capacity text not null, "from" date not null, "to" date,
       hours_per_week double precision, appointed_by text, note text not null,
       constraint appointment_pkey primary key (organization_id, id),
       constraint appointment_period_check check ("to" is null or "from" <= "to")`,
    ),
    ...tenantTable(
      'accountability',
      `${entity}, requirement_id text not null, role_id uuid, person_id uuid, letters jsonb not null,
       constraint accountability_pkey primary key (organization_id, id),
       constraint accountability_cell_key unique nulls not distinct (organization_id, requirement_id, role_id, person_id),
       constraint accountability_holder_check check ((role_id is null) <> (person_id is null))`,
    ),
    ...tenantTable(
      'applicability',
      `${entity}, requirement_id text not null, applicable boolean not null, justification text not null, status text not null,
       constraint applicability_pkey primary key (organization_id, id),
       constraint applicability_requirement_key unique (organization_id, requirement_id)`,
    ),
    ...tenantTable(
      'compensating_control',
      `${entity}, rule text not null, person_id uuid not null, control text not null, approved_by text not null, expires date not null,
       constraint compensating_control_pkey primary key (organization_id, id)`,
    ),
    ...tenantTable(
      'trail_head',
      `organization_id uuid not null, sequence integer not null, hash text not null,
       constraint trail_head_pkey primary key (organization_id)`,
    ),
    ...tenantTable(
      'trail_entry',
      `organization_id uuid not null, sequence integer not null, recorded_at timestamptz(3) not null, change uuid not null,
       actor text not null, actor_name text not null, reason text not null, register text not null, subject text not null,
       operation text not null, before text, after text, hash text not null,
       constraint trail_entry_pkey primary key (organization_id, sequence)`,
    ),
    ...appendOnly('trail_entry'),
    ...tenantTable(
      'request_key',
      `organization_id uuid not null, key text not null, fingerprint text not null, change uuid not null, recorded_at timestamptz(3) not null,
       constraint request_key_pkey primary key (organization_id, key)`,
    ),
    'create index membership_by_user on membership (user_id)',
    'create index request_key_by_age on request_key (organization_id, recorded_at)',
    'create index trail_entry_by_change on trail_entry (organization_id, change)',
    `create index trail_entry_by_requirement on trail_entry (organization_id, ((coalesce(after, before)::jsonb) ->> 'requirementId'), sequence)
       where register in ('accountability', 'applicability')`,
    'create index trail_entry_by_subject on trail_entry (organization_id, subject, sequence)',
    'alter table person add constraint person_manager_fkey foreign key (organization_id, manager_id) references person (organization_id, id)',
    'alter table appointment add constraint appointment_person_fkey foreign key (organization_id, person_id) references person (organization_id, id)',
    'alter table appointment add constraint appointment_role_fkey foreign key (organization_id, role_id) references role (organization_id, id)',
    'alter table accountability add constraint accountability_role_fkey foreign key (organization_id, role_id) references role (organization_id, id)',
    'alter table accountability add constraint accountability_person_fkey foreign key (organization_id, person_id) references person (organization_id, id)',
    'alter table compensating_control add constraint compensating_control_person_fkey foreign key (organization_id, person_id) references person (organization_id, id)',
  ],
};
