-- Only undoing an import looks facts up by it, and the facts of one import lie next to each other: the range of ids in each
-- block finds them as well as an entry per row does, and costs an import of a million rows next to nothing.
drop index activity_import;
create index activity_import on activity using brin (workspace_id, import_id);
drop index measurement_import;
create index measurement_import on measurement using brin (workspace_id, import_id);
