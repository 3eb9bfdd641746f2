import { tenantTable, type Migration } from '../migration.ts';
import { APP_ROLE } from '../role.ts';

const entity = 'organization_id uuid not null, id uuid not null, version integer not null';
const key = (table: string): string => `constraint ${table}_pkey primary key (organization_id, id)`;
const reference = (table: string, column: string, target: string): string =>
  `alter table ${table} add constraint ${table}_${column.replace(/_id$/, '')}_fkey foreign key (organization_id, ${column}) references ${target} (organization_id, id)`;

/**
 * The one way to change the trail, for a role that may not: entries forget what an erasure lists, right after it was
 * recorded (the head still stands at its change) and in its own organization. Place, actor, moment and hash stay.
 */
const forgetEntries = `create function forget_entries(the_organization uuid, the_erasure integer, the_entries jsonb)
  returns void language plpgsql security definer set search_path = public, pg_temp as $$
  declare
    the_change uuid;
    listed jsonb;
    entry record;
  begin
    if the_organization::text is distinct from current_setting('app.organization_id', true) then
      raise exception 'not the organization of this transaction' using errcode = 'insufficient_privilege';
    end if;
    select e.change, coalesce((select jsonb_object_agg(l.entry ->> 'sequence', true) from jsonb_array_elements(e.after::jsonb -> 'entries') as l (entry)), '{}')
      into the_change, listed from trail_entry e
      where e.organization_id = the_organization and e.sequence = the_erasure and e.register = 'erasure' and e.operation = 'create';
    if the_change is null or the_change is distinct from (
      select e.change from trail_entry e where e.organization_id = the_organization
        and e.sequence = (select h.sequence from trail_head h where h.organization_id = the_organization)) then
      raise exception 'entry % is not an erasure that was just recorded', the_erasure using errcode = 'insufficient_privilege';
    end if;
    for entry in select * from jsonb_to_recordset(the_entries) as r (sequence integer, before text, after text, reason text) loop
      if entry.sequence >= the_erasure or not jsonb_exists(listed, entry.sequence::text) then
        raise exception 'entry % is not listed by erasure %', entry.sequence, the_erasure using errcode = 'insufficient_privilege';
      end if;
      update trail_entry set before = entry.before, after = entry.after, reason = entry.reason, nonce = null, erased_by = the_erasure
        where organization_id = the_organization and sequence = entry.sequence
          and (before is null) = (entry.before is null) and (after is null) = (entry.after is null);
      if not found then
        raise exception 'entry % cannot be made to forget so', entry.sequence using errcode = 'insufficient_privilege';
      end if;
    end loop;
  end $$`;

/** Units, absences, frameworks, own rules, the formal way, tuning, versions of documents; and what rows and entries gained. */
export const accountabilityInFull: Migration = {
  id: 3,
  name: 'accountability in full',
  statements: [
    `alter table person add column earlier_periods jsonb not null default '[]'`,
    `alter table person add column terms jsonb not null default '[]'`,
    'alter table person add column erased_on date',
    `alter table person add column distinct_from jsonb not null default '[]'`,
    'alter table role add column minimum_holders integer not null default 0',
    'alter table appointment add column requested_by uuid',
    'alter table appointment add column approval jsonb',
    'alter table applicability add column status_on date',
    `alter table applicability add column reasons jsonb not null default '[]'`,
    `alter table applicability add column evidence jsonb not null default '[]'`,
    'alter table compensating_control add column owner_id uuid',
    // Random text that an entry's hash covers, so that what was erased cannot be guessed from the hash; and the entry that erased it.
    'alter table trail_entry add column nonce text',
    'alter table trail_entry add column erased_by integer',
    forgetEntries,
    'revoke all on function forget_entries(uuid, integer, jsonb) from public',
    `grant execute on function forget_entries(uuid, integer, jsonb) to ${APP_ROLE}`,
    ...tenantTable(
      'unit',
      `${entity}, kind text not null, name text not null, parent_id uuid, head_id uuid, note text not null, ${key('unit')}`,
    ),
    ...tenantTable(
      'absence',
      `${entity}, person_id uuid not null, kind text not null, "from" date not null, "to" date not null, note text not null, ${key('absence')},
       constraint absence_period_check check ("from" < "to")`,
    ),
    ...tenantTable(
      'erasure',
      `${entity}, person_id uuid not null, "on" date not null, reason text not null, entries jsonb not null, ${key('erasure')}`,
    ),
    ...tenantTable(
      'framework',
      `${entity}, key text not null, name text not null, edition text, publisher text, licence text not null, format text not null, ${key('framework')},
       constraint framework_key_key unique (organization_id, key)`,
    ),
    ...tenantTable(
      'framework_requirement',
      `${entity}, framework_id uuid not null, requirement_id text not null, reference text not null, title text not null, text text not null,
       parent text, assessable boolean not null, position integer not null, ${key('framework_requirement')},
       constraint framework_requirement_requirement_key unique (organization_id, requirement_id)`,
    ),
    ...tenantTable(
      'requirement_mapping',
      `${entity}, requirement_id text not null, mapped_to text not null, note text not null, ${key('requirement_mapping')},
       constraint requirement_mapping_pair_key unique (organization_id, requirement_id, mapped_to)`,
    ),
    ...tenantTable(
      'segregation_rule',
      `${entity}, key text not null, kind text not null, a text not null, b text not null, title text not null, reason text not null,
       severity text not null, "references" jsonb not null, compensating_control text, ${key('segregation_rule')},
       constraint segregation_rule_key_key unique (organization_id, key)`,
    ),
    ...tenantTable(
      'duty',
      `${entity}, activity text not null, role_id uuid, person_id uuid, requirement_ids jsonb not null, scope text, "from" date, "to" date, ${key('duty')},
       constraint duty_holder_check check ((role_id is null) <> (person_id is null)),
       constraint duty_period_check check ("to" is null or "from" is null or "from" <= "to")`,
    ),
    ...tenantTable(
      'project',
      `${entity}, name text not null, purpose text not null, manager_id uuid not null, member_ids jsonb not null, "from" date not null, "to" date,
       state text not null, ${key('project')},
       constraint project_period_check check ("to" is null or "from" <= "to")`,
    ),
    ...tenantTable(
      'analysis',
      `${entity}, project_id uuid not null, requirement_id text not null, calls_for text not null, at_hand text not null, verdict text, gap text not null,
       ${key('analysis')},
       constraint analysis_requirement_key unique (organization_id, project_id, requirement_id)`,
    ),
    ...tenantTable(
      'action',
      `${entity}, title text not null, description text not null, owner_id uuid not null, due date not null, state text not null, closed_on date,
       requirement_id text, project_id uuid, ${key('action')}`,
    ),
    ...tenantTable(
      'rule_setting',
      `${entity}, rule text not null, "on" boolean not null, severity text, "limit" double precision, reason text not null, ${key('rule_setting')},
       constraint rule_setting_rule_key unique (organization_id, rule)`,
    ),
    ...tenantTable(
      'column_mapping',
      `${entity}, kind text not null, source text not null, name text not null, columns jsonb not null, ${key('column_mapping')}`,
    ),
    ...tenantTable(
      'document_version',
      `${entity}, document text not null, number integer not null, note text not null, requested_by uuid, requested_by_name text not null,
       requested_on date not null, sequence integer not null, hash text not null, recorded_at timestamptz(3) not null, marks jsonb not null, decision jsonb,
       ${key('document_version')},
       constraint document_version_number_key unique (organization_id, document, number)`,
    ),
    reference('unit', 'parent_id', 'unit'),
    reference('unit', 'head_id', 'person'),
    reference('absence', 'person_id', 'person'),
    reference('erasure', 'person_id', 'person'),
    reference('framework_requirement', 'framework_id', 'framework'),
    reference('duty', 'role_id', 'role'),
    reference('duty', 'person_id', 'person'),
    reference('compensating_control', 'owner_id', 'person'),
    reference('project', 'manager_id', 'person'),
    reference('analysis', 'project_id', 'project'),
    reference('action', 'owner_id', 'person'),
    reference('action', 'project_id', 'project'),
  ],
};
