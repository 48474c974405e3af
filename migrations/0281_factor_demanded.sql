-- A workspace may let nobody in who has no second factor: of its own members, and of its partners' people.
alter table workspace add column members_need_factor boolean not null default false;
alter table workspace add column partners_need_factor boolean not null default false;

-- Whether a person has a second factor.
create function has_factor(person text) returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return exists (select from identity."user" u where u."id" = person and u."twoFactorEnabled");
end $$;

-- Where a person would have to turn it on before they may enter, and on which side.
create function factor_needed_by(person text) returns table (workspace_id uuid, side text)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  if public.has_factor(person) then return; end if;
  return query
    select w.id, 'host' from public.member m join public.workspace w on w.id = m.workspace_id
      where m.user_id = person and m.deactivated_at is null and w.members_need_factor
    union all
    select w.id, 'partner' from public.partner_user p join public.workspace w on w.id = p.workspace_id
      where p.user_id = person and p.deactivated_at is null and w.partners_need_factor;
end $$;

do $$ declare f text; begin
  foreach f in array array['has_factor(text)', 'factor_needed_by(text)'] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to keelson_app', f);
  end loop;
end $$;
