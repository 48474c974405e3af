-- What an import changed of rows that were here already: how they were and are, of the columns that it changed. Undoing it takes from here.
create table import_change (
  workspace_id uuid not null references workspace,
  import_id uuid not null,
  table_name text not null,
  row_id uuid not null,
  before jsonb not null,
  after jsonb not null,
  primary key (workspace_id, import_id, table_name, row_id),
  foreign key (workspace_id, import_id) references import_run on delete cascade
);
select protect('import_change', 'host');
select personal('import_change', '{"before": "words", "after": "words"}');
