-- What is kept of a person's own sign-ins, of what they were refused in this workspace, and of the browsers they are signed in with: for
-- themselves alone. No word that opens a session is in it.
create function own_doors(workspace uuid, person text, most integer) returns jsonb
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  doors jsonb;
  sessions jsonb;
begin
  if workspace is distinct from current_setting('app.workspace_id')::uuid or person is distinct from current_setting('app.user_id')
    or person = '' then
    raise exception 'read by the person alone';
  end if;
  select jsonb_build_object('found', coalesce(max(d.found), 0), 'rows', coalesce(jsonb_agg(to_jsonb(d) - 'found' order by d.at desc), '[]'))
    into doors from (
      select e.id, e.kind, e.at, coalesce(e.last_at, e.at) as last_at, e.times, e.address, e.device, e.asked, count(*) over () as found
        from identity.security_event e where e.user_id = person and (e.workspace_id is null or e.workspace_id = workspace)
        order by e.at desc, e.id desc limit most) d;
  select jsonb_build_object('found', count(*), 'rows', coalesce(jsonb_agg(to_jsonb(s) order by s.created_at desc), '[]')) into sessions from (
      select o."createdAt" as created_at, o."updatedAt" as seen_at, o."expiresAt" as expires_at, o."ipAddress" as address, o."userAgent" as device
        from identity.session o where o."userId" = person order by o."createdAt" desc limit most) s;
  return jsonb_build_object('doors', doors, 'sessions', sessions);
end $$;
revoke all on function own_doors(uuid, text, integer) from public;
grant execute on function own_doors(uuid, text, integer) to keelson_app;
