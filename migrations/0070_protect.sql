-- The one way a table gets its row-level policies: by who may read it (`Audience` in platform/module.ts). Lasting, so that every
-- later migration protects its tables in the same words; a test holds each table to the audience its module declares.
--
--   host                      the host alone
--   partnership               every party of the partnership a row belongs to
--   partnership with privacy  the same, where a row can be private to one party (private_to: null is shared)
--   organization              the host, and the company a row is about
--   person                    the host's jobs, and the person a row is for
--   every partner             everybody in the workspace reads, the host writes
--
-- Whoever may read a row may store it, and nobody else: USING and WITH CHECK say the same unless written apart here. Plain
-- current_setting() comparisons, because they also run on Citus workers (docs/decisions/0002). No table is protected by more than
-- this: what a role may do is the policy files' to say.
create function protect(target regclass, audience text) returns void language plpgsql set search_path = public as $$
declare
  has_column constant text := $q$select exists (select from pg_attribute where attrelid = $1 and attname = $2 and not attisdropped)$q$;
  own_partnerships constant text := $r$any(string_to_array(current_setting('app.partnerships'), ',')::uuid[])$r$;
  own_party constant text := $r$current_setting('app.party_id')::uuid$r$;
  -- The workspace first, then what each side may see in it.
  rule constant text := $r$workspace_id = current_setting('app.workspace_id')::uuid and case current_setting('app.side')
    when 'host' then %s when 'partner' then %s else false end$r$;
  column_name text;
  host_rule text := 'true';
  partner_reads text;
  partner_writes text;
  is_there boolean;
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
    when 'host' then partner_reads := 'false';
    when 'partnership' then partner_reads := format('%I = %s', column_name, own_partnerships);
    when 'partnership with privacy' then
      host_rule := format('(private_to is null or private_to = %s)', own_party);
      partner_reads := format('%I = %s and %s', column_name, own_partnerships, host_rule);
    when 'organization' then partner_reads := format('%I = %s', column_name, own_party);
    when 'person' then partner_reads := format('%I = current_setting(''app.user_id'')', column_name);
    when 'every partner' then partner_reads := 'true'; partner_writes := 'false';
    else raise exception 'no audience is called "%"', audience;
  end case;
  execute format('alter table %s enable row level security', target);
  execute format('alter table %s force row level security', target);
  execute format('drop policy if exists tenant on %s', target);
  execute format('create policy tenant on %s for all to keelson_app using (%s) with check (%s)', target,
    format(rule, host_rule, partner_reads), format(rule, host_rule, coalesce(partner_writes, partner_reads)));
  -- Functions that answer one question across tenants run as the owner, who is no superuser on a managed server.
  execute format('drop policy if exists migrator on %s', target);
  execute format('create policy migrator on %s to %I using (true)', target, current_user);
  execute format('grant select, insert, update, delete on %s to keelson_app', target);
end $$;

revoke all on function protect(regclass, text) from public;
