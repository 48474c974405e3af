-- A partner program. What is being written stands in draft; what partners are evaluated by is a version.
create table program (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  -- The type of partnership that it is for; null is for all.
  partnership_type text,
  draft jsonb not null,
  -- What one unit of other currencies was worth, from a day on.
  rates jsonb not null default '[]',
  -- The latest version; null before the first.
  published integer,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);
create index program_name on program (workspace_id, name collate "und-x-icu", id);
select protect('program', 'host');
select personal('program', '{"name": "words", "partnership_type": "nobody", "draft": "words", "rates": "nobody"}');

-- Never changed: it holds from its day until the next one's.
create table program_version (
  workspace_id uuid not null references workspace,
  id uuid not null,
  program_id uuid not null,
  number integer not null,
  terms jsonb not null,
  holds_from date not null,
  published_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, program_id, number),
  foreign key (workspace_id, program_id) references program on delete cascade
);
select protect('program_version', 'host');
select personal('program_version', '{"terms": "words"}');

-- A partnership in a program: which tier it has, and how it stands. Both sides read it.
create table enrolment (
  workspace_id uuid not null references workspace,
  id uuid not null,
  program_id uuid not null,
  partnership_id uuid not null,
  tier text,
  tier_since date,
  -- The last day of a tier that is not met any more.
  grace_until date,
  -- What somebody said by hand, by requirement.
  by_hand jsonb not null default '{}',
  -- How it stood when it was last looked at, in the words of the terms of that day.
  standing jsonb,
  standing_on date,
  -- The last day on which its tier was decided.
  evaluated_on date,
  enrolled_at timestamptz not null,
  ended_on date,
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, program_id) references program,
  foreign key (workspace_id, partnership_id) references partnership on delete cascade
);
create unique index enrolment_once on enrolment (workspace_id, program_id, partnership_id) where ended_on is null;
create index enrolment_partnership on enrolment (workspace_id, partnership_id);
create index enrolment_looked on enrolment (workspace_id, standing_on, id) where ended_on is null;
select protect('enrolment', 'partnership');
select personal('enrolment', '{"tier": "nobody", "by_hand": "nobody", "standing": "words"}');

-- What was decided of an enrolment on a day, on what was known then. Never changed.
create table program_evaluation (
  workspace_id uuid not null references workspace,
  id uuid not null,
  enrolment_id uuid not null,
  partnership_id uuid not null,
  evaluated_on date not null,
  evaluated_at timestamptz not null,
  outcome text not null check (outcome in ('rises', 'stays', 'undecided', 'grace_begins', 'in_grace', 'recovers', 'falls')),
  tier_before text,
  tier_after text,
  grace_until date,
  standing jsonb not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, enrolment_id) references enrolment on delete cascade,
  foreign key (workspace_id, partnership_id) references partnership on delete cascade
);
create index program_evaluation_enrolment on program_evaluation (workspace_id, enrolment_id, evaluated_at desc, id desc);
create index program_evaluation_partnership on program_evaluation (workspace_id, partnership_id);
select protect('program_evaluation', 'partnership');
select personal('program_evaluation', '{"outcome": "nobody", "tier_before": "nobody", "tier_after": "nobody", "standing": "words"}');

-- That a person of a partner was certified; valid through its last day. What was wrong is taken back, and recorded anew.
create table certificate (
  workspace_id uuid not null references workspace,
  id uuid not null,
  organization_id uuid not null,
  contact_id uuid not null,
  kind text not null,
  issued_on date not null,
  valid_until date check (valid_until >= issued_on),
  recorded_at timestamptz not null,
  retracted_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, organization_id) references organization,
  foreign key (workspace_id, contact_id) references contact on delete cascade
);
create index certificate_organization on certificate (workspace_id, organization_id, issued_on, id);
create index certificate_contact on certificate (workspace_id, contact_id);
select protect('certificate', 'organization');
select personal('certificate', '{"contact_id": "contact", "kind": "words"}');
