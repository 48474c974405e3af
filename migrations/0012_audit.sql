-- The audit page filters two million events by kind and by person, newest first.
create index event_kind on event (workspace_id, kind, recorded_at desc, id desc);
create index event_actor on event (workspace_id, actor_id, recorded_at desc, id desc) where actor_id is not null;
