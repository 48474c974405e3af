-- outside a transaction
drop index concurrently if exists commitment_external;
create unique index concurrently commitment_external on commitment (workspace_id, external_id) where external_id is not null;
drop index concurrently if exists objective_external;
create unique index concurrently objective_external on objective (workspace_id, external_id) where external_id is not null;
-- What brought nothing may be tried again.
drop index concurrently if exists import_run_brought;
create unique index concurrently import_run_brought on import_run (workspace_id, kind, file_hash)
  where state in ('importing', 'imported') and (summary -> 'created') is distinct from '{}'::jsonb;
drop index concurrently if exists import_run_once;
