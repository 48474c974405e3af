-- A number in a register as it is compared: lists write the same one with other spaces, points and dashes.
create function registration_key(number text) returns text language sql immutable parallel safe
  set search_path = pg_catalog, pg_temp
  return upper(regexp_replace(number, '[^[:alnum:]]', '', 'g'));

-- By a function of our own, because row-level security would keep the index from serving it (migration 0010).
create function organizations_registered(workspace uuid, wanted text)
  returns table(id uuid, name text, domains text[], country text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then return; end if;
  return query
    select o.id, o.name, o.domains, o.country from public.organization o
      where o.workspace_id = workspace and public.registration_key(o.registration_number) = public.registration_key(wanted)
        and public.registration_key(wanted) <> ''
      order by o.id limit 5;
end $$;
revoke all on function organizations_registered(uuid, text) from public;
grant execute on function organizations_registered(uuid, text) to keelson_app;

-- Companies with which working together would be, or might be, a conflict of interest: competitors, customers, whoever is ruled out.
create table conflict_entry (
  workspace_id uuid not null references workspace,
  id uuid not null,
  kind text not null check (kind in ('competitor', 'customer', 'excluded')),
  name text not null,
  domains text[] not null,
  note text,
  added_by uuid,
  added_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, added_by) references member
);
create index conflict_entry_name on conflict_entry (workspace_id, name collate "und-x-icu", id);
create index conflict_entry_added_by on conflict_entry (workspace_id, added_by);
select protect('conflict_entry', 'host');
select personal('conflict_entry', '{"kind": "nobody", "name": "words", "domains": "nobody", "note": "words", "added_by": "member"}');

-- What stood against a candidate when it was decided on, and why it was approved even so.
alter table candidate_decision
  add column conflicts jsonb not null default '[]',
  add column conflict_reason text;
select personal('candidate_decision', '{"conflicts": "words", "conflict_reason": "words"}');
