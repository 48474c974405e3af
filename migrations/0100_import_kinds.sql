-- What a file may hold is said by the modules that take it, not by a list here.

alter table import_run drop constraint import_run_kind_check;
