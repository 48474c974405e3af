-- The names that each module lets be searched, nearest first, for the host side only: one function per owner of a table instead
-- of one over all of them. They run as the owner, as those in 0010 do and for the same reason; in PL/pgSQL, because a cluster
-- takes no parameters in SQL functions over distributed tables. A word that half of all names hold is looked for in 2,000 of them.
drop function names_like(uuid, text);

create function partnerships_like(workspace uuid, wanted text) returns table (id uuid, name text, detail text, organization_id uuid, nearness real)
  language plpgsql stable security definer set search_path = public as $$
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then return; end if;
  return query select found.id, found.name, found.detail, found.organization_id, word_similarity(name_key(wanted), name_key(found.name)) as near
    from (select p.id, p.name, o.name as detail, o.id as organization_id from partnership p join organization o on o.workspace_id = workspace and o.id = p.organization_id
      where p.workspace_id = workspace and name_key(wanted) <% name_key(p.name) limit 2000) found
    order by near desc, length(found.name), found.name, found.id limit 20;
end $$;

create function organizations_like(workspace uuid, wanted text) returns table (id uuid, name text, detail text, organization_id uuid, nearness real)
  language plpgsql stable security definer set search_path = public as $$
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then return; end if;
  return query select found.id, found.name, found.detail, found.organization_id, word_similarity(name_key(wanted), name_key(found.name)) as near
    from (select o.id, o.name, null::text as detail, o.id as organization_id from organization o
      where o.workspace_id = workspace and name_key(wanted) <% name_key(o.name) limit 2000) found
    order by near desc, length(found.name), found.name, found.id limit 20;
end $$;

create function contacts_like(workspace uuid, wanted text) returns table (id uuid, name text, detail text, organization_id uuid, nearness real)
  language plpgsql stable security definer set search_path = public as $$
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then return; end if;
  return query select found.id, found.name, found.detail, found.organization_id, word_similarity(name_key(wanted), name_key(found.name)) as near
    from (select c.id, c.name, coalesce(c.title, o.name) as detail, c.organization_id from contact c left join organization o on o.workspace_id = workspace and o.id = c.organization_id
      where c.workspace_id = workspace and name_key(wanted) <% name_key(c.name) limit 2000) found
    order by near desc, length(found.name), found.name, found.id limit 20;
end $$;

do $$ declare f text; begin
  foreach f in array array['partnerships_like(uuid,text)','organizations_like(uuid,text)','contacts_like(uuid,text)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to keelson_app', f);
  end loop;
end $$;
