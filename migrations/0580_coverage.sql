-- How many partners are wanted in one part of the world and one industry (or with one capability). A cell without a row has no target, which is not 0.
create table coverage_target (
  workspace_id uuid not null references workspace,
  id uuid not null,
  places text not null check (places in ('area', 'region')),
  place text not null,
  entries text not null check (entries in ('industry', 'capability')),
  entry text not null,
  wanted integer not null check (wanted between 0 and 1000),
  set_by uuid,
  set_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, set_by) references member
);
-- Written in whatever capitals, a word is one word.
create unique index coverage_target_cell on coverage_target
  (workspace_id, places, lower(place collate "und-x-icu"), entries, lower(entry collate "und-x-icu"));
create index coverage_target_set_by on coverage_target (workspace_id, set_by);
select protect('coverage_target', 'host');
select personal('coverage_target', '{"places": "nobody", "place": "nobody", "entries": "nobody", "entry": "nobody", "set_by": "member"}');
