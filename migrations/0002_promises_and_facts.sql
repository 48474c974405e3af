-- What was signed (agreements, objectives, commitments), what happened (activities, measurements, deals), and imports.

create table import_run (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kind text not null check (kind in ('partners','people','agreements','objectives','commitments','activities','measurements','deals')),
  state text not null check (state in ('uploaded','checking','checked','importing','imported','failed','undoing','undone')),
  file_name text not null,
  file_hash text not null,
  file_path text not null,
  options jsonb not null default '{}',
  rows_total bigint not null default 0,
  rows_done bigint not null default 0,
  rows_failed bigint not null default 0,
  summary jsonb not null default '{}',
  created_by text,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  finished_at timestamptz,
  undone_at timestamptz,
  primary key (workspace_id, id)
);
create unique index import_run_once on import_run (workspace_id, kind, file_hash) where state in ('importing','imported');
create index import_run_created on import_run (workspace_id, created_at desc, id desc);

create table import_error (
  workspace_id uuid not null references workspace,
  import_id uuid not null,
  line bigint not null,
  position integer not null,
  field text,
  header text,
  value text,
  reason text not null,
  params jsonb not null default '{}',
  cells jsonb not null default '[]',
  primary key (workspace_id, import_id, line, position),
  foreign key (workspace_id, import_id) references import_run on delete cascade
);

-- The mapping a person chose for a set of headers, offered again for the next file that has them.
create table import_mapping (
  workspace_id uuid not null references workspace,
  kind text not null,
  header_key text not null,
  options jsonb not null,
  updated_at timestamptz not null default now(),
  primary key (workspace_id, kind, header_key)
);

create table agreement (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  title text not null,
  state text not null default 'in_force' check (state in ('draft','negotiating','approving','signing','in_force','amended','expired','terminated','superseded')),
  signed_on date,
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  auto_renews boolean not null default false,
  notice_days integer check (notice_days between 0 and 3650),
  value_minor bigint,
  currency text not null check (currency ~ '^[A-Z]{3}$'),
  external_id text,
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade
);
create index agreement_partnership on agreement (workspace_id, partnership_id);
create index agreement_ends on agreement (workspace_id, ends_on) where ends_on is not null;

create table objective (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  agreement_id uuid not null,
  category text not null check (category in ('revenue','pipeline','market_access','technical_capability','enablement','customer_outcome')),
  metric text not null,
  title text not null,
  clause text,
  target numeric not null check (target > 0),
  unit text not null,
  starts_on date not null,
  ends_on date not null check (ends_on > starts_on),
  ramp text not null default 'linear' check (ramp in ('linear','s_curve','quarterly_steps')),
  weight numeric not null default 1 check (weight > 0),
  host_owner_id uuid,
  partner_owner_id uuid,
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade,
  foreign key (workspace_id, agreement_id) references agreement on delete cascade
);
create index objective_partnership on objective (workspace_id, partnership_id);

create table commitment (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  agreement_id uuid,
  owed_by text not null check (owed_by in ('host','partner')),
  title text not null,
  clause text,
  measure text not null check (measure in ('done_by_date','per_cadence','within_hours','amount_per_period')),
  cadence text not null check (cadence in ('once','weekly','monthly','quarterly','yearly')),
  amount numeric,
  unit text,
  within_hours numeric check (within_hours > 0),
  starts_on date not null,
  ends_on date check (ends_on >= starts_on),
  window_days integer not null default 0 check (window_days between 0 and 366),
  evidence_needed text not null default 'any' check (evidence_needed in ('any','file','record','confirmation')),
  weight numeric not null default 1 check (weight > 0),
  occurrences_until date,
  import_id uuid,
  version integer not null default 1,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade,
  foreign key (workspace_id, agreement_id) references agreement on delete cascade
);
create index commitment_partnership on commitment (workspace_id, partnership_id);

create table occurrence (
  workspace_id uuid not null references workspace,
  id uuid not null,
  commitment_id uuid not null,
  partnership_id uuid not null,
  owed_by text not null check (owed_by in ('host','partner')),
  due_on date not null,
  first_due_on date not null,
  state text not null default 'upcoming' check (state in ('upcoming','due','kept','kept_late','missed','waived','re_agreed','disputed')),
  closed_on date,
  recorded_at timestamptz,
  re_dated integer not null default 0,
  note text,
  import_id uuid,
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, commitment_id, first_due_on),
  foreign key (workspace_id, commitment_id) references commitment on delete cascade,
  foreign key (workspace_id, partnership_id) references partnership on delete cascade
);
create index occurrence_due on occurrence (workspace_id, state, due_on);
create index occurrence_partnership on occurrence (workspace_id, partnership_id, due_on);

-- Why an occurrence counts as kept: a record, a link, a file's name, or the other side's word.
create table evidence (
  workspace_id uuid not null references workspace,
  id uuid not null,
  occurrence_id uuid not null,
  partnership_id uuid not null,
  kind text not null check (kind in ('activity','link','note','confirmation')),
  activity_id uuid,
  url text,
  note text,
  given_by_side text not null check (given_by_side in ('host','partner')),
  given_by text,
  given_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, occurrence_id) references occurrence on delete cascade,
  foreign key (workspace_id, partnership_id) references partnership on delete cascade
);
create index evidence_occurrence on evidence (workspace_id, occurrence_id);

-- Any joint or customer-facing act. Facts are never edited: a wrong one is retracted, so that "as known on" stays true.
create table activity (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  kind text not null,
  direction text not null default 'two_way' check (direction in ('two_way','from_host','from_partner')),
  occurred_at timestamptz not null,
  recorded_at timestamptz not null default now(),
  person text,
  contact_id uuid,
  summary text,
  effort_minutes integer check (effort_minutes >= 0),
  visibility text not null default 'shared' check (visibility in ('shared','host','partner')),
  source text not null default 'manual',
  external_id text,
  import_id uuid,
  retracted_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade
);
create index activity_partnership on activity (workspace_id, partnership_id, occurred_at desc, id desc);
create index activity_import on activity (workspace_id, import_id) where import_id is not null;
create unique index activity_external on activity (workspace_id, source, external_id) where external_id is not null and retracted_at is null;

create table measurement (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  signal text not null,
  side text not null check (side in ('host','partner','both')),
  period_start date not null,
  period_days integer not null default 7 check (period_days > 0),
  value numeric not null,
  expected numeric,
  n numeric,
  state text not null default 'agreed' check (state in ('agreed','disputed','superseded')),
  source text not null default 'manual',
  recorded_at timestamptz not null default now(),
  import_id uuid,
  retracted_at timestamptz,
  visibility text not null default 'shared' check (visibility in ('shared','host','partner')),
  primary key (workspace_id, id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade
);
create index measurement_partnership on measurement (workspace_id, partnership_id, signal, period_start);
create index measurement_import on measurement (workspace_id, import_id) where import_id is not null;

create table deal (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  name text not null,
  customer text,
  customer_domain text,
  amount_minor bigint,
  currency text check (currency ~ '^[A-Z]{3}$'),
  state text not null check (state in ('draft','submitted','in_review','info_requested','approved','rejected','extended','won','lost','expired','withdrawn')),
  registered_by text not null default 'partner' check (registered_by in ('host','partner')),
  registered_at timestamptz not null,
  answered_at timestamptz,
  close_on date,
  closed_on date,
  recorded_at timestamptz not null default now(),
  external_id text,
  import_id uuid,
  retracted_at timestamptz,
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade
);
create index deal_partnership on deal (workspace_id, partnership_id, registered_at desc, id desc);
create index deal_import on deal (workspace_id, import_id) where import_id is not null;
create unique index deal_external on deal (workspace_id, external_id) where external_id is not null and retracted_at is null;

-- Notes that one side keeps for itself.
create table note (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  visibility text not null check (visibility in ('shared','host','partner')),
  body text not null,
  author_id text not null,
  author_name text not null,
  created_at timestamptz not null default now(),
  primary key (workspace_id, id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade
);
create index note_partnership on note (workspace_id, partnership_id, id desc);
