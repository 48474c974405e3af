-- A partner appeals against the notice of a tier, or its loss. Somebody else than who decided it decides on the appeal.
create table tier_appeal (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  enrolment_id uuid not null,
  -- What it is against; each evaluation is appealed against once.
  evaluation_id uuid not null,
  -- What it is about, in the words of that day: the program and the tier.
  program text not null,
  tier text not null,
  tier_name text not null,
  words text not null check (char_length(words) <= 2000),
  appealed_by text not null,
  appealed_by_name text not null,
  appealed_at timestamptz not null,
  state text not null default 'open' check (state in ('open', 'upheld', 'refused', 'withdrawn', 'settled')),
  -- Why it was refused: both sides read it.
  answer text check (char_length(answer) <= 2000),
  closed_at timestamptz,
  -- The last day on which the tier is kept that was given back.
  kept_until date,
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, evaluation_id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade,
  foreign key (workspace_id, enrolment_id) references enrolment on delete cascade,
  foreign key (workspace_id, evaluation_id) references program_evaluation on delete cascade,
  check ((state = 'open') = (closed_at is null)),
  check ((state = 'upheld') = (kept_until is not null))
);
create index tier_appeal_partnership on tier_appeal (workspace_id, partnership_id);
create index tier_appeal_enrolment on tier_appeal (workspace_id, enrolment_id, appealed_at, id);
create index tier_appeal_open on tier_appeal (workspace_id, appealed_at, id) where state = 'open';
select protect('tier_appeal', 'partnership', array['insert', 'update']);
select personal('tier_appeal', '{"program": "words", "tier": "nobody", "tier_name": "words", "words": "words", "appealed_by": "account", "appealed_by_name": "name of appealed_by", "state": "nobody", "answer": "words"}');

-- A tier that an appeal gave back is kept until the end of this day, met or not.
alter table enrolment add column kept_until date;

-- contract: the outcomes of before, and two more; whatever the version before writes fits.
alter table program_evaluation drop constraint program_evaluation_outcome_check;
alter table program_evaluation add constraint program_evaluation_outcome_check
  check (outcome in ('rises', 'stays', 'undecided', 'grace_begins', 'in_grace', 'recovers', 'falls', 'kept', 'given_back')) not valid;

-- What a partner asks is decided by somebody else than who decided before: these have no seat. The host takes back what it asked itself.
alter table approval
  add column barred text[] not null default '{}',
  add column asked_by_partner boolean not null default false;
select personal('approval', '{"barred": "account"}');
