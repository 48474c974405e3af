-- Saved views that somebody keeps at hand in the navigation, in their own order. It goes with the view; a view that its owner no longer shares
-- is not shown to others.
create table pinned_view (
  workspace_id uuid not null references workspace,
  user_id text not null,
  view_id uuid not null,
  ordinal integer not null,
  primary key (workspace_id, user_id, view_id),
  foreign key (workspace_id, view_id) references saved_view on delete cascade
);
-- Who deletes a view does not read through everybody's pins for it.
create index pinned_view_of on pinned_view (workspace_id, view_id);
select protect('pinned_view', 'person');
select personal('pinned_view', '{"user_id": "own rows"}');
