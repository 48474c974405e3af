-- What an import says of itself: of which partnerships and signals it tells, and from which day to which. Of all else it says nothing.
-- Rows stay when the import is undone (an earlier day is still shown as it was known) and go with what they are about.
create table import_cover (
  workspace_id uuid not null references workspace,
  import_id uuid not null,
  partnership_id uuid not null,
  signal text not null,
  from_on date not null,
  until_on date not null,
  -- Which of two records of the same weeks counts, where the file met another: what was measured, or what is counted from acts.
  counted text check (counted in ('measured', 'acts')),
  primary key (workspace_id, import_id, partnership_id, signal),
  foreign key (workspace_id, import_id) references import_run on delete cascade,
  foreign key (workspace_id, partnership_id) references partnership on delete cascade,
  check (from_on <= until_on)
);
create index import_cover_partnership on import_cover (workspace_id, partnership_id);
select protect('import_cover', 'host');
