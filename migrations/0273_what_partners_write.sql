-- A partner's session writes what partners write, and nothing else: `protect` makes one policy for each of reading, adding, changing and
-- removing, and is told which of the last three a partner's own session does (`partnersWrite` in platform/module.ts). Locking a row
-- (`for update`) is open to whoever reads it, so that an act can look at it before its policy says no; changing it is not. Everything
-- else stays as 0070 says: who may read a row may write it where writing is theirs at all.
create function protect(target regclass, audience text, partners_write text[]) returns void language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$
declare
  has_column constant text := $q$select exists (select from pg_attribute where attrelid = $1 and attname = $2 and not attisdropped)$q$;
  own_partnerships constant text := $r$any(string_to_array(current_setting('app.partnerships'), ',')::uuid[])$r$;
  own_party constant text := $r$current_setting('app.party_id')::uuid$r$;
  -- The workspace first, then what each side may in it.
  rule constant text := $r$workspace_id = current_setting('app.workspace_id')::uuid and case current_setting('app.side')
    when 'host' then %s when 'partner' then %s else false end$r$;
  column_name text;
  host_rule text := 'true';
  partner_rule text;
  is_there boolean;
  reads text;
  writes text;
  act text;
begin
  -- The column that says whose a row is: the partnership of a partnership is the row itself, and so is a company's company.
  column_name := case audience when 'partnership' then 'partnership_id' when 'partnership with privacy' then 'partnership_id'
    when 'organization' then 'organization_id' when 'person' then 'user_id' end;
  if column_name is not null then
    execute has_column into is_there using target, column_name::name;
    if not is_there then
      column_name := case audience when 'person' then 'actor_id' else 'id' end;
    end if;
  end if;
  case audience
    when 'host' then partner_rule := 'false';
    when 'partnership' then partner_rule := format('%I = %s', column_name, own_partnerships);
    when 'partnership with privacy' then
      host_rule := format('(private_to is null or private_to = %s)', own_party);
      partner_rule := format('%I = %s and %s', column_name, own_partnerships, host_rule);
    when 'organization' then partner_rule := format('%I = %s', column_name, own_party);
    when 'person' then partner_rule := format('%I = current_setting(''app.user_id'')', column_name);
    when 'every partner' then partner_rule := 'true';
    else raise exception 'no audience is called "%"', audience;
  end case;
  if not partners_write <@ array['insert', 'update', 'delete'] then
    raise exception 'partners insert, update or delete: %', partners_write;
  end if;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('drop policy if exists tenant on %s', target);
  reads := format(rule, host_rule, partner_rule);
  foreach act in array array['select', 'insert', 'update', 'delete'] loop
    execute format('drop policy if exists tenant_%s on %s', act, target);
    writes := format(rule, host_rule, case when act = any(partners_write) then partner_rule else 'false' end);
    execute format('create policy tenant_%s on %s for %s to keelson_app %s', act, target, act, case act
      when 'select' then format('using (%s)', reads)
      when 'insert' then format('with check (%s)', writes)
      when 'update' then format('using (%s) with check (%s)', reads, writes)
      when 'delete' then format('using (%s)', writes) end);
  end loop;
  -- Functions that answer one question across tenants run as the owner, who is no superuser on a managed server.
  execute format('drop policy if exists migrator on %s', target);
  execute format('create policy migrator on %s to %I using (true)', target, current_user);
  execute format('grant select, insert, update, delete on %s to keelson_app', target);
end $$;
revoke all on function protect(regclass, text, text[]) from public;

-- Each table keeps its audience, which its policies of until now tell: they are compared with those of each audience.
do $$
declare
  partners_write constant jsonb := '{
    "activity": ["insert", "update"], "clock": ["insert", "update"], "comment": ["insert", "update"], "deal": ["insert", "update"], "event": ["insert"], "evidence": ["insert", "update"],
    "file": ["insert", "update"], "idempotency_key": ["insert", "update"], "link": ["update"], "link_code": ["insert", "update"],
    "note": ["insert"], "notification": ["update"], "notification_preference": ["insert", "update"], "occurrence": ["update"],
    "stale_partnership": ["insert", "update"], "task": ["insert", "update"], "thread": ["insert", "update"],
    "thread_read": ["insert", "update"]}';
  audiences constant text[] := array['host', 'partnership', 'partnership with privacy', 'organization', 'person', 'every partner'];
  said constant text := $q$select pg_get_expr(polqual, polrelid) || ' / ' || pg_get_expr(polwithcheck, polrelid)
    from pg_policy where polrelid = $1 and polname = 'tenant'$q$;
  target regclass;
  was text;
  is_now text;
  audience text;
  found_audience text;
begin
  for target in select polrelid::regclass from pg_policy where polname = 'tenant' order by polrelid::regclass::text loop
    execute said into was using target;
    found_audience := null;
    foreach audience in array audiences loop
      begin
        perform protect(target, audience);
        execute said into is_now using target;
        if is_now = was then found_audience := audience; end if;
      exception when undefined_column then
        -- This table has not what that audience is told by.
      end;
      exit when found_audience is not null;
    end loop;
    if found_audience is null then raise exception 'nobody knows who reads %', target; end if;
    perform protect(target, found_audience,
      coalesce((select array_agg(act) from jsonb_array_elements_text(partners_write -> target::text) act), '{}'));
  end loop;
end $$;

-- From here on a table says both; who writes is nobody beside the host where nothing is said.
create or replace function protect(target regclass, audience text) returns void language plpgsql
  set search_path = pg_catalog, public, pg_temp as $$ begin perform public.protect(target, audience, '{}'::text[]); end $$;

-- The ledger is append-only, for everybody.
revoke update, delete on event from keelson_app;
