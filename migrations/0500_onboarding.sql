-- What a finished task opens for the partner, and whether it is done only with what shows it.
alter table task
  add column grants jsonb not null default '[]',
  add column needs_evidence boolean not null default false;
select personal('task', '{"grants": "words"}');

-- Which plan partners of a type are onboarded by, and whether it starts by itself once an agreement with them is entered.
create table onboarding_plan (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_type text not null,
  template_id uuid not null,
  starts_itself boolean not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, partnership_type),
  foreign key (workspace_id, template_id) references plan_template on delete cascade
);
create index onboarding_plan_template on onboarding_plan (workspace_id, template_id);
select protect('onboarding_plan', 'host');
select personal('onboarding_plan', '{"partnership_type": "nobody"}');

-- That a company of a partnership is being onboarded, by a plan. How it stands follows from the plan's tasks.
create table onboarding (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  party_id uuid not null,
  plan_id uuid not null,
  -- The plan, as it was called when it was started.
  name text not null,
  started_on date not null,
  -- The last day of its steps as they were planned when it began.
  planned_end date,
  started_by text,
  given_up_at timestamptz,
  given_up_why text,
  -- That the host opened the registration of deals before a step did.
  opened_at timestamptz,
  opened_why text,
  version integer not null default 1,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, plan_id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade,
  foreign key (workspace_id, plan_id) references plan on delete cascade,
  check ((given_up_at is null) = (given_up_why is null)),
  check ((opened_at is null) = (opened_why is null))
);
create index onboarding_started on onboarding (workspace_id, started_on desc, id desc);
create index onboarding_partnership on onboarding (workspace_id, partnership_id, party_id, id);
select protect('onboarding', 'partnership');
select personal('onboarding', '{"party_id": "nobody", "name": "words", "started_by": "account", "given_up_why": "words", "opened_why": "words"}');
