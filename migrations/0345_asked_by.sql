-- Whose rights an import's work goes by: of whoever asked for it last, which need not be who brought the file. Null is Keelson itself,
-- or a server of the version before: then it is who brought the file.
alter table import_run add column asked_by text;
