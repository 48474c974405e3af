-- What runs as its owner asks for every table by its full name, and PostgreSQL's own functions come first: nobody who can make a
-- temporary table or a function of the same name is asked instead. Names, arguments, answers and rights stay as they are; a test
-- holds every later function to the same.

create or replace function account_by_email(address text)
  returns table(id text, name text, email text, locale text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query select u."id", u."name", u."email", u."locale" from identity."user" u where u."email" = lower(address);
end $$;

create or replace function account_by_id(wanted text)
  returns table(id text, name text, email text, locale text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query select u."id", u."name", u."email", u."locale" from identity."user" u where u."id" = wanted;
end $$;

create or replace function companies_of(workspace uuid, partnerships uuid[])
  returns table(partnership_id uuid, id uuid, name text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query
    select takes_part.partnership_id, o.id, o.name from (
      select p.id as partnership_id, p.organization_id from public.partnership p where p.workspace_id = workspace and p.id = any(partnerships)
      union
      select t.partnership_id, t.organization_id from public.partnership_party t where t.workspace_id = workspace and t.partnership_id = any(partnerships)
    ) takes_part
    join public.organization o on o.workspace_id = workspace and o.id = takes_part.organization_id
    where workspace = current_setting('app.workspace_id')::uuid and (current_setting('app.side') = 'host'
      or (current_setting('app.side') = 'partner'
        and takes_part.partnership_id = any(string_to_array(current_setting('app.partnerships'), ',')::uuid[])));
end $$;

create or replace function contacts_like(workspace uuid, wanted text)
  returns table(id uuid, name text, detail text, organization_id uuid, nearness real)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then return; end if;
  return query select found.id, found.name, found.detail, found.organization_id, public.word_similarity(public.name_key(wanted), public.name_key(found.name)) as near
    from (select c.id, c.name, coalesce(c.title, o.name) as detail, c.organization_id from public.contact c left join public.organization o on o.workspace_id = workspace and o.id = c.organization_id
      where c.workspace_id = workspace and public.name_key(wanted) <% public.name_key(c.name) limit 2000) found
    order by near desc, length(found.name), found.name, found.id limit 20;
end $$;

create or replace function create_workspace(new_id uuid, new_slug text, new_name text, zone text, home_country text, home_currency text, demo boolean, made_at timestamptz)
  returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into public.workspace (id, slug, name, time_zone, country, currency, is_demo, created_at)
  values (new_id, new_slug, new_name, zone, home_country, home_currency, demo, made_at);
end $$;

create or replace function enqueue_job(task text, payload jsonb, run_at timestamptz, job_key text, max_attempts integer, queue text)
  returns void
  language sql security definer set search_path = pg_catalog, public, pg_temp as $$
  select graphile_worker.add_job(task, payload::json, queue_name := queue, run_at := run_at, max_attempts := max_attempts, job_key := job_key)
$$;

create or replace function free_slug(wanted text)
  returns text
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare candidate text := wanted; n integer := 1;
begin
  perform pg_advisory_xact_lock(hashtextextended('workspace slug', 0));
  while exists (select from public.workspace where slug = candidate) loop
    n := n + 1;
    candidate := left(wanted, 39 - length(n::text)) || '-' || n;
  end loop;
  return candidate;
end $$;

create or replace function has_owner()
  returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return exists (select from public.member m where m.role = 'owner' and m.deactivated_at is null);
end $$;

create or replace function host_people_of(workspace uuid, partnership uuid)
  returns table(id uuid, name text, title text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'partner'
    or not partnership = any(string_to_array(current_setting('app.partnerships'), ',')::uuid[]) then return; end if;
  return query
    select c.id, c.name, c.title from public.contact c
    where c.workspace_id = workspace and c.organization_id is null and exists (select from public.role_assignment r
      where r.workspace_id = workspace and r.partnership_id = partnership and r.contact_id = c.id and r.party_id = workspace);
end $$;

create or replace function invitation_by_token(hash text)
  returns table(workspace_id uuid, id uuid, email text, side text, role text, organization_id uuid, workspace_name text, slug text, time_zone text, expires_at timestamptz, accepted_at timestamptz, revoked_at timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select i.workspace_id, i.id, i.email, i.side, i.role, i.organization_id, w.name, w.slug, w.time_zone, i.expires_at, i.accepted_at, i.revoked_at
      from public.invitation i join public.workspace w on w.id = i.workspace_id where i.token_hash = hash;
end $$;

create or replace function is_file_object_unused(workspace uuid, of_hash text, removed_before timestamptz, stored_before timestamptz)
  returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return workspace = current_setting('app.workspace_id')::uuid and current_setting('app.side') = 'host' and exists (
    select from public.file_object o where o.workspace_id = workspace and o.hash = of_hash and o.gone_at is null
      and ((o.check_state = 'infected' and o.checked_at < removed_before)
        or (o.stored_at < stored_before and not exists (select from public.file f where f.workspace_id = workspace and f.hash = of_hash
          and (f.removed_at is null or f.removed_at >= removed_before)))));
end $$;

create or replace function keep_file_object(workspace uuid, of_hash text, of_bytes bigint, state text, at timestamptz, by text)
  returns text
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  now_is text;
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') not in ('host', 'partner') then
    raise exception 'bytes are kept in one''s own workspace only';
  end if;
  insert into public.file_object as o (workspace_id, hash, bytes, check_state, stored_at, stored_by) values (workspace, of_hash, of_bytes, state, at, by)
    on conflict (workspace_id, hash) do update set stored_at = excluded.stored_at, stored_by = excluded.stored_by, gone_at = null,
      check_state = case when o.gone_at is null then o.check_state else excluded.check_state end,
      found = case when o.gone_at is null then o.found end,
      checked_at = case when o.gone_at is null then o.checked_at end
    returning o.check_state into now_is;
  return now_is;
end $$;

create or replace function keep_password(person text, hash text, at timestamptz)
  returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  update identity.account set "password" = hash, "updatedAt" = at where "userId" = person and "providerId" = 'credential';
  if not found then
    insert into identity.account ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
      values (gen_random_uuid()::text, person, 'credential', person, hash, at, at);
  end if;
end $$;

create or replace function link_holder(hash text)
  returns table(workspace_id uuid, slug text, time_zone text, user_id text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query select l.workspace_id, w.slug, w.time_zone, l.user_id
    from public.link l join public.workspace w on w.id = l.workspace_id where l.token_hash = hash;
end $$;

create or replace function make_account(new_id text, new_name text, address text, new_locale text, at timestamptz)
  returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into identity."user" ("id", "name", "email", "emailVerified", "locale", "createdAt", "updatedAt")
    values (new_id, new_name, lower(address), true, new_locale, at, at);
end $$;

create or replace function organizations_like(workspace uuid, wanted text)
  returns table(id uuid, name text, detail text, organization_id uuid, nearness real)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then return; end if;
  return query select found.id, found.name, found.detail, found.organization_id, public.word_similarity(public.name_key(wanted), public.name_key(found.name)) as near
    from (select o.id, o.name, null::text as detail, o.id as organization_id from public.organization o
      where o.workspace_id = workspace and public.name_key(wanted) <% public.name_key(o.name) limit 2000) found
    order by near desc, length(found.name), found.name, found.id limit 20;
end $$;

create or replace function organizations_named(workspace uuid, wanted text)
  returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if workspace <> current_setting('app.workspace_id')::uuid then return; end if;
  return query select o.id from public.organization o where o.workspace_id = workspace and public.name_key(wanted) <% public.name_key(o.name);
end $$;

create or replace function organizations_near(workspace uuid, wanted text)
  returns table(id uuid, name text, domains text[])
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then return; end if;
  return query
    select o.id, o.name, o.domains from public.organization o
      where o.workspace_id = workspace and public.name_key(o.name) % public.name_key(wanted)
      order by public.similarity(public.name_key(o.name), public.name_key(wanted)) desc limit 5;
end $$;

create or replace function partnerships_like(workspace uuid, wanted text)
  returns table(id uuid, name text, detail text, organization_id uuid, nearness real)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then return; end if;
  return query select found.id, found.name, found.detail, found.organization_id, public.word_similarity(public.name_key(wanted), public.name_key(found.name)) as near
    from (select p.id, p.name, o.name as detail, o.id as organization_id from public.partnership p join public.organization o on o.workspace_id = workspace and o.id = p.organization_id
      where p.workspace_id = workspace and public.name_key(wanted) <% public.name_key(p.name) limit 2000) found
    order by near desc, length(found.name), found.name, found.id limit 20;
end $$;

create or replace function partnerships_named(workspace uuid, wanted text)
  returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if workspace <> current_setting('app.workspace_id')::uuid then return; end if;
  return query
    select p.id from public.partnership p where p.workspace_id = workspace and public.name_key(wanted) <% public.name_key(p.name)
    union
    select p.id from public.organization o join public.partnership p on p.workspace_id = workspace and p.organization_id = o.id
      where o.workspace_id = workspace and public.name_key(wanted) <% public.name_key(o.name);
end $$;

create or replace function partnerships_of(workspace uuid, organization uuid)
  returns setof uuid
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return query
    select p.id from public.partnership p where p.workspace_id = workspace and p.organization_id = organization
    union
    select t.partnership_id from public.partnership_party t
      where t.workspace_id = workspace and t.organization_id = organization and t.left_on is null;
end $$;

create or replace function people_of_party(workspace uuid, party uuid)
  returns table(user_id text, name text, role text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  if workspace <> current_setting('app.workspace_id')::uuid then return; end if;
  if current_setting('app.side') <> 'host' and not (current_setting('app.side') = 'partner'
    and party = current_setting('app.party_id')::uuid) then return; end if;
  return query
    select m.user_id, m.name, m.role from public.member m
      where workspace = party and m.workspace_id = workspace and m.deactivated_at is null
    union all
    select u.user_id, u.name, u.role from public.partner_user u
      where u.workspace_id = workspace and u.organization_id = party and u.deactivated_at is null
    order by 2, 1;
end $$;

create or replace function people_who_see(workspace uuid, partnership uuid, kept_to uuid)
  returns table(id uuid, user_id text, name text, party_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  asker constant text := current_setting('app.side');
  own_party constant uuid := current_setting('app.party_id')::uuid;
begin
  if workspace <> current_setting('app.workspace_id')::uuid then return; end if;
  if asker <> 'host' and not (asker = 'partner'
    and partnership = any(string_to_array(current_setting('app.partnerships'), ',')::uuid[])) then return; end if;
  -- Nobody asks who sees what is another party's own.
  if kept_to is not null and kept_to <> own_party then return; end if;
  return query
    select p.id, p.user_id, p.name, p.party_id from (
      select m.id, m.user_id, m.name, m.workspace_id as party_id,
        exists (select from public.partnership s where s.workspace_id = workspace and s.id = partnership and s.owner_id = m.id) as is_owner
      from public.member m where m.workspace_id = workspace and m.deactivated_at is null
      union all
      select u.id, u.user_id, u.name, u.organization_id, false
      from public.partner_user u join (
          select s.organization_id from public.partnership s where s.workspace_id = workspace and s.id = partnership
          union select t.organization_id from public.partnership_party t
            where t.workspace_id = workspace and t.partnership_id = partnership and t.left_on is null) company
        on company.organization_id = u.organization_id
      where u.workspace_id = workspace and u.deactivated_at is null
        -- Whoever belongs to both sides enters on the host's.
        and not exists (select from public.member m where m.workspace_id = workspace and m.user_id = u.user_id and m.deactivated_at is null)
    ) p
    where (kept_to is null or p.party_id = kept_to)
      and (asker = 'host' or p.party_id = own_party or p.is_owner or exists (
        select from public.comment c where c.workspace_id = workspace and c.partnership_id = partnership and c.private_to is null
          and c.author_id = p.user_id));
end $$;

create or replace function still_here(workspace uuid, accounts text[])
  returns table(user_id text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  if workspace <> current_setting('app.workspace_id')::uuid then return; end if;
  return query
    select m.user_id from public.member m
      where m.workspace_id = workspace and m.user_id = any(accounts) and m.deactivated_at is null
    union
    select u.user_id from public.partner_user u
      where u.workspace_id = workspace and u.user_id = any(accounts) and u.deactivated_at is null;
end $$;

create or replace function unused_file_objects(workspace uuid, removed_before timestamptz, stored_before timestamptz, most integer)
  returns table(hash text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then return; end if;
  return query select o.hash from public.file_object o where o.workspace_id = workspace and o.gone_at is null
      and ((o.check_state = 'infected' and o.checked_at < removed_before)
        or (o.stored_at < stored_before and not exists (select from public.file f where f.workspace_id = workspace and f.hash = o.hash
          and (f.removed_at is null or f.removed_at >= removed_before))))
    order by o.hash limit most;
end $$;

create or replace function workspace_ids()
  returns table(id uuid, time_zone text)
  language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$ select id, time_zone from public.workspace $$;

create or replace function workspaces_of(person text)
  returns table(workspace_id uuid, slug text, name text, time_zone text, side text, role text, id uuid, organization_id uuid, is_demo boolean)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query
    select w.id, w.slug, w.name, w.time_zone, 'host', m.role, m.id, null::uuid, w.is_demo
      from public.member m join public.workspace w on w.id = m.workspace_id where m.user_id = person and m.deactivated_at is null
    union all
    select w.id, w.slug, w.name, w.time_zone, 'partner', p.role, p.id, p.organization_id, w.is_demo
      from public.partner_user p join public.workspace w on w.id = p.workspace_id where p.user_id = person and p.deactivated_at is null;
end $$;

create or replace function companies_with_turned_tasks(workspace uuid, today date, soon_until date)
  returns table(party_id uuid)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then return; end if;
  return query
    select t.private_to from public.task t
      where t.workspace_id = workspace and t.private_to <> workspace and t.state = 'open' and t.overdue_at is null and t.due_on < today
    union
    select t.private_to from public.task t
      where t.workspace_id = workspace and t.private_to <> workspace and t.state = 'open' and t.warned_at is null
        and t.due_on between today and soon_until;
end $$;
