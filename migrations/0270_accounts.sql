-- People's accounts as the business needs them, in its own transactions: who has an address, and a new account with its password.
-- The application's role cannot read the schema; these functions are the only way, and none hands out a password.

create function account_by_email(address text) returns table (id text, name text, email text, locale text)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query select u."id", u."name", u."email", u."locale" from identity."user" u where u."email" = lower(address);
end $$;

create function account_by_id(wanted text) returns table (id text, name text, email text, locale text)
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return query select u."id", u."name", u."email", u."locale" from identity."user" u where u."id" = wanted;
end $$;

create function make_account(new_id text, new_name text, address text, new_locale text, at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  insert into identity."user" ("id", "name", "email", "emailVerified", "locale", "createdAt", "updatedAt")
    values (new_id, new_name, lower(address), true, new_locale, at, at);
end $$;

-- The one password of an account: replaced where there is one.
create function keep_password(person text, hash text, at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, public as $$
begin
  update identity.account set "password" = hash, "updatedAt" = at where "userId" = person and "providerId" = 'credential';
  if not found then
    insert into identity.account ("id", "accountId", "providerId", "userId", "password", "createdAt", "updatedAt")
      values (gen_random_uuid()::text, person, 'credential', person, hash, at, at);
  end if;
end $$;

-- Whether somebody owns a workspace.
create function has_owner() returns boolean
  language plpgsql stable security definer set search_path = pg_catalog, public as $$
begin
  return exists (select from public.member m where m.role = 'owner' and m.deactivated_at is null);
end $$;

do $$ declare f text; begin
  foreach f in array array['account_by_email(text)','account_by_id(text)','make_account(text,text,text,text,timestamptz)',
      'keep_password(text,text,timestamptz)','has_owner()'] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to keelson_app', f);
  end loop;
end $$;
