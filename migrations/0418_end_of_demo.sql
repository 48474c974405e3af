-- The demo's people: whoever has an address that no mail can reach (.example), works in a demo, and works nowhere else.
create function demo_people() returns setof text
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query
    with working as (
      select m.user_id as person, w.is_demo from public.member m join public.workspace w on w.id = m.workspace_id
      union all
      select p.user_id, w.is_demo from public.partner_user p join public.workspace w on w.id = p.workspace_id)
    select u."id" from identity."user" u join working w on w.person = u."id"
      where u."email" like '%.example' group by u."id" having bool_and(w.is_demo);
end $$;

-- Whether one of them can sign in.
create function demo_is_open() returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return exists (select from identity.account a where a."providerId" = 'credential' and a."password" is not null
    and a."userId" in (select public.demo_people()));
end $$;

-- Nobody can sign in as one of them any more, and nobody is; says how many could. Servers are told with the end of each session.
create function end_demo_accounts(at timestamptz) returns integer
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare people text[] := array(select public.demo_people()); ended integer;
begin
  update identity.account set "password" = null, "updatedAt" = at
    where "providerId" = 'credential' and "password" is not null and "userId" = any(people);
  get diagnostics ended = row_count;
  delete from identity."verification" v using identity."user" u where u."id" = any(people)
    and (v."value" = u."id" or (v."value" like '{"type":"magic-link"%' and position('"email":"' || u."email" || '"' in v."value") > 0));
  delete from identity."session" where "userId" = any(people);
  return ended;
end $$;

revoke all on function demo_people() from public;
revoke all on function demo_is_open() from public;
revoke all on function end_demo_accounts(timestamptz) from public;
grant execute on function demo_is_open() to keelson_app;
grant execute on function end_demo_accounts(timestamptz) to keelson_app;
