-- How soon something is answered in one partnership, as its agreement promises it: one row for each such promise, of the same id, kept by it.
-- It goes before what the workspace promises everybody.
create table agreed_target (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  promise text not null check (promise in ('deal_answer')),
  promised_minutes integer not null check (promised_minutes > 0),
  in_force_from date not null,
  in_force_until date,
  primary key (workspace_id, id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade
);
create index agreed_target_partnership on agreed_target (workspace_id, partnership_id, promise);
select protect('agreed_target', 'partnership');
