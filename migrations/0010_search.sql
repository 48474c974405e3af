-- Search by name with typing errors. Under row-level security PostgreSQL may not use a trigram index, because the similarity
-- operators are not leakproof: a search over 100,000 names would compare every one. These functions run as the owner, name
-- the workspace themselves, refuse any other than the transaction's own, and answer ids and names only.

create function own_workspace(workspace uuid) returns uuid language sql stable parallel safe
  as $$ select workspace where workspace = current_setting('app.workspace_id')::uuid $$;

-- Partnerships whose own or whose company's name is like the words.
create function partnerships_named(workspace uuid, wanted text) returns setof uuid
  language sql stable security definer set search_path = public as $$
  select id from partnership where workspace_id = own_workspace(workspace) and name_key(wanted) <% name_key(name)
  union
  select p.id from organization o join partnership p on p.workspace_id = o.workspace_id and p.organization_id = o.id
    where o.workspace_id = own_workspace(workspace) and name_key(wanted) <% name_key(o.name)
$$;

create function organizations_named(workspace uuid, wanted text) returns setof uuid
  language sql stable security definer set search_path = public as $$
  select id from organization where workspace_id = own_workspace(workspace) and name_key(wanted) <% name_key(name)
$$;

-- The organizations one may be about to record a second time, nearest first.
create function organizations_near(workspace uuid, wanted text) returns table (id uuid, name text, domains text[])
  language sql stable security definer set search_path = public as $$
  select id, name, domains from organization
    where workspace_id = own_workspace(workspace) and name_key(name) % name_key(wanted) and current_setting('app.side') = 'host'
    order by similarity(name_key(name), name_key(wanted)) desc limit 5
$$;

create index contact_search on contact using gin (workspace_id, name_key(name) gin_trgm_ops);

-- What the command palette finds: the nearest names of each kind, for the host side only.
create function names_like(workspace uuid, wanted text) returns table (kind text, id uuid, name text, detail text, organization_id uuid, nearness real)
  language sql stable security definer set search_path = public as $$
  select found.kind, found.id, found.name, found.detail, found.organization_id, word_similarity(name_key(wanted), name_key(found.name)) as nearness from (
    (select 'partnership' as kind, p.id, p.name, o.name as detail, o.id as organization_id
      from partnership p join organization o on o.workspace_id = p.workspace_id and o.id = p.organization_id
      where p.workspace_id = own_workspace(workspace) and name_key(wanted) <% name_key(p.name) limit 300)
    union all
    (select 'organization', o.id, o.name, null, o.id from organization o
      where o.workspace_id = own_workspace(workspace) and name_key(wanted) <% name_key(o.name) limit 300)
    union all
    (select 'contact', c.id, c.name, coalesce(c.title, o.name), c.organization_id from contact c
      left join organization o on o.workspace_id = c.workspace_id and o.id = c.organization_id
      where c.workspace_id = own_workspace(workspace) and name_key(wanted) <% name_key(c.name) limit 300)
  ) found where current_setting('app.side') = 'host'
  order by nearness desc, length(found.name), found.name, found.id limit 20
$$;

do $$ declare f text; begin
  foreach f in array array['partnerships_named(uuid,text)','organizations_named(uuid,text)','organizations_near(uuid,text)','names_like(uuid,text)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to keelson_app', f);
  end loop;
end $$;
