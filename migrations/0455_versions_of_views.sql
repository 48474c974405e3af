-- A saved view can be changed: of two windows that change it, one is told.
alter table saved_view add column version integer not null default 1;
