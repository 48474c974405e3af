-- Tasks: what one party does by a day, on whatever modules let be attached to (subject_kind, subject_id), and the plans that make
-- many of them at once. Subjects lie in many tables, so nothing but the partnership is held by a foreign key.

-- A named plan of the host, edited by edition: a plan that runs keeps the one it was started with.
create table plan_template (
  workspace_id uuid not null references workspace,
  id uuid not null,
  name text not null check (char_length(name) between 1 and 120),
  description text check (char_length(description) <= 2000),
  edition integer not null default 1 check (edition > 0),
  archived_at timestamptz,
  created_at timestamptz not null,
  version integer not null default 1,
  primary key (workspace_id, id)
);
create index plan_template_name on plan_template (workspace_id, name, id);

create table plan_edition (
  workspace_id uuid not null references workspace,
  id uuid not null,
  template_id uuid not null,
  number integer not null check (number > 0),
  -- The steps as rules/steps.ts describes them.
  steps jsonb not null check (jsonb_typeof(steps) = 'array' and jsonb_array_length(steps) between 1 and 100),
  made_by text,
  made_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, template_id, number),
  foreign key (workspace_id, template_id) references plan_template on delete cascade
);

create table plan (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  subject_kind text not null check (subject_kind ~ '^[a-z_]{1,40}$'),
  subject_id uuid not null,
  private_to uuid,
  visibility text not null generated always as (
    case when private_to is null then 'shared' when private_to = workspace_id then 'host' else 'partner' end) stored,
  template_id uuid not null,
  edition integer not null,
  name text not null check (char_length(name) between 1 and 120),
  starts_on date not null,
  started_by text,
  started_at timestamptz not null,
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade
);
create index plan_subject on plan (workspace_id, subject_kind, subject_id, id);

create table task (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  subject_kind text not null check (subject_kind ~ '^[a-z_]{1,40}$'),
  subject_id uuid not null,
  plan_id uuid,
  -- Its place in the plan, and in the list of its subject.
  position integer not null default 0,
  title text not null check (char_length(title) between 1 and 200),
  description text check (char_length(description) <= 4000),
  -- Who does it: the host, or one company.
  party_id uuid not null,
  owed_by text not null generated always as (case when party_id = workspace_id then 'host' else 'partner' end) stored,
  -- A party keeps to itself what it does itself, and nothing else.
  private_to uuid check (private_to = party_id),
  visibility text not null generated always as (
    case when private_to is null then 'shared' when private_to = workspace_id then 'host' else 'partner' end) stored,
  -- Whose task it is: an account, with the name as it was when the task was given.
  owner_id text,
  owner_name text check (char_length(owner_name) <= 200),
  given_by text,
  dating text not null default 'none' check (dating in ('none', 'by_hand', 'after_start', 'after_task')),
  offset_count integer check (offset_count between 0 and 999),
  offset_unit text check (offset_unit in ('days', 'workdays')),
  follows uuid,
  -- Whose workdays are counted: the country of its party when it was made.
  country text,
  due_on date,
  -- A list goes by a day; what has none stands last.
  sort_on date not null generated always as (coalesce(due_on, date '9999-12-31')) stored,
  waits_for uuid[] not null default '{}' check (cardinality(waits_for) <= 20),
  is_optional boolean not null default false,
  state text not null default 'open' check (state in ('open', 'done', 'skipped')),
  closed_on date,
  reason text check (char_length(reason) <= 2000),
  note text check (char_length(note) <= 2000),
  link text check (char_length(link) <= 2000),
  re_dated integer not null default 0,
  -- When its owner was last told that the day comes near, and that it has passed; null again with each new day.
  warned_at timestamptz,
  overdue_at timestamptz,
  created_at timestamptz not null,
  closed_at timestamptz,
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade,
  foreign key (workspace_id, plan_id) references plan on delete cascade,
  foreign key (workspace_id, follows) references task,
  check ((state = 'open') = (closed_on is null)),
  check ((state = 'skipped') = (reason is not null)),
  check ((dating in ('after_start', 'after_task')) = (offset_count is not null) and (offset_count is null) = (offset_unit is null)),
  check ((dating = 'after_task') = (follows is not null)),
  check (dating <> 'by_hand' or due_on is not null),
  check (dating <> 'after_start' or plan_id is not null),
  check (owner_id is null or owner_name is not null),
  check (follows is null or follows = any(waits_for))
);
-- What waits for a task.
create index task_waits on task using gin (waits_for);
create index task_subject on task (workspace_id, subject_kind, subject_id, position, id);
create index task_register on task (workspace_id, sort_on, id);
create index task_partnership on task (workspace_id, partnership_id, sort_on, id);
create index task_owner on task (workspace_id, owner_id, sort_on, id) where state = 'open';
create index task_party on task (workspace_id, party_id, sort_on, id) where state = 'open';
create index task_to_warn on task (workspace_id, due_on) where state = 'open' and warned_at is null;
create index task_to_call_overdue on task (workspace_id, due_on) where state = 'open' and overdue_at is null;
create index task_warned on task (workspace_id, warned_at) where warned_at is not null;
create index task_overdue on task (workspace_id, overdue_at) where overdue_at is not null;

do $$ begin
  perform protect('plan_template', 'host');
  perform protect('plan_edition', 'host');
  perform protect('plan', 'partnership with privacy');
  perform protect('task', 'partnership with privacy');
end $$;

-- Who works for one party, for whoever may give its people something to do: the host of any company, a company of itself. Members
-- and partners' users are the host's to list otherwise.
create function people_of_party(workspace uuid, party uuid) returns table (user_id text, name text, role text)
  language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin
  if workspace <> current_setting('app.workspace_id')::uuid then return; end if;
  if current_setting('app.side') <> 'host' and not (current_setting('app.side') = 'partner'
    and party = current_setting('app.party_id')::uuid) then return; end if;
  return query
    select m.user_id, m.name, m.role from member m
      where workspace = party and m.workspace_id = workspace and m.deactivated_at is null
    union all
    select u.user_id, u.name, u.role from partner_user u
      where u.workspace_id = workspace and u.organization_id = party and u.deactivated_at is null
    order by 2, 1;
end $$;
revoke all on function people_of_party(uuid, uuid) from public;
grant execute on function people_of_party(uuid, uuid) to keelson_app;

-- Of these accounts, those that still work for anybody in the workspace: nothing is told of them but that.
create function still_here(workspace uuid, accounts text[]) returns table (user_id text)
  language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin
  if workspace <> current_setting('app.workspace_id')::uuid then return; end if;
  return query
    select m.user_id from member m
      where m.workspace_id = workspace and m.user_id = any(accounts) and m.deactivated_at is null
    union
    select u.user_id from partner_user u
      where u.workspace_id = workspace and u.user_id = any(accounts) and u.deactivated_at is null;
end $$;
revoke all on function still_here(uuid, text[]) from public;
grant execute on function still_here(uuid, text[]) to keelson_app;
