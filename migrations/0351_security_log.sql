-- Like refusals of one person from one address are one row an hour with how often: a flood is one fact, and none of it goes uncounted.
alter table identity.security_event add column times integer not null default 1 check (times > 0);
alter table identity.security_event add column last_at timestamptz;
grant update (times, last_at) on identity.security_event to keelson_identity;

-- Of these people, each with the time they belong to a workspace. Nobody may ask it but the function below, which says who they are.
create function door_log(people jsonb, wanted_kind text, wanted_user text, from_at timestamptz, until_at timestamptz,
    before_at timestamptz, before_id uuid, most integer)
  returns table (id uuid, kind text, user_id text, name text, side text, address text, device text, at timestamptz, times integer, last_at timestamptz)
  language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select e.id, e.kind, e.user_id, p.name, p.side, case p.side when 'host' then e.address end as address,
          case p.side when 'host' then e.device end as device, e.at,
          e.times, coalesce(e.last_at, e.at) as last_at
        from jsonb_to_recordset(people) p (user_id text, name text, side text, created_at timestamptz, deactivated_at timestamptz)
          join identity.security_event e on e.user_id = p.user_id and e.at >= p.created_at and (p.deactivated_at is null or e.at <= p.deactivated_at)
        where (wanted_kind is null or e.kind = wanted_kind) and (wanted_user is null or e.user_id = wanted_user)
          and (from_at is null or e.at >= from_at) and (until_at is null or e.at < until_at)
          and (before_at is null or (e.at, e.id) < (before_at, before_id))
        order by e.at desc, e.id desc limit most;
end $$;

-- What an administrator reads of it: their workspace's people, for as long as they were its people, and beside it what the ledger has of
-- such kinds. From where somebody signed in is told of members; a partner's people work for somebody else.
create function security_log(workspace uuid, ledger_kinds text[], wanted_kind text, wanted_user text, from_at timestamptz, until_at timestamptz,
    before_at timestamptz, before_id uuid, most integer)
  returns table (id uuid, kind text, user_id text, name text, side text, address text, device text, at timestamptz, subject_name text, times integer, last_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  people jsonb;
  ledger jsonb;
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then return; end if;
  select coalesce(jsonb_agg(p), '[]') into people from (
    select m.user_id, m.name, 'host' as side, m.created_at, m.deactivated_at from public.member m where m.workspace_id = workspace
    union all
    select u.user_id, min(u.name), 'partner', min(u.created_at), case when bool_and(u.deactivated_at is not null) then max(u.deactivated_at) end
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
      found.times, found.last_at from (
      select d.id, d.kind, d.user_id, d.name, d.side, d.address, d.device, d.at, null::text as subject_name, d.times, d.last_at
        from public.door_log(people, wanted_kind, wanted_user, from_at, until_at, before_at, before_id, most) d
      union all
      select l.id, l.kind, l.user_id, p.name, coalesce(p.side, 'host'), null, null, l.at, l.subject_name, 1, l.at
        from jsonb_to_recordset(ledger) l (id uuid, kind text, user_id text, at timestamptz, subject_name text)
          left join jsonb_to_recordset(people) p (user_id text, name text, side text) on p.user_id = l.user_id) found
    order by found.at desc, found.id desc limit most;
end $$;

-- How many there were on each day of the workspace's time zone, refused and other, among the latest of them.
create function security_days(workspace uuid, zone text, refusals text[], ledger_kinds text[], wanted_kind text, wanted_user text,
    from_at timestamptz, until_at timestamptz, most integer)
  returns table (on_day date, refused bigint, other bigint)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select (l.at at time zone zone)::date, coalesce(sum(l.times) filter (where l.kind = any(refusals)), 0)::bigint,
        coalesce(sum(l.times) filter (where not l.kind = any(refusals)), 0)::bigint
      from public.security_log(workspace, ledger_kinds, wanted_kind, wanted_user, from_at, until_at, null, null, most) l
      group by 1 order by 1;
end $$;

revoke all on function door_log(jsonb, text, text, timestamptz, timestamptz, timestamptz, uuid, integer),
  security_log(uuid, text[], text, text, timestamptz, timestamptz, timestamptz, uuid, integer),
  security_days(uuid, text, text[], text[], text, text, timestamptz, timestamptz, integer) from public;
grant execute on function security_log(uuid, text[], text, text, timestamptz, timestamptz, timestamptz, uuid, integer),
  security_days(uuid, text, text[], text[], text, text, timestamptz, timestamptz, integer) to keelson_app;
