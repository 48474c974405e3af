-- Foundation: extensions, the application's role, tenancy helpers, workspaces and their people, the ledger.
-- Every tenant table has workspace_id first in its primary key, unique constraints and foreign keys (docs/decisions/0002).

create extension if not exists pg_trgm;
create extension if not exists unaccent;
create extension if not exists btree_gin;

-- The role every request and job runs under. It owns nothing and cannot bypass row-level security.
do $$ begin
  if not exists (select from pg_roles where rolname = 'keelson_app') then create role keelson_app nologin; end if;
  execute format('grant keelson_app to %I', current_user);
end $$;
grant usage on schema public to keelson_app;

-- unaccent() is only STABLE because its dictionary could change; ours does not, and an index needs IMMUTABLE.
create function name_key(name text) returns text language sql immutable parallel safe
  as $$ select lower(public.unaccent('public.unaccent', name)) $$;

-- One tenant: the host company that runs the workspace. Read through workspace_access() before a workspace is chosen.
create table workspace (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,39}$'),
  name text not null,
  time_zone text not null default 'UTC',
  country text check (country ~ '^[A-Z]{2}$'),
  currency text not null default 'EUR' check (currency ~ '^[A-Z]{3}$'),
  is_demo boolean not null default false,
  false_alarms_per_year numeric not null default 0.05 check (false_alarms_per_year > 0),
  version integer not null default 1,
  created_at timestamptz not null default now()
);

create table member (
  workspace_id uuid not null references workspace,
  id uuid not null,
  user_id text not null,
  name text not null,
  email text not null,
  role text not null check (role in ('owner','admin','partner_manager','executive','contributor','finance','viewer')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  deactivated_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, user_id)
);
create index member_user on member (user_id);

create table organization (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  domains text[] not null default '{}',
  registration_number text,
  country text check (country ~ '^[A-Z]{2}$'),
  website text,
  regions text[] not null default '{}',
  industries text[] not null default '{}',
  capabilities text[] not null default '{}',
  languages text[] not null default '{}',
  size text,
  parent_id uuid,
  external_id text,
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, external_id),
  foreign key (workspace_id, parent_id) references organization
);
create index organization_name on organization (workspace_id, name, id);
create index organization_name_search on organization using gin (workspace_id, name_key(name) gin_trgm_ops);
create index organization_domain on organization using gin (workspace_id, domains);
create index organization_import on organization (workspace_id, import_id) where import_id is not null;

create table partner_user (
  workspace_id uuid not null references workspace,
  id uuid not null,
  user_id text not null,
  name text not null,
  email text not null,
  organization_id uuid not null,
  role text not null check (role in ('partner_admin','seller','marketer','technical','executive')),
  version integer not null default 1,
  created_at timestamptz not null default now(),
  deactivated_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, user_id, organization_id),
  foreign key (workspace_id, organization_id) references organization
);
create index partner_user_user on partner_user (user_id);

create table invitation (
  workspace_id uuid not null references workspace,
  id uuid not null,
  email text not null,
  side text not null check (side in ('host','partner')),
  role text not null,
  organization_id uuid,
  token_hash text not null,
  invited_by uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  accepted_at timestamptz,
  revoked_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, token_hash),
  foreign key (workspace_id, organization_id) references organization,
  check ((side = 'partner') = (organization_id is not null))
);

create table partnership (
  workspace_id uuid not null references workspace,
  id uuid not null,
  organization_id uuid not null,
  name text not null,
  type text not null check (type in ('reseller','distributor','msp','integrator','isv','integration','referral','co_marketing','joint_solution','strategic_alliance','consortium')),
  stage text not null default 'active' check (stage in ('identified','qualifying','negotiating','onboarding','active','renewing','ended','declined','paused')),
  owner_id uuid,
  region text,
  tier text,
  program text,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  started_on date,
  ended_on date,
  reason text,
  external_id text,
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id),
  unique (workspace_id, external_id),
  foreign key (workspace_id, organization_id) references organization,
  foreign key (workspace_id, owner_id) references member
);
create index partnership_name on partnership (workspace_id, name, id);
create index partnership_updated on partnership (workspace_id, updated_at, id);
create index partnership_organization on partnership (workspace_id, organization_id);
create index partnership_owner on partnership (workspace_id, owner_id);
create index partnership_search on partnership using gin (workspace_id, name_key(name) gin_trgm_ops);
create index partnership_import on partnership (workspace_id, import_id) where import_id is not null;

-- The further companies of a consortium; the leading one is partnership.organization_id.
create table partnership_party (
  workspace_id uuid not null references workspace,
  partnership_id uuid not null,
  organization_id uuid not null,
  joined_on date,
  left_on date,
  primary key (workspace_id, partnership_id, organization_id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade,
  foreign key (workspace_id, organization_id) references organization
);

create table contact (
  workspace_id uuid not null references workspace,
  id uuid not null,
  side text not null check (side in ('host','partner')),
  organization_id uuid,
  name text not null,
  email text,
  title text,
  phone text,
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, organization_id) references organization,
  check ((side = 'partner') = (organization_id is not null))
);
create index contact_organization on contact (workspace_id, organization_id);
create index contact_email on contact (workspace_id, lower(email));

-- Who held which role from when to when. Rows are closed, never overwritten; a vacancy is what they leave open.
create table role_assignment (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  contact_id uuid not null,
  role text not null check (role in ('executive_sponsor','alliance_manager','champion','sales','marketing','technical_lead','finance','legal')),
  side text not null check (side in ('host','partner')),
  from_on date not null,
  to_on date check (to_on >= from_on),
  recorded_at timestamptz not null default now(),
  ended_recorded_at timestamptz,
  import_id uuid,
  primary key (workspace_id, id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade,
  foreign key (workspace_id, contact_id) references contact on delete cascade
);
create index role_assignment_partnership on role_assignment (workspace_id, partnership_id, role, from_on);

-- The ledger: audit log, outbox, timeline and evidence in one. Append-only by privilege.
create table event (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kind text not null,
  subject_type text not null,
  subject_id uuid not null,
  partnership_id uuid,
  side text not null check (side in ('host','partner')),
  visibility text not null default 'shared' check (visibility in ('shared','host','partner')),
  actor_kind text not null check (actor_kind in ('member','partner-user','system')),
  actor_id text,
  source text not null,
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  payload jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index event_partnership on event (workspace_id, partnership_id, occurred_at desc, id desc);
create index event_recorded on event (workspace_id, recorded_at desc, id desc);
create index event_subject on event (workspace_id, subject_id, id desc);

-- What was answered to a creation that carried an Idempotency-Key, so that a retry makes one thing.
create table idempotency_key (
  workspace_id uuid not null references workspace,
  key text not null,
  actor_id text not null,
  endpoint text not null,
  request_hash text not null,
  status integer not null,
  answer jsonb not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, actor_id, key)
);
create index idempotency_key_created on idempotency_key (workspace_id, created_at);
