create table visit (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  planned_on date not null,
  purpose text not null,
  created_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade
);
create index visit_planned on visit (workspace_id, planned_on, id);
create index visit_partnership on visit (workspace_id, partnership_id);
select protect('visit', 'partnership');
