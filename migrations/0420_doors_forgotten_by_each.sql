-- Of whom a workspace has erased, its own rows forget from where, though the account lives on for others. Nobody may ask the first but
-- the second, which says who they are.
create function forget_where(tenant uuid, people text[]) returns void
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  update identity.security_event set address = '', device = '' where workspace_id = tenant and user_id = any(people);
end $$;

create function forget_where_from(tenant uuid, erasure_id uuid) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare people text[];
begin
  if tenant is distinct from current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then
    raise exception 'forgotten only from inside the workspace';
  end if;
  people := (select r.user_ids from public.erasure r where r.workspace_id = tenant and r.id = erasure_id);
  perform public.forget_where(tenant, people);
end $$;

-- Until when a workspace has forgotten: it reads nothing older, and what several workspaces read of one person goes once each has.
alter table retention add column held_until timestamptz;

create function forget_doors_until(tenant uuid, people jsonb, before timestamptz, most integer) returns integer
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare gone integer;
begin
  delete from identity.security_event e where e.id in (
    select o.id from jsonb_to_recordset(people) p (user_id text, until timestamptz)
        join identity.security_event o on o.user_id = p.user_id
      where (o.workspace_id is null and o.at < p.until) or (o.workspace_id = tenant and o.at < before)
      order by o.at limit most);
  get diagnostics gone = row_count;
  return gone;
end $$;

-- The longest time counts: of whom several workspaces know, a sign-in goes when each of them has forgotten it; what was refused in one
-- workspace is that one's alone. A workspace that has chosen no time has not forgotten.
create or replace function forget_door_events(tenant uuid, before timestamptz, most integer) returns integer
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  known text[];
  people jsonb;
begin
  if tenant is distinct from current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then
    raise exception 'forgotten only from inside the workspace';
  end if;
  update public.retention set held_until = greatest(held_until, before) where workspace_id = tenant and kind = 'security_log';
  known := array(select m.user_id from public.member m where m.workspace_id = tenant
    union select p.user_id from public.partner_user p where p.workspace_id = tenant);
  select coalesce(jsonb_agg(f), '[]') into people from (
    select u as user_id, least(before, min(case when o.user_id is not null then coalesce(o.held_until, '-infinity') end)) as until
      from unnest(known) u left join (
        select m.user_id, r.held_until from public.member m
            left join public.retention r on r.workspace_id = m.workspace_id and r.kind = 'security_log'
          where m.user_id = any(known) and m.workspace_id <> tenant and m.erased_at is null
        union all
        select p.user_id, r.held_until from public.partner_user p
            left join public.retention r on r.workspace_id = p.workspace_id and r.kind = 'security_log'
          where p.user_id = any(known) and p.workspace_id <> tenant and p.erased_at is null) o on o.user_id = u
      group by u) f;
  return public.forget_doors_until(tenant, people, before, most);
end $$;

create or replace function security_lines(workspace uuid, ledger_kinds text[], of_note jsonb, wanted_kind text, wanted_user text,
    from_at timestamptz, until_at timestamptz, before_at timestamptz, before_id uuid, most integer)
  returns table (id uuid, kind text, user_id text, name text, side text, address text, device text, at timestamptz, subject_name text,
    times integer, last_at timestamptz, asked text[])
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  people jsonb;
  ledger jsonb;
  held timestamptz;
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then return; end if;
  held := (select r.held_until from public.retention r where r.workspace_id = workspace and r.kind = 'security_log');
  select coalesce(jsonb_agg(p), '[]') into people from (
    select m.user_id, m.name, 'host' as side, greatest(m.created_at, held) as created_at, m.deactivated_at, coalesce(
        (select max(coalesce(r.done_at, r.asked_at)) from public.erasure r where r.workspace_id = workspace and m.user_id = any(r.user_ids)), '-infinity') as erased_until
      from public.member m where m.workspace_id = workspace
    union all
    select u.user_id, min(u.name), 'partner', greatest(min(u.created_at), held), case when bool_and(u.deactivated_at is not null) then max(u.deactivated_at) end,
        '-infinity'
      from public.partner_user u where u.workspace_id = workspace
        and not exists (select from public.member m where m.workspace_id = workspace and m.user_id = u.user_id)
      group by u.user_id) p;
  -- The ledger lies on many machines and accounts on one: each is asked by itself, the page is put together here.
  select coalesce(jsonb_agg(f), '[]') into ledger from (
    select l.id, l.kind, l.actor_id as user_id, l.recorded_at as at, coalesce(l.payload ->> 'name', l.payload ->> 'email', l.payload ->> 'title') as subject_name
      from public.event l
      where l.workspace_id = workspace and l.kind = any(ledger_kinds) and (l.private_to is null or l.private_to = workspace)
        and (wanted_kind is null or l.kind = wanted_kind) and (wanted_user is null or l.actor_id = wanted_user)
        and (from_at is null or l.recorded_at >= from_at) and (until_at is null or l.recorded_at < until_at)
        and (before_at is null or (l.recorded_at, l.id) < (before_at, before_id))
      order by l.recorded_at desc, l.id desc limit most) f;
  return query
    select found.id, found.kind, found.user_id, found.name, found.side, found.address, found.device, found.at, found.subject_name,
      found.times, found.last_at, found.asked from (
      select d.id, d.kind, d.user_id, d.name, d.side, d.address, d.device, d.at, null::text as subject_name, d.times, d.last_at, d.asked
        from public.door_lines(workspace, people, of_note, wanted_kind, wanted_user, from_at, until_at, before_at, before_id, most) d
      union all
      select l.id, l.kind, l.user_id, p.name, coalesce(p.side, 'host'), null, null, l.at, l.subject_name, 1, l.at, '{}'::text[]
        from jsonb_to_recordset(ledger) l (id uuid, kind text, user_id text, at timestamptz, subject_name text)
          left join jsonb_to_recordset(people) p (user_id text, name text, side text) on p.user_id = l.user_id) found
    order by found.at desc, found.id desc limit most;
end $$;

revoke all on function forget_where(uuid, text[]), forget_where_from(uuid, uuid),
  forget_doors_until(uuid, jsonb, timestamptz, integer) from public;
grant execute on function forget_where_from(uuid, uuid) to keelson_app;
