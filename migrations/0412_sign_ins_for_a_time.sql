-- Of these people, at most so many sign-ins are forgotten at once. Nobody may ask it but the function below, which says who they are.
create function forget_doors_of(people text[], before timestamptz, most integer) returns integer
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare gone integer;
begin
  delete from identity.security_event e where e.id in (
    select o.id from identity.security_event o where o.at < before and o.user_id = any(people) order by o.at limit most);
  get diagnostics gone = row_count;
  return gone;
end $$;

-- Forgets sign-ins of people who belong to this workspace alone; whoever belongs to others, too, keeps theirs until the installation
-- forgets them.
create function forget_door_events(tenant uuid, before timestamptz, most integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare people text[];
begin
  if tenant is distinct from current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then
    raise exception 'forgotten only from inside the workspace';
  end if;
  people := array(select m.user_id from public.member m where m.workspace_id = tenant
    union select p.user_id from public.partner_user p where p.workspace_id = tenant);
  people := array(select u from unnest(people) u
    where not exists (select from public.member m where m.user_id = u and m.workspace_id <> tenant and m.erased_at is null)
      and not exists (select from public.partner_user p where p.user_id = u and p.workspace_id <> tenant and p.erased_at is null));
  return public.forget_doors_of(people, before, most);
end $$;
revoke all on function forget_doors_of(text[], timestamptz, integer), forget_door_events(uuid, timestamptz, integer) from public;
grant execute on function forget_door_events(uuid, timestamptz, integer) to keelson_app;
