-- A file can wait for the comment that is being written with it: until that is sent it is its uploader's alone, kept to their party.
alter table file add column unsent_by text;

-- Takes away what was attached and never sent. Runs as the owner: most of it is private to companies, which the host's jobs do not see.
create function discard_unsent_files(workspace uuid, before timestamptz, at timestamptz) returns bigint
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  discarded bigint;
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then return 0; end if;
  update public.file set removed_at = at where workspace_id = workspace and unsent_by is not null and removed_at is null and uploaded_at < before;
  get diagnostics discarded = row_count;
  return discarded;
end $$;
revoke all on function discard_unsent_files(uuid, timestamptz, timestamptz) from public;
grant execute on function discard_unsent_files(uuid, timestamptz, timestamptz) to keelson_app;
