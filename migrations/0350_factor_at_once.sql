-- A workspace that begins to ask for a second factor asks for it at once: in the transaction of a write by a session, whether who
-- writes has what is asked for now. A change of what is asked waits for writes under way, as a removal does.
create function has_what_is_asked(workspace uuid, person text, is_host boolean) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(public.access_lock(workspace::text));
  return public.has_factor(person) or not exists (select from public.workspace w
    where w.id = workspace and case when is_host then w.members_need_factor else w.partners_need_factor end);
end $$;
revoke all on function has_what_is_asked(uuid, text, boolean) from public;
grant execute on function has_what_is_asked(uuid, text, boolean) to keelson_app;
