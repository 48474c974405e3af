-- Which of two records of a partnership's signal counts, as people chose it: what was measured, or what is counted from acts. Earlier choices stay,
-- because an earlier day is shown as it was known.
create table signal_source (
  workspace_id uuid not null references workspace,
  partnership_id uuid not null,
  signal text not null,
  counted text not null check (counted in ('measured', 'acts')),
  chosen_at timestamptz not null,
  primary key (workspace_id, partnership_id, signal, chosen_at),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade
);
select protect('signal_source', 'host');
-- Of a signal that is told twice: which record its weeks are from, and from when to when the other one tells, which counts for nothing.
alter table signal_series add column counted text, add column left_from integer, add column left_until integer;
