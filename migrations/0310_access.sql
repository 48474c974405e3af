-- What somebody may is remembered by each server. A change of it is told to all of them with its commit, and no write goes by what
-- was remembered alone: it holds a lock that a change waits for, and asks again.

create function access_lock(whose text) returns bigint language plpgsql immutable set search_path = pg_catalog, public, pg_temp as $$
begin
  return hashtextextended('access of ' || whose, 0);
end $$;

-- In the transaction that changes what a person may: waits for their writes under way, lets new ones wait for its end, and is told with
-- its commit.
create function access_changed(whose text) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(public.access_lock(whose));
  perform pg_notify('keelson_access', whose);
end $$;

-- In the transaction of a write: what the person may stays as it is until the transaction ends, and whether their session is open.
create function hold_access(person text, organization text, session text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock_shared(public.access_lock(person));
  if organization is not null then
    perform pg_advisory_xact_lock_shared(public.access_lock(organization));
  end if;
  return session is null or exists (select from identity.session s
    where s."id" = session and s."userId" = person);
end $$;

-- After it: whether the person is still what they were found to be.
create function still_member(workspace uuid, person text, held uuid, held_role text) returns boolean
  language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  return exists (select from public.member m where m.workspace_id = workspace and m.id = held
    and m.user_id = person and m.role = held_role and m.deactivated_at is null);
end $$;

create function still_partner_user(workspace uuid, person text, held uuid, held_organization uuid, held_role text, held_partnerships uuid[])
  returns boolean language plpgsql volatile security definer set search_path = pg_catalog, public, pg_temp as $$
declare partnerships uuid[];
begin
  partnerships := array(select public.partnerships_of(workspace, held_organization));
  return held_partnerships <@ partnerships and exists (select from public.partner_user p
    where p.workspace_id = workspace and p.id = held and p.user_id = person and p.role = held_role
      and p.organization_id = held_organization and p.deactivated_at is null);
end $$;

create function tell_access_changed() returns trigger
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  if tg_table_name = 'session' then
    perform pg_notify('keelson_access', old."userId");
  else
    perform pg_notify('keelson_access', old."id");
  end if;
  return null;
end $$;
-- However a session ends: signed out, ended from another, by a new password, with the account.
create trigger access_changed after delete on identity.session for each row execute function tell_access_changed();
create trigger access_changed after update or delete on identity."user" for each row execute function tell_access_changed();

-- Whether anything can be written: what is written here takes new room on the disk, and is nothing once it is.
create table identity.room (filler text not null);
alter table identity.room alter column filler set storage external;
create function take_room() returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into identity.room (filler) values (repeat('room', 6000));
  delete from identity.room;
end $$;

do $$ declare f text; begin
  foreach f in array array['access_lock(text)','access_changed(text)','tell_access_changed()','take_room()',
      'hold_access(text,text,text)',
      'still_member(uuid,text,uuid,text)','still_partner_user(uuid,text,uuid,uuid,text,uuid[])'] loop
    execute format('revoke all on function %s from public', f);
  end loop;
  foreach f in array array['access_changed(text)','take_room()',
      'hold_access(text,text,text)',
      'still_member(uuid,text,uuid,text)','still_partner_user(uuid,text,uuid,uuid,text,uuid[])'] loop
    execute format('grant execute on function %s to keelson_app', f);
  end loop;
end $$;
