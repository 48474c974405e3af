-- What somebody was refused in a workspace is that workspace's alone: it is one row a person, kind and hour, with how often and which kinds of
-- thing were asked for. Rows without a workspace are about the account, as before.
alter table identity.security_event add column workspace_id uuid;
alter table identity.security_event add column asked text[] not null default '{}' check (cardinality(asked) <= 20);
grant update (address, device, asked) on identity.security_event to keelson_identity;

-- So many more refusals of one kind; several servers count in one row. What came from several addresses is from nowhere in particular.
create function note_refusal(workspace uuid, person text, what text, endpoints text[], from_address text, from_device text,
    more integer, first_at timestamptz, latest_at timestamptz, span_from timestamptz, new_id uuid)
  returns void
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(hashtextextended(person || what || workspace::text, 419));
  update identity.security_event e set times = e.times + more, last_at = greatest(e.last_at, latest_at),
      address = case when e.address = from_address then e.address else '' end,
      device = case when e.address = from_address and e.device = from_device then e.device else '' end,
      asked = array(select a from unnest(e.asked || endpoints) with ordinality u (a, n) group by a order by min(n) limit 20)
    where e.id = (select o.id from identity.security_event o
      where o.user_id = person and o.kind = what and o.workspace_id = workspace and o.at > span_from order by o.at desc limit 1);
  if found then return; end if;
  insert into identity.security_event (id, kind, user_id, address, device, at, times, last_at, workspace_id, asked)
    select new_id, what, u."id", from_address, from_device, first_at, more, latest_at, workspace, endpoints
      from identity."user" u where u."id" = person;
end $$;

-- The server that is still of the version before reads what is about accounts, and nothing of a workspace's own.
create or replace function door_log(people jsonb, wanted_kind text, wanted_user text, from_at timestamptz, until_at timestamptz,
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
        where e.workspace_id is null and (wanted_kind is null or e.kind = wanted_kind) and (wanted_user is null or e.user_id = wanted_user)
          and (from_at is null or e.at >= from_at) and (until_at is null or e.at < until_at)
          and (before_at is null or (e.at, e.id) < (before_at, before_id))
        order by e.at desc, e.id desc limit most;
end $$;

-- The same, with what these people were refused in this workspace: of each kind from so many on. Of whom the workspace has erased it
-- tells that something was, and not from where: nor of the time before it where they came back.
create function door_lines(workspace uuid, people jsonb, of_note jsonb, wanted_kind text, wanted_user text, from_at timestamptz,
    until_at timestamptz, before_at timestamptz, before_id uuid, most integer)
  returns table (id uuid, kind text, user_id text, name text, side text, address text, device text, at timestamptz, times integer,
    last_at timestamptz, asked text[])
  language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select e.id, e.kind, e.user_id, p.name, p.side, case when p.side = 'host' and e.at > p.erased_until then e.address end as address,
          case when p.side = 'host' and e.at > p.erased_until then e.device end as device, e.at,
          e.times, coalesce(e.last_at, e.at) as last_at, e.asked
        from jsonb_to_recordset(people) p (user_id text, name text, side text, created_at timestamptz, deactivated_at timestamptz, erased_until timestamptz)
          join identity.security_event e on e.user_id = p.user_id and e.at >= p.created_at and (p.deactivated_at is null or e.at <= p.deactivated_at)
        where (e.workspace_id is null or e.workspace_id = workspace) and (e.workspace_id is null or e.times >= (of_note ->> e.kind)::integer)
          and (wanted_kind is null or e.kind = wanted_kind) and (wanted_user is null or e.user_id = wanted_user)
          and (from_at is null or e.at >= from_at) and (until_at is null or e.at < until_at)
          and (before_at is null or (e.at, e.id) < (before_at, before_id))
        order by e.at desc, e.id desc limit most;
end $$;

create function security_lines(workspace uuid, ledger_kinds text[], of_note jsonb, wanted_kind text, wanted_user text,
    from_at timestamptz, until_at timestamptz, before_at timestamptz, before_id uuid, most integer)
  returns table (id uuid, kind text, user_id text, name text, side text, address text, device text, at timestamptz, subject_name text,
    times integer, last_at timestamptz, asked text[])
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  people jsonb;
  ledger jsonb;
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then return; end if;
  select coalesce(jsonb_agg(p), '[]') into people from (
    select m.user_id, m.name, 'host' as side, m.created_at, m.deactivated_at, coalesce(
        (select max(coalesce(r.done_at, r.asked_at)) from public.erasure r where r.workspace_id = workspace and m.user_id = any(r.user_ids)), '-infinity') as erased_until
      from public.member m where m.workspace_id = workspace
    union all
    select u.user_id, min(u.name), 'partner', min(u.created_at), case when bool_and(u.deactivated_at is not null) then max(u.deactivated_at) end,
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

create function security_line_days(workspace uuid, zone text, refusals text[], ledger_kinds text[], of_note jsonb, wanted_kind text,
    wanted_user text, from_at timestamptz, until_at timestamptz, most integer)
  returns table (on_day date, refused bigint, other bigint)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select (l.at at time zone zone)::date, coalesce(sum(l.times) filter (where l.kind = any(refusals)), 0)::bigint,
        coalesce(sum(l.times) filter (where not l.kind = any(refusals)), 0)::bigint
      from public.security_lines(workspace, ledger_kinds, of_note, wanted_kind, wanted_user, from_at, until_at, null, null, most) l
      group by 1 order by 1;
end $$;

revoke all on function note_refusal(uuid, text, text, text[], text, text, integer, timestamptz, timestamptz, timestamptz, uuid),
  door_lines(uuid, jsonb, jsonb, text, text, timestamptz, timestamptz, timestamptz, uuid, integer),
  security_lines(uuid, text[], jsonb, text, text, timestamptz, timestamptz, timestamptz, uuid, integer),
  security_line_days(uuid, text, text[], text[], jsonb, text, text, timestamptz, timestamptz, integer) from public;
grant execute on function note_refusal(uuid, text, text, text[], text, text, integer, timestamptz, timestamptz, timestamptz, uuid)
  to keelson_identity;
grant execute on function security_lines(uuid, text[], jsonb, text, text, timestamptz, timestamptz, timestamptz, uuid, integer),
  security_line_days(uuid, text, text[], text[], jsonb, text, text, timestamptz, timestamptz, integer) to keelson_app;
