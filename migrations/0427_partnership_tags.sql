-- Words by which the host's people put partnerships together as they like; the partner does not read them. `import_id` says which file brought one.
create table partnership_tag (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  tag text not null check (tag <> '' and char_length(tag) <= 40 and position(',' in tag) = 0),
  import_id uuid,
  primary key (workspace_id, id),
  unique (workspace_id, partnership_id, tag),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade
);
create index partnership_tag_named on partnership_tag (workspace_id, tag, partnership_id);
create index partnership_tag_import on partnership_tag (workspace_id, import_id) where import_id is not null;
select protect('partnership_tag', 'host');
