-- Promised times in business hours: calendars, what is promised, and the clocks that run for it.

create table calendar (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null check (length(name) between 1 and 80),
  time_zone text not null,
  country text check (country ~ '^[A-Z]{2}$'),
  region text check (length(region) <= 10),
  -- Monday to Sunday, each a list of { from, to } in minutes after midnight.
  weekly jsonb not null check (jsonb_array_length(weekly) = 7),
  -- Days that are open otherwise: { on, open }.
  days jsonb not null check (jsonb_array_length(days) <= 400),
  is_usual boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, name)
);
create unique index calendar_usual on calendar (workspace_id) where is_usual;

-- How soon something is answered, in versions: the one in force at submission holds.
create table response_target (
  workspace_id uuid not null references workspace,
  id uuid not null,
  promise text not null check (promise in ('deal_answer')),
  promised_minutes integer check (promised_minutes between 1 and 600000),
  warn_minutes integer check (warn_minutes > 0 and warn_minutes < promised_minutes),
  in_force_from date not null,
  recorded_at timestamptz not null,
  primary key (workspace_id, id)
);
create index response_target_in_force on response_target (workspace_id, promise, in_force_from desc, recorded_at desc);

-- What was promised, by which calendars and with which questions stands in the clock itself: nothing that is changed later changes it.
create table clock (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  -- Who promised.
  party_id uuid not null,
  promise text not null check (promise in ('deal_answer')),
  subject_kind text not null check (length(subject_kind) <= 40),
  subject_id uuid not null,
  promised_minutes integer,
  warn_minutes integer,
  started_at timestamptz not null,
  made_at timestamptz not null,
  calendar_id uuid,
  course jsonb not null check (jsonb_array_length(course) <= 50),
  questions jsonb not null check (jsonb_array_length(questions) <= 100),
  due_at timestamptz,
  warn_at timestamptz,
  warned_at timestamptz,
  -- When it was found that the due time had passed; it passed at due_at.
  breach_found_at timestamptz,
  stopped_at timestamptz,
  cancelled_at timestamptz,
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade,
  check (stopped_at is null or cancelled_at is null),
  check (breach_found_at is null or breach_found_at > due_at)
);
-- One clock of a kind at a time for a thing.
create unique index clock_subject on clock (workspace_id, subject_kind, subject_id, promise) where cancelled_at is null;
create index clock_partnership on clock (workspace_id, partnership_id);
create index clock_running on clock (workspace_id, due_at) where stopped_at is null and cancelled_at is null;

-- Partners read what times they were promised and by which calendar; only the host says so.
select protect('calendar', 'every partner');
select protect('response_target', 'every partner');
select protect('clock', 'partnership');
