-- What partners of a type are asked for before and while one works with them, where a workspace changed the list that Keelson begins with.
create table diligence_list (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_type text not null,
  requirements jsonb not null,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, partnership_type)
);
select protect('diligence_list', 'host');
select personal('diligence_list', '{"partnership_type": "nobody", "requirements": "words"}');

-- One thing that a company is asked for. It is the company's, whatever it is a candidate or a partner for.
create table diligence_item (
  workspace_id uuid not null references workspace,
  id uuid not null,
  organization_id uuid not null,
  kind text not null,
  asks text not null,
  is_required boolean not null,
  -- How long evidence of it is good for; null has no end.
  months integer check (months between 1 and 120),
  remind_days integer not null check (remind_days between 0 and 365),
  -- Whoever gave evidence does not review it.
  needs_another boolean not null default false,
  owner_id uuid,
  -- Of its last round.
  state text not null default 'asked' check (state in ('asked', 'received', 'accepted', 'refused', 'not_needed')),
  -- Why it is not needed, and who said so.
  why text,
  settled_by uuid,
  settled_at timestamptz,
  -- The round that counts: the last that was accepted, and its last day (null: it has no end).
  accepted_round integer,
  valid_through date,
  remind_on date,
  -- A check of its last round met something, and nobody has cleared it.
  is_match_open boolean not null default false,
  match_given_at timestamptz,
  -- Nobody thinks of working with the company now: nobody is reminded.
  is_resting boolean not null default false,
  told_soon_at timestamptz,
  told_expired_at timestamptz,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, organization_id) references organization,
  foreign key (workspace_id, owner_id) references member,
  foreign key (workspace_id, settled_by) references member,
  check ((state = 'not_needed') = (why is not null)),
  check (accepted_round is not null or valid_through is null),
  check ((valid_through is null) = (remind_on is null)),
  check (is_match_open = (match_given_at is not null))
);
create index diligence_item_organization on diligence_item (workspace_id, organization_id);
create index diligence_item_owner on diligence_item (workspace_id, owner_id);
create index diligence_item_settled_by on diligence_item (workspace_id, settled_by);
create index diligence_item_ends on diligence_item (workspace_id, remind_on, id) where remind_on is not null;
create index diligence_item_waits on diligence_item (workspace_id, id) where state = 'received';
select protect('diligence_item', 'host');
select personal('diligence_item', '{"kind": "nobody", "asks": "words", "owner_id": "member", "state": "nobody", "why": "words", "settled_by": "member"}');

-- Evidence of an item, each time anew: what was given, what a check met, and what a reviewer said of it.
create table diligence_round (
  workspace_id uuid not null references workspace,
  id uuid not null,
  item_id uuid not null,
  number integer not null,
  state text not null default 'received' check (state in ('received', 'accepted', 'refused')),
  note text,
  link text,
  issued_on date,
  valid_through date,
  check_result text check (check_result in ('clear', 'possible_match', 'match')),
  register text,
  reference text,
  checked_on date,
  given_by uuid,
  given_at timestamptz not null,
  reviewed_by uuid,
  reviewed_at timestamptz,
  review text,
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, item_id, number),
  foreign key (workspace_id, item_id) references diligence_item on delete cascade,
  foreign key (workspace_id, given_by) references member,
  foreign key (workspace_id, reviewed_by) references member,
  check ((state = 'received') = (reviewed_at is null)),
  check ((check_result is null) = (checked_on is null) and (check_result is null) = (register is null))
);
create index diligence_round_given_by on diligence_round (workspace_id, given_by);
create index diligence_round_reviewed_by on diligence_round (workspace_id, reviewed_by);
select protect('diligence_round', 'host');
select personal('diligence_round', '{"state": "nobody", "note": "words", "link": "words", "check_result": "nobody", "register": "words",
  "reference": "words", "given_by": "member", "reviewed_by": "member", "review": "words"}');
