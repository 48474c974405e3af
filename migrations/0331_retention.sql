-- How long a workspace keeps what nobody needs for ever, where it has chosen another time than the usual one.
create table retention (
  workspace_id uuid not null references workspace,
  kind text not null check (kind ~ '^[a-z_]{1,40}$'),
  days integer not null check (days between 1 and 3650),
  changed_at timestamptz not null,
  primary key (workspace_id, kind)
);
select protect('retention', 'host');
