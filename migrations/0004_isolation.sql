-- Row-level security: the second lock. Every query names the workspace itself; these policies hold when one forgets.
-- Plain current_setting() comparisons, because they also run on Citus workers (docs/decisions/0002).

create function keelson_protect(target regclass, partner_rule text) returns void language plpgsql as $$
begin
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format($p$create policy tenant on %s to keelson_app using (
    workspace_id = current_setting('app.workspace_id')::uuid and case current_setting('app.side')
      when 'host' then %s when 'partner' then %s else false end)$p$, target,
    case when exists (select from pg_attribute where attrelid = target and attname = 'visibility')
      then $v$visibility <> 'partner'$v$ else 'true' end, partner_rule);
  execute format('grant select, insert, update, delete on %s to keelson_app', target);
end $$;

do $$
declare
  own constant text := $r$partnership_id = any(string_to_array(current_setting('app.partnerships'), ',')::uuid[])$r$;
  t text;
begin
  -- The host's own affairs: a partner user sees nothing.
  foreach t in array array['member','invitation','import_run','import_error','import_mapping','signal_series',
      'stale_partnership','drift_finding','drift_case','drift_scan','saved_view','partner_user'] loop
    perform keelson_protect(t::regclass, 'false');
  end loop;
  -- Per person, either side.
  foreach t in array array['notification','notification_preference'] loop
    perform keelson_protect(t::regclass, $r$user_id = current_setting('app.user_id')$r$);
  end loop;
  perform keelson_protect('idempotency_key', $r$actor_id = current_setting('app.user_id')$r$);
  -- Both sides' record of one partnership.
  foreach t in array array['partnership_party','role_assignment','agreement','objective','commitment','occurrence',
      'evidence','deal'] loop
    perform keelson_protect(t::regclass, own);
  end loop;
  -- Both sides' record, where a row can be private to one side.
  foreach t in array array['activity','measurement','note','event'] loop
    perform keelson_protect(t::regclass, own || $r$ and visibility <> 'host'$r$);
  end loop;
  perform keelson_protect('partnership', replace(own, 'partnership_id', 'id'));
  perform keelson_protect('organization', $r$id = nullif(current_setting('app.organization_id'), '')::uuid$r$);
  perform keelson_protect('contact', $r$organization_id = nullif(current_setting('app.organization_id'), '')::uuid$r$);
end $$;

-- The ledger is append-only: no update, no delete, for anybody but the owner.
revoke update, delete on event from keelson_app;

alter table workspace enable row level security;
alter table workspace force row level security;
create policy own on workspace to keelson_app using (id = current_setting('app.workspace_id')::uuid);
grant select, update on workspace to keelson_app;

-- Before a workspace is chosen there is no tenant yet. These functions are the only way across, and each answers one question.
-- They run as their owner, who is no superuser on a managed server, so the owner gets a policy of its own.
do $$ declare t text; begin
  for t in select c.relname from pg_class c join pg_policy p on p.polrelid = c.oid where c.relnamespace = 'public'::regnamespace loop
    execute format('create policy migrator on %I to %I using (true)', t, current_user);
  end loop;
end $$;

-- Everything this person may enter, on either side.
create function workspaces_of(person text) returns table
  (workspace_id uuid, slug text, name text, time_zone text, side text, role text, id uuid, organization_id uuid, is_demo boolean)
  language sql stable security definer set search_path = public as $$
  select w.id, w.slug, w.name, w.time_zone, 'host', m.role, m.id, null::uuid, w.is_demo
    from member m join workspace w on w.id = m.workspace_id where m.user_id = person and m.deactivated_at is null
  union all
  select w.id, w.slug, w.name, w.time_zone, 'partner', p.role, p.id, p.organization_id, w.is_demo
    from partner_user p join workspace w on w.id = p.workspace_id where p.user_id = person and p.deactivated_at is null
$$;

-- The partnerships a partner organization takes part in.
create function partnerships_of(workspace uuid, organization uuid) returns setof uuid
  language sql stable security definer set search_path = public as $$
  select id from partnership where workspace_id = workspace and organization_id = organization
  union
  select partnership_id from partnership_party
    where workspace_id = workspace and organization_id = organization and left_on is null
$$;

create function workspace_ids() returns table (id uuid, time_zone text)
  language sql stable security definer set search_path = public as $$ select id, time_zone from workspace $$;

create function create_workspace(new_id uuid, new_slug text, new_name text, zone text, home_country text, home_currency text, demo boolean)
  returns void language sql security definer set search_path = public as $$
  insert into workspace (id, slug, name, time_zone, country, currency, is_demo)
  values (new_id, new_slug, new_name, zone, home_country, home_currency, demo)
$$;

create function invitation_by_token(hash text) returns table
  (workspace_id uuid, id uuid, email text, side text, role text, organization_id uuid, workspace_name text, slug text, time_zone text,
   expires_at timestamptz, accepted_at timestamptz, revoked_at timestamptz)
  language sql stable security definer set search_path = public as $$
  select i.workspace_id, i.id, i.email, i.side, i.role, i.organization_id, w.name, w.slug, w.time_zone, i.expires_at, i.accepted_at, i.revoked_at
    from invitation i join workspace w on w.id = i.workspace_id where i.token_hash = hash
$$;

do $$ declare f text; begin
  foreach f in array array['workspaces_of(text)','partnerships_of(uuid,uuid)','workspace_ids()',
      'create_workspace(uuid,text,text,text,text,text,boolean)','invitation_by_token(text)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to keelson_app', f);
  end loop;
end $$;
drop function keelson_protect(regclass, text);
