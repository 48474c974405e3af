-- As hold_access, for a write that a deadlock has ended once: alone, so that it can change what its own person may without waiting
-- for another write of theirs that waits for it.
create function hold_access_alone(person text, organization text, session text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(public.access_lock(person));
  if organization is not null then
    perform pg_advisory_xact_lock(public.access_lock(organization));
  end if;
  return session is null or exists (select from identity.session s
    where s."id" = session and s."userId" = person);
end $$;
revoke all on function hold_access_alone(text,text,text) from public;
grant execute on function hold_access_alone(text,text,text) to keelson_app;
