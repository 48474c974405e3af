-- Facts arrive a million at a time. Their foreign key to the partnership carries the workspace and the partnership's own key
-- carries it on, so the second check of the same workspace per row proves nothing new and costs as much as the first.
alter table activity drop constraint activity_workspace_id_fkey;
alter table measurement drop constraint measurement_workspace_id_fkey;

-- An upload is told apart from what was imported before by its content.
create index import_run_hash on import_run (workspace_id, file_hash);

-- Undo finds what an import made in these tables, too.
create index contact_import on contact (workspace_id, import_id) where import_id is not null;
create index role_assignment_import on role_assignment (workspace_id, import_id) where import_id is not null;
create index agreement_import on agreement (workspace_id, import_id) where import_id is not null;
create index objective_import on objective (workspace_id, import_id) where import_id is not null;
create index commitment_import on commitment (workspace_id, import_id) where import_id is not null;
create index activity_contact on activity (workspace_id, contact_id) where contact_id is not null;
