-- What somebody chose about a file, offered again with the columns of the next one that has the same.
alter table import_mapping add column answers jsonb not null default '{}';
