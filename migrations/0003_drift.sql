-- Signals, findings and drift cases; what people are told.

-- A partnership's weekly series, packed: one row per signal, values as little-endian float32 per week (NaN is missing).
-- Derived from the facts above; rebuilt for the partnerships that changed.
create table signal_series (
  workspace_id uuid not null references workspace,
  partnership_id uuid not null,
  signal text not null,
  side text not null check (side in ('host','partner','both')),
  first_week integer not null,
  weeks integer not null,
  actual bytea not null,
  expected bytea,
  n bytea,
  computed_at timestamptz not null,
  primary key (workspace_id, partnership_id, signal, side),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade
);

-- Partnerships whose facts changed since their last scan.
create table stale_partnership (
  workspace_id uuid not null references workspace,
  partnership_id uuid not null,
  touched_at timestamptz not null default now(),
  primary key (workspace_id, partnership_id)
);

-- The latest finding per partnership: what the portfolio shows.
create table drift_finding (
  workspace_id uuid not null references workspace,
  partnership_id uuid not null,
  as_of date not null,
  scored boolean not null,
  drifting boolean not null,
  probability numeric not null,
  onset_on date,
  first_side text check (first_side in ('host','partner','both','undetermined')),
  finding jsonb not null,
  computed_at timestamptz not null,
  primary key (workspace_id, partnership_id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade
);
create index drift_finding_drifting on drift_finding (workspace_id, drifting, onset_on);

create table drift_case (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  state text not null check (state in ('open','recovered','accepted','dismissed','ended')),
  onset_on date not null,
  onset_low date not null,
  onset_high date not null,
  detected_on date not null,
  probability numeric not null,
  first_side text not null check (first_side in ('host','partner','both','undetermined')),
  cause text,
  confirmed_cause text,
  confirmed_by text,
  confirmed_at timestamptz,
  close_reason text,
  finding jsonb not null,
  version integer not null default 1,
  opened_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  closed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade
);
create unique index drift_case_one_open on drift_case (workspace_id, partnership_id) where state = 'open';
create index drift_case_partnership on drift_case (workspace_id, partnership_id, onset_on desc);

create table drift_scan (
  workspace_id uuid not null references workspace,
  id uuid not null,
  state text not null check (state in ('queued','running','finished','failed')),
  as_of date not null,
  is_full boolean not null default false,
  partnerships_total integer not null default 0,
  partnerships_done integer not null default 0,
  requested_by text,
  created_at timestamptz not null default now(),
  finished_at timestamptz,
  primary key (workspace_id, id)
);
create index drift_scan_created on drift_scan (workspace_id, created_at desc);

create table notification (
  workspace_id uuid not null references workspace,
  id uuid not null,
  user_id text not null,
  kind text not null,
  partnership_id uuid,
  dedupe_key text not null,
  payload jsonb not null default '{}',
  created_at timestamptz not null default now(),
  read_at timestamptz,
  mailed_at timestamptz,
  primary key (workspace_id, id),
  unique (workspace_id, user_id, dedupe_key)
);
create index notification_user on notification (workspace_id, user_id, created_at desc, id desc);

create table notification_preference (
  workspace_id uuid not null references workspace,
  user_id text not null,
  kind text not null,
  in_app boolean not null default true,
  mail text not null default 'instant' check (mail in ('none','instant','daily','weekly')),
  primary key (workspace_id, user_id, kind)
);

create table saved_view (
  workspace_id uuid not null references workspace,
  id uuid not null,
  user_id text not null,
  place text not null,
  name text not null,
  search jsonb not null,
  is_shared boolean not null default false,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id)
);
