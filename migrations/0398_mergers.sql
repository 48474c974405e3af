-- Two companies that became one, or one of which a part became another; and what went along, so that undoing takes back exactly that.
create table merger (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kind text not null check (kind in ('merge', 'split')),
  -- Whose it was, and whose it is. The former of a merge is no more: `gone` is its row as it was.
  former_id uuid not null,
  former_name text not null,
  next_id uuid not null,
  next_name text not null,
  gone jsonb,
  -- What the company that stays was called and known by before and after, of the fields that changed.
  before jsonb not null default '{}',
  after jsonb not null default '{}',
  -- Domains that came to it, and names and ids that it was given as marks.
  domains text[] not null default '{}',
  marks uuid[] not null default '{}',
  -- Access of people who had it for the company that stays, too.
  access_left_out jsonb not null default '[]',
  made_by text,
  made_at timestamptz not null,
  undone_by text,
  undone_at timestamptz,
  primary key (workspace_id, id)
);
create index merger_next on merger (workspace_id, next_id, made_at);
create index merger_former on merger (workspace_id, former_id, made_at);
select protect('merger', 'host');
select personal('merger', '{"access_left_out": "words", "made_by": "account", "undone_by": "account"}');

-- The rows that named the former company and were made to name the next, up to ten thousand in a row.
create table merger_move (
  workspace_id uuid not null references workspace,
  merger_id uuid not null,
  table_name text not null,
  column_name text not null,
  part integer not null,
  ids uuid[] not null,
  primary key (workspace_id, merger_id, table_name, column_name, part),
  foreign key (workspace_id, merger_id) references merger on delete cascade
);
select protect('merger_move', 'host');

-- In the partnerships that a merger moved, the party is another from now on: also in what a company keeps to itself, which the host does
-- not see, and in the ledger, which nobody else may change. What it may touch it reads from the merger's own row, so that whoever calls it
-- can name a merger and a table, and nothing else.
create function become_party(tenant uuid, by_merger uuid, target regclass, named text[], is_undone boolean) returns bigint
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  moved public.merger;
  partnerships uuid[];
  col record;
  was uuid;
  becomes uuid;
  sets text := '';
  meets text := '';
  changed bigint;
begin
  if tenant is distinct from current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then
    raise exception 'parties become others only from inside the workspace';
  end if;
  select m.* into moved from public.merger m where m.workspace_id = tenant and m.id = by_merger;
  if not found then raise exception 'there is no such merger'; end if;
  was := case when is_undone then moved.next_id else moved.former_id end;
  becomes := case when is_undone then moved.former_id else moved.next_id end;
  -- Those that are the company's now: what was moved on since has gone its own way.
  partnerships := array(select p.id from public.partnership p where p.workspace_id = tenant and p.organization_id = becomes
      and p.id in (select unnest(m.ids) from public.merger_move m
        where m.workspace_id = tenant and m.merger_id = by_merger and m.table_name = 'partnership'))
    || array(select p.partnership_id from public.partnership_party p where p.workspace_id = tenant and p.organization_id = becomes
      and p.partnership_id in (select unnest(m.ids) from public.merger_move m
        where m.workspace_id = tenant and m.merger_id = by_merger and m.table_name = 'partnership_party'));
  if partnerships = '{}' then return 0; end if;
  for col in select a.attname as name, a.atttypid = 'jsonb'::regtype as is_document
    from pg_attribute a join pg_class c on c.oid = a.attrelid
    where a.attrelid = target and c.relnamespace = 'public'::regnamespace and a.attname = any(named) and not a.attisdropped
      and a.atttypid in ('uuid'::regtype, 'jsonb'::regtype)
  loop
    sets := sets || case when sets = '' then '' else ', ' end || case when col.is_document
      then format('%1$I = replace(t.%1$I::text, $3::text, $4::text)::jsonb', col.name)
      else format('%1$I = case when t.%1$I = $3 then $4 else t.%1$I end', col.name) end;
    meets := meets || case when meets = '' then '' else ' or ' end || case when col.is_document
      then format('position($3::text in t.%I::text) > 0', col.name)
      else format('t.%I = $3', col.name) end;
  end loop;
  if sets = '' then raise exception '% has none of these columns', target; end if;
  execute format('update %s t set %s where t.workspace_id = $1 and t.partnership_id = any($2) and (%s)', target, sets, meets)
    using tenant, partnerships, was, becomes;
  get diagnostics changed = row_count;
  return changed;
end $$;
revoke all on function become_party(uuid, uuid, regclass, text[], boolean) from public;
grant execute on function become_party(uuid, uuid, regclass, text[], boolean) to keelson_app;
