-- How much room the file of an import takes while it is kept. Null is a file that came before this, or to a server of the version before:
-- the disk is asked.
alter table import_run add column file_bytes bigint;
