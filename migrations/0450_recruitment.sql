-- What a partner of a type and region should be like. What is being written stands in draft; what assessments are measured by is a version.
create table ideal_profile (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null,
  partnership_type text not null,
  region text,
  draft jsonb not null,
  -- The version that new assessments take; null before the first.
  published integer,
  retired_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id)
);
create index ideal_profile_name on ideal_profile (workspace_id, name, id);
select protect('ideal_profile', 'host');
select personal('ideal_profile', '{"name": "words", "partnership_type": "nobody", "region": "words", "draft": "words"}');

-- Never changed: an old assessment keeps its yardstick.
create table ideal_profile_version (
  workspace_id uuid not null references workspace,
  id uuid not null,
  profile_id uuid not null,
  number integer not null,
  criteria jsonb not null,
  published_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, profile_id, number),
  foreign key (workspace_id, profile_id) references ideal_profile on delete cascade
);
select protect('ideal_profile_version', 'host');
select personal('ideal_profile_version', '{"criteria": "words"}');

-- A company that may become a partner, by one profile.
create table candidate (
  workspace_id uuid not null references workspace,
  id uuid not null,
  organization_id uuid not null,
  profile_id uuid not null,
  stage text not null default 'sourced'
    check (stage in ('sourced', 'researching', 'contacted', 'assessing', 'shortlisted', 'on_hold', 'approved', 'declined')),
  moved_at timestamptz not null,
  source_kind text not null check (source_kind in ('referral', 'event', 'inbound', 'research', 'customer', 'partner', 'other')),
  source text,
  owner_id uuid,
  next_step text,
  next_step_on date,
  look_again_on date,
  -- The version of the profile that everybody of this round assesses by; null before somebody was asked.
  yardstick integer,
  round integer not null default 1,
  partnership_id uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, organization_id) references organization,
  foreign key (workspace_id, profile_id) references ideal_profile,
  foreign key (workspace_id, owner_id) references member,
  foreign key (workspace_id, partnership_id) references partnership,
  check (partnership_id is null or stage = 'approved')
);
create index candidate_stage on candidate (workspace_id, stage, moved_at, id);
create index candidate_moved on candidate (workspace_id, moved_at, id);
create index candidate_organization on candidate (workspace_id, organization_id, profile_id);
create index candidate_profile on candidate (workspace_id, profile_id);
create index candidate_owner on candidate (workspace_id, owner_id);
create index candidate_partnership on candidate (workspace_id, partnership_id);
create index candidate_next on candidate (workspace_id, next_step_on, id) where next_step_on is not null;
create index candidate_again on candidate (workspace_id, look_again_on, id) where look_again_on is not null;
select protect('candidate', 'host');
select personal('candidate', '{"stage": "nobody", "source_kind": "nobody", "source": "words", "owner_id": "member", "next_step": "words"}');

-- Somebody was asked to assess. What they write before they send it is nobody else's.
create table assessment (
  workspace_id uuid not null references workspace,
  id uuid not null,
  candidate_id uuid not null,
  round integer not null,
  -- The version of the profile that its round is measured by.
  yardstick integer not null,
  assessor_id uuid not null,
  state text not null default 'asked' check (state in ('asked', 'sent', 'recused')),
  draft jsonb not null default '[]',
  -- When they were asked, they could have read what others answered.
  could_see boolean not null default false,
  recusal text,
  asked_at timestamptz not null,
  settled_at timestamptz,
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, candidate_id, round, assessor_id),
  foreign key (workspace_id, candidate_id) references candidate on delete cascade,
  foreign key (workspace_id, assessor_id) references member,
  check ((state = 'asked') = (settled_at is null)),
  check ((state = 'recused') = (recusal is not null))
);
create index assessment_assessor on assessment (workspace_id, assessor_id, id) where state = 'asked';
select protect('assessment', 'host');
select personal('assessment', '{"assessor_id": "member", "state": "nobody", "draft": "words", "recusal": "words"}');

-- Answers as they were sent, each time anew.
create table assessment_answers (
  workspace_id uuid not null references workspace,
  id uuid not null,
  assessment_id uuid not null,
  number integer not null,
  answers jsonb not null,
  -- Whoever sent them could read those of others.
  after_seeing boolean not null,
  sent_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, assessment_id, number),
  foreign key (workspace_id, assessment_id) references assessment on delete cascade
);
select protect('assessment_answers', 'host');
select personal('assessment_answers', '{"answers": "words"}');

-- What was decided of a candidate, by whom, why, and what it was decided on. Never changed.
create table candidate_decision (
  workspace_id uuid not null references workspace,
  id uuid not null,
  candidate_id uuid not null,
  outcome text not null check (outcome in ('approved', 'declined', 'on_hold')),
  why text not null,
  dissent text,
  knock_out_reason text,
  look_again_on date,
  -- Candidates that were weighed against it.
  alternatives jsonb not null,
  -- The scores as they were at that moment.
  figures jsonb not null,
  decided_by uuid not null,
  decided_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, candidate_id) references candidate on delete cascade,
  foreign key (workspace_id, decided_by) references member
);
create index candidate_decision_candidate on candidate_decision (workspace_id, candidate_id, id desc);
select protect('candidate_decision', 'host');
select personal('candidate_decision',
  '{"outcome": "nobody", "why": "words", "dissent": "words", "knock_out_reason": "words", "alternatives": "nobody", "figures": "nobody", "decided_by": "member"}');
