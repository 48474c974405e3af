-- Forms by which companies apply to be partners, each at an address of its own that anybody may open, and what was sent by them.
create table application_form (
  workspace_id uuid not null references workspace,
  id uuid not null,
  -- Readable, with an end that nobody guesses.
  address text not null check (address ~ '^[a-z0-9][a-z0-9-]{9,59}$'),
  profile_id uuid not null,
  owner_id uuid,
  -- In each language that it is offered in: title, introduction, and the text of each question.
  words jsonb not null,
  questions jsonb not null,
  takes_files boolean not null default true,
  is_open boolean not null default false,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, address),
  foreign key (workspace_id, profile_id) references ideal_profile,
  foreign key (workspace_id, owner_id) references member
);
create index application_form_at on application_form (address);
create index application_form_profile on application_form (workspace_id, profile_id);
create index application_form_owner on application_form (workspace_id, owner_id);
select protect('application_form', 'host');
select personal('application_form', '{"address": "nobody", "owner_id": "member", "words": "words", "questions": "nobody"}');

create table application (
  workspace_id uuid not null references workspace,
  id uuid not null,
  form_id uuid not null,
  -- The page it was sent from first; where that is none of ours, or was used before, the application's own id.
  page_key text not null check (length(page_key) <= 120),
  -- Of its words: the same again is the same application.
  digest text not null check (length(digest) <= 64),
  state text not null check (state in ('suspected', 'received', 'asked', 'discarded')),
  suspicions text[] not null,
  language text not null,
  company text not null,
  website text,
  country text check (country ~ '^[A-Z]{2}$'),
  registration_number text,
  person text not null,
  email text not null,
  answers jsonb not null,
  -- What more was asked for, and what came.
  additions jsonb not null default '[]',
  candidate_id uuid,
  settled_by uuid,
  settled_at timestamptz,
  why text,
  version integer not null default 1,
  received_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, form_id, page_key),
  foreign key (workspace_id, form_id) references application_form,
  foreign key (workspace_id, candidate_id) references candidate,
  foreign key (workspace_id, settled_by) references member,
  check ((candidate_id is not null) = (state in ('received', 'asked'))),
  check ((why is not null) = (state = 'discarded'))
);
create index application_received on application (workspace_id, received_at, id);
create index application_state on application (workspace_id, state, received_at, id);
create index application_email on application (workspace_id, email, received_at);
create index application_digest on application (workspace_id, form_id, digest);
create index application_form_received on application (workspace_id, form_id, received_at);
create index application_candidate on application (workspace_id, candidate_id);
create index application_settled_by on application (workspace_id, settled_by);
select protect('application', 'host');
select personal('application', '{"page_key": "nobody", "digest": "nobody", "state": "nobody", "suspicions": "nobody", "language": "nobody",
  "company": "words", "website": "words", "country": "nobody", "registration_number": "words", "person": "name of email", "email": "address",
  "answers": "words", "additions": "words", "settled_by": "member", "why": "words"}');

-- Which form lies at an address, before anybody is inside the workspace. Says no more than where to look.
create function application_form_at(wanted text) returns table(workspace_id uuid, time_zone text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query select f.workspace_id, w.time_zone
    from public.application_form f join public.workspace w on w.id = f.workspace_id where f.address = wanted limit 1;
end $$;
revoke all on function application_form_at(text) from public;
grant execute on function application_form_at(text) to keelson_app;
