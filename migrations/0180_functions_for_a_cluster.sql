-- A cluster takes no parameters in SQL-language functions over distributed tables ("use of parameters in SQL functions"), so the
-- functions that answer one question across row-level security are PL/pgSQL, as those of 0071 and 0091 are. Names, arguments and rights
-- stay as they are; where a parameter or a result and a column share a name, the column is meant.

create or replace function workspaces_of(person text) returns table
  (workspace_id uuid, slug text, name text, time_zone text, side text, role text, id uuid, organization_id uuid, is_demo boolean)
  language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin
  return query
    select w.id, w.slug, w.name, w.time_zone, 'host', m.role, m.id, null::uuid, w.is_demo
      from member m join workspace w on w.id = m.workspace_id where m.user_id = person and m.deactivated_at is null
    union all
    select w.id, w.slug, w.name, w.time_zone, 'partner', p.role, p.id, p.organization_id, w.is_demo
      from partner_user p join workspace w on w.id = p.workspace_id where p.user_id = person and p.deactivated_at is null;
end $$;

create or replace function partnerships_of(workspace uuid, organization uuid) returns setof uuid
  language plpgsql stable security definer set search_path = public as $$
begin
  return query
    select p.id from partnership p where p.workspace_id = workspace and p.organization_id = organization
    union
    select t.partnership_id from partnership_party t
      where t.workspace_id = workspace and t.organization_id = organization and t.left_on is null;
end $$;

create or replace function create_workspace(new_id uuid, new_slug text, new_name text, zone text, home_country text, home_currency text, demo boolean)
  returns void language plpgsql security definer set search_path = public as $$
begin
  insert into workspace (id, slug, name, time_zone, country, currency, is_demo)
  values (new_id, new_slug, new_name, zone, home_country, home_currency, demo);
end $$;

create or replace function invitation_by_token(hash text) returns table
  (workspace_id uuid, id uuid, email text, side text, role text, organization_id uuid, workspace_name text, slug text, time_zone text,
   expires_at timestamptz, accepted_at timestamptz, revoked_at timestamptz)
  language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin
  return query
    select i.workspace_id, i.id, i.email, i.side, i.role, i.organization_id, w.name, w.slug, w.time_zone, i.expires_at, i.accepted_at, i.revoked_at
      from invitation i join workspace w on w.id = i.workspace_id where i.token_hash = hash;
end $$;

create or replace function partnerships_named(workspace uuid, wanted text) returns setof uuid
  language plpgsql stable security definer set search_path = public as $$
begin
  if workspace <> current_setting('app.workspace_id')::uuid then return; end if;
  return query
    select p.id from partnership p where p.workspace_id = workspace and name_key(wanted) <% name_key(p.name)
    union
    select p.id from organization o join partnership p on p.workspace_id = workspace and p.organization_id = o.id
      where o.workspace_id = workspace and name_key(wanted) <% name_key(o.name);
end $$;

create or replace function organizations_named(workspace uuid, wanted text) returns setof uuid
  language plpgsql stable security definer set search_path = public as $$
begin
  if workspace <> current_setting('app.workspace_id')::uuid then return; end if;
  return query select o.id from organization o where o.workspace_id = workspace and name_key(wanted) <% name_key(o.name);
end $$;

create or replace function organizations_near(workspace uuid, wanted text) returns table (id uuid, name text, domains text[])
  language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then return; end if;
  return query
    select o.id, o.name, o.domains from organization o
      where o.workspace_id = workspace and name_key(o.name) % name_key(wanted)
      order by similarity(name_key(o.name), name_key(wanted)) desc limit 5;
end $$;

drop function own_workspace(uuid);
