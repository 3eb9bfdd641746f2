import type { Migration } from '../migration.ts';
import { APP_ROLE } from '../role.ts';

/** Tables of the accounts library, in a schema and with names of its choosing; ours beside them hold only hashes of tokens. */
export const accounts: Migration = {
  id: 2,
  name: 'accounts',
  statements: [
    'create schema auth',
    `create table auth."user" (id uuid primary key, name text not null, email text not null unique, "emailVerified" boolean not null,
       image text, "createdAt" timestamptz not null, "updatedAt" timestamptz not null)`,
    `create table auth.session (id uuid primary key, "expiresAt" timestamptz not null, token text not null unique, "createdAt" timestamptz not null,
       "updatedAt" timestamptz not null, "ipAddress" text, "userAgent" text,
       "userId" uuid not null references auth."user" (id) on delete cascade)`,
    'create index session_by_user on auth.session ("userId")',
    `create table auth.account (id uuid primary key, "accountId" text not null, "providerId" text not null,
       "userId" uuid not null references auth."user" (id) on delete cascade, "accessToken" text, "refreshToken" text, "idToken" text,
       "accessTokenExpiresAt" timestamptz, "refreshTokenExpiresAt" timestamptz, scope text, password text,
       "createdAt" timestamptz not null, "updatedAt" timestamptz not null)`,
    'create index account_by_user on auth.account ("userId")',
    `create table auth.verification (id uuid primary key, identifier text not null, value text not null, "expiresAt" timestamptz not null,
       "createdAt" timestamptz not null, "updatedAt" timestamptz not null)`,
    'create index verification_by_identifier on auth.verification (identifier)',
    'create table auth."rateLimit" (id uuid primary key, key text not null unique, count integer not null, "lastRequest" bigint not null)',
    'create table auth.setup_token (hash text primary key, created_at timestamptz not null, used_at timestamptz)',
    `create table auth.invitation_token (hash text primary key, organization_id uuid not null, invitation_id uuid not null,
       expires timestamptz not null)`,
    `grant usage on schema auth to ${APP_ROLE}`,
    `grant select, insert, update, delete on all tables in schema auth to ${APP_ROLE}`,
    // The two questions asked before an organization is entered. They run as the owner, so row level security does not apply.
    `create function memberships_of(the_user uuid)
       returns table (organization_id uuid, name text, slug text, permission text)
       language sql stable security definer set search_path = public as
       $$ select m.organization_id, o.name, o.slug, m.permission from membership m
          join organization o on o.organization_id = m.organization_id where m.user_id = the_user order by o.name, o.organization_id $$`,
    `create function entrance(the_user uuid, the_organization uuid)
       returns table (permission text, name text, sequence integer, hash text)
       language sql stable security definer set search_path = public as
       $$ select m.permission, m.name, h.sequence, h.hash from membership m
          join trail_head h on h.organization_id = m.organization_id
          where m.organization_id = the_organization and m.user_id = the_user $$`,
    `create function organizations_here()
       returns table (organization_id uuid, name text, slug text)
       language sql stable security definer set search_path = public as
       $$ select organization_id, name, slug from organization order by slug, organization_id $$`,
    'revoke all on function memberships_of(uuid), entrance(uuid, uuid), organizations_here() from public',
    `grant execute on function memberships_of(uuid), entrance(uuid, uuid), organizations_here() to ${APP_ROLE}`,
  ],
};
