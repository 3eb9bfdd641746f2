import { tenantTable, type Migration } from '../migration.ts';
import { APP_ROLE } from '../role.ts';

const entity = 'organization_id uuid not null, id uuid not null, version integer not null';
const key = (table: string): string => `constraint ${table}_pkey primary key (organization_id, id)`;
const reference = (table: string, column: string, target: string): string =>
  `alter table ${table} add constraint ${table}_${column.replace(/_id$/, '')}_fkey foreign key (organization_id, ${column}) references ${target} (organization_id, id)`;

/** Competence required and held, its evidence, training, awareness, reminders; and who of the register an account is. */
export const competenceAndTraining: Migration = {
  id: 4,
  name: 'competence and training',
  statements: [
    'alter table membership add column person_id uuid',
    'alter table invitation add column person_id uuid',
    'alter table role add column competences_requested_by uuid',
    'alter table role add column competences_approval jsonb',
    // The door tells who of the register the member is.
    'drop function entrance(uuid, uuid)',
    `create function entrance(the_user uuid, the_organization uuid)
       returns table (permission text, name text, person_id uuid, sequence integer, hash text)
       language sql stable security definer set search_path = public as
       $$ select m.permission, m.name, m.person_id, h.sequence, h.hash from membership m
          join trail_head h on h.organization_id = m.organization_id
          where m.organization_id = the_organization and m.user_id = the_user $$`,
    'drop function memberships_of(uuid)',
    `create function memberships_of(the_user uuid)
       returns table (organization_id uuid, name text, slug text, permission text, person_id uuid)
       language sql stable security definer set search_path = public as
       $$ select m.organization_id, o.name, o.slug, m.permission, m.person_id from membership m
          join organization o on o.organization_id = m.organization_id where m.user_id = the_user order by o.name, o.organization_id $$`,
    'revoke all on function entrance(uuid, uuid), memberships_of(uuid) from public',
    `grant execute on function entrance(uuid, uuid), memberships_of(uuid) to ${APP_ROLE}`,
    ...tenantTable(
      'competence_framework',
      `${entity}, key text not null, kind text not null, name text not null, edition text, publisher text, licence text not null, source text,
       ${key('competence_framework')}, constraint competence_framework_key_key unique (organization_id, key)`,
    ),
    ...tenantTable(
      'competence',
      `${entity}, key text not null, competence_framework_id uuid, kind text not null, name text not null, description text not null, "group" text,
       aliases jsonb not null, refresh_months integer, levels jsonb not null, retired boolean not null,
       ${key('competence')}, constraint competence_key_key unique (organization_id, key)`,
    ),
    ...tenantTable(
      'competence_mapping',
      `${entity}, "from" text not null, "to" text not null, relation text not null, note text not null,
       ${key('competence_mapping')}, constraint competence_mapping_pair_key unique (organization_id, "from", "to")`,
    ),
    ...tenantTable(
      'work_role',
      `${entity}, competence_framework_id uuid not null, key text not null, title text not null, alternative_titles jsonb not null, "group" text, mission text not null,
       tasks jsonb not null, deliverables jsonb not null, competences jsonb not null,
       ${key('work_role')}, constraint work_role_key_key unique (organization_id, key)`,
    ),
    ...tenantTable(
      'evidence',
      `${entity}, name text not null, sha256 text not null, bytes integer not null, media_type text not null, person_id uuid, note text not null,
       uploaded_by uuid, uploaded_on date not null, scan text not null, ${key('evidence')}`,
    ),
    ...tenantTable(
      'competence_assessment',
      `${entity}, person_id uuid not null, competence text not null, level integer not null, "on" date not null, method text not null,
       assessor_id uuid, assessor_name text, evidence_kind text, reference text, evidence_ids jsonb not null, "to" date, refresh_months integer,
       note text not null, recorded_by uuid, claim jsonb, ${key('competence_assessment')}`,
    ),
    ...tenantTable(
      'requirement_competence',
      `${entity}, requirement_id text not null, competence text not null, level integer not null, required boolean not null, reason text not null,
       requested_by uuid, approval jsonb, ${key('requirement_competence')},
       constraint requirement_competence_pair_key unique (organization_id, requirement_id, competence)`,
    ),
    ...tenantTable(
      'measure',
      `${entity}, name text not null, kind text not null, description text not null, provider text, cost jsonb, hours double precision,
       competences jsonb not null, evidence_kind text, repeat_months integer, effectiveness jsonb, audience jsonb, withdrawn boolean not null,
       ${key('measure')}`,
    ),
    ...tenantTable(
      'training_session',
      `${entity}, measure_id uuid not null, "on" date not null, starts_at text, ends_at text, time_zone text not null, place text, trainer text,
       capacity integer, cost jsonb, state text not null, note text not null, ${key('training_session')}`,
    ),
    ...tenantTable(
      'training',
      `${entity}, person_id uuid not null, measure_id uuid not null, role_id uuid, competence text, level integer, reason text not null,
       due date not null, state text not null, session_id uuid, completed_on date, evidence_ids jsonb not null, note text not null, reported jsonb,
       cost jsonb, effectiveness jsonb, requested_by uuid, approval jsonb, ${key('training')}`,
    ),
    ...tenantTable(
      'campaign',
      `${entity}, title text not null, message text not null, link text, evidence_id uuid, topics jsonb not null, audience jsonb not null,
       "from" date not null, due date not null, state text not null, questions jsonb not null, pass_share double precision not null,
       remind_days integer, repeat_months integer, ${key('campaign')},
       constraint campaign_period_check check ("from" <= due)`,
    ),
    ...tenantTable(
      'acknowledgement',
      `${entity}, campaign_id uuid not null, person_id uuid not null, "on" date not null, score jsonb, user_id uuid, ${key('acknowledgement')},
       constraint acknowledgement_person_key unique (organization_id, campaign_id, person_id)`,
    ),
    ...tenantTable(
      'reminder_setting',
      `${entity}, kind text not null, "on" boolean not null, reason text not null, ${key('reminder_setting')},
       constraint reminder_setting_kind_key unique (organization_id, kind)`,
    ),
    // What was sent to whom: no facts of the organization, so no register and not on the trail. `content` is what is still to be sent.
    ...tenantTable(
      'mail',
      `organization_id uuid not null, id uuid not null, person_id uuid, recipient text not null, kind text not null, subject text not null,
       made_at timestamptz(3) not null, state text not null, attempts integer not null, claimed_at timestamptz(3), sent_at timestamptz(3),
       error text, content jsonb, ${key('mail')}`,
    ),
    // What somebody was told already, so that nobody is told twice: of which reminder, at which step.
    ...tenantTable(
      'reminder_told',
      `organization_id uuid not null, recipient text not null, reminder text not null, step text not null, told_on date not null,
       constraint reminder_told_pkey primary key (organization_id, recipient, reminder, step)`,
    ),
    'create index mail_by_age on mail (organization_id, made_at, id)',
    "create index mail_to_send on mail (organization_id, claimed_at) where state in ('waiting', 'sending')",
    reference('membership', 'person_id', 'person'),
    reference('invitation', 'person_id', 'person'),
    reference('competence', 'competence_framework_id', 'competence_framework'),
    reference('work_role', 'competence_framework_id', 'competence_framework'),
    reference('evidence', 'person_id', 'person'),
    reference('competence_assessment', 'person_id', 'person'),
    reference('competence_assessment', 'assessor_id', 'person'),
    reference('training_session', 'measure_id', 'measure'),
    reference('training', 'person_id', 'person'),
    reference('training', 'measure_id', 'measure'),
    reference('training', 'role_id', 'role'),
    reference('training', 'session_id', 'training_session'),
    reference('campaign', 'evidence_id', 'evidence'),
    reference('acknowledgement', 'campaign_id', 'campaign'),
    reference('acknowledgement', 'person_id', 'person'),
  ],
};
