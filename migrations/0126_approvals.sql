-- Approvals: an act of the host that needs the word of others before it is done. The host's own affair: no partner reads of it.

-- Which steps an act needs, as rules.ts describes them; no row, or no steps, is none.
create table approval_rule (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kind text not null check (kind ~ '^[a-z_.]{1,60}$'),
  steps jsonb not null default '[]' check (jsonb_typeof(steps) = 'array' and jsonb_array_length(steps) <= 5),
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, kind)
);

create table approval (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kind text not null check (kind ~ '^[a-z_.]{1,60}$'),
  subject_kind text not null check (subject_kind ~ '^[a-z_]{1,40}$'),
  subject_id uuid not null,
  partnership_id uuid not null,
  title text not null check (char_length(title) between 1 and 200),
  amount_minor bigint,
  currency text,
  -- What is to be done, in the words of the act that asked.
  intent jsonb not null check (jsonb_typeof(intent) = 'object'),
  -- Of the subject and of what is to be done, as they were: what is approved is this and nothing else.
  hash text not null check (char_length(hash) = 64),
  asked_by text not null,
  asked_by_name text not null check (char_length(asked_by_name) <= 200),
  asked_at timestamptz not null,
  -- The steps chosen by the rule of that day, and which of them it has reached.
  steps jsonb not null check (jsonb_typeof(steps) = 'array' and jsonb_array_length(steps) between 1 and 5),
  step integer not null default 0 check (step >= 0),
  state text not null default 'waiting' check (state in ('waiting', 'approved', 'rejected', 'withdrawn', 'void')),
  closed_at timestamptz,
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade,
  check ((amount_minor is null) = (currency is null)),
  check ((state = 'waiting') = (closed_at is null))
);
-- One act is asked for once at a time.
create unique index approval_waiting on approval (workspace_id, kind, subject_id) where state = 'waiting';
create index approval_register on approval (workspace_id, asked_at, id);
create index approval_partnership on approval (workspace_id, partnership_id, asked_at, id);

create table approval_answer (
  workspace_id uuid not null references workspace,
  id uuid not null,
  approval_id uuid not null,
  step integer not null check (step >= 0),
  user_id text not null,
  name text not null check (char_length(name) <= 200),
  -- Whose word it is: the people of the step whom this answer stands for.
  stands_for text[] not null check (cardinality(stands_for) between 1 and 50),
  stands_for_names text not null check (char_length(stands_for_names) <= 4000),
  decision text not null check (decision in ('approve', 'reject')),
  reason text check (char_length(reason) <= 2000),
  hash text not null check (char_length(hash) = 64),
  answered_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, approval_id, step, user_id),
  foreign key (workspace_id, approval_id) references approval on delete cascade,
  check (decision = 'approve' or reason is not null)
);

-- Who stands in for whom, from a day to a day (both included).
create table deputy (
  workspace_id uuid not null references workspace,
  id uuid not null,
  person_id text not null,
  person_name text not null check (char_length(person_name) <= 200),
  deputy_id text not null check (deputy_id <> person_id),
  deputy_name text not null check (char_length(deputy_name) <= 200),
  from_on date not null,
  to_on date not null check (to_on >= from_on),
  primary key (workspace_id, id)
);
create index deputy_until on deputy (workspace_id, to_on);

do $$ begin
  perform protect('approval_rule', 'host');
  perform protect('approval', 'host');
  perform protect('approval_answer', 'host');
  perform protect('deputy', 'host');
end $$;
