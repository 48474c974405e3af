-- What each column says of people, as a comment of the column that only the owner may write: what the erasure of a person takes out and
-- what it leaves (`Says` in platform/personal.ts; a test holds the two together). A column that says nothing holds nothing of any person.
create function personal(target regclass, said jsonb) returns void language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare each record;
begin
  for each in select key, value from jsonb_each_text(said) loop
    execute format('comment on column %s.%I is %L', target, each.key, 'personal: ' || each.value);
  end loop;
end $$;
revoke all on function personal(regclass, jsonb) from public;

select personal('event', '{"actor_id": "account", "payload": "words"}');
select personal('idempotency_key', '{"actor_id": "own rows", "answer": "words"}');
select personal('member', '{"id": "member", "user_id": "account", "name": "name of id", "email": "detail of id"}');
select personal('partner_user', '{"id": "partner user", "user_id": "account", "name": "name of id", "email": "detail of id"}');
select personal('saved_view', '{"user_id": "account", "name": "words", "search": "words"}');
select personal('link', '{"user_id": "account", "name": "name of email", "email": "address", "words": "words"}');
select personal('link_code', '{"user_id": "account", "email": "address"}');
select personal('partnership', '{"owner_id": "member", "reason": "words"}');
select personal('note', '{"author_id": "account", "author_name": "name of author_id", "body": "words"}');
select personal('clock', '{"course": "words", "questions": "words"}');
select personal('invitation', '{"email": "address", "invited_by": "somebody"}');
select personal('contact', '{"id": "contact", "name": "name of id", "email": "detail of id", "title": "detail of id", "phone": "detail of id"}');
select personal('role_assignment', '{"contact_id": "contact"}');
select personal('file', '{"name": "words", "uploaded_by": "account", "uploader_name": "name of uploaded_by", "removed_by": "account", "unsent_by": "account"}');
select personal('file_object', '{"stored_by": "account"}');
select personal('comment', '{"author_id": "account", "author_name": "name of author_id", "body": "words", "mentions": "words", "removed_by": "name"}');
select personal('thread', '{"resolved_by": "name"}');
select personal('thread_read', '{"user_id": "own rows"}');
select personal('plan', '{"name": "words", "started_by": "account"}');
select personal('plan_edition', '{"steps": "words", "made_by": "account"}');
select personal('plan_template', '{"name": "words", "description": "words"}');
select personal('task', '{"title": "words", "description": "words", "owner_id": "account", "owner_name": "name of owner_id", "given_by": "account", "reason": "words", "note": "words", "link": "words"}');
select personal('approval', '{"title": "words", "intent": "words", "asked_by": "account", "asked_by_name": "name of asked_by", "steps": "words", "left_out": "words"}');
select personal('approval_answer', '{"user_id": "account", "name": "name of user_id", "stands_for": "account", "stands_for_names": "words", "reason": "words"}');
select personal('approval_rule', '{"steps": "words"}');
select personal('deputy', '{"person_id": "account", "person_name": "name of person_id", "deputy_id": "account", "deputy_name": "name of deputy_id"}');
select personal('activity', '{"person": "name", "contact_id": "contact", "summary": "words"}');
select personal('deal', '{"name": "words", "customer": "words"}');
select personal('objective', '{"title": "words", "clause": "words", "host_owner_id": "somebody", "partner_owner_id": "somebody"}');
select personal('commitment', '{"title": "words", "clause": "words"}');
select personal('evidence', '{"url": "words", "note": "words", "given_by": "account"}');
select personal('occurrence', '{"note": "words"}');
select personal('agreement', '{"title": "words"}');
select personal('import_error', '{"value": "words", "params": "words", "cells": "words", "header": "words"}');
select personal('import_run', '{"file_name": "words", "options": "words", "summary": "words", "created_by": "account"}');
select personal('drift_case', '{"finding": "words", "confirmed_by": "account", "close_reason": "words", "confirmed_cause": "words"}');
select personal('drift_finding', '{"finding": "words"}');
select personal('drift_scan', '{"requested_by": "account"}');
select personal('notification', '{"user_id": "own rows", "payload": "words"}');
select personal('notification_preference', '{"user_id": "own rows"}');

-- Who was erased, by ids only, and when. It is asked for by a row; what does it then may do nothing else.
create table erasure (
  workspace_id uuid not null references workspace,
  id uuid not null,
  user_ids text[] not null,
  member_ids uuid[] not null,
  partner_user_ids uuid[] not null,
  contact_ids uuid[] not null,
  asked_by text,
  asked_at timestamptz not null,
  done_at timestamptz,
  counts jsonb not null default '{}',
  primary key (workspace_id, id)
);
create index on erasure (workspace_id, asked_at desc, id desc);
select protect('erasure', 'host');
select personal('erasure', '{"user_ids": "account", "member_ids": "member", "partner_user_ids": "partner user", "contact_ids": "contact", "asked_by": "account"}');

alter table member add column erased_at timestamptz;
alter table partner_user add column erased_at timestamptz;
alter table contact add column erased_at timestamptz;

-- Anything that stands between other letters is another word.
create function as_word(pattern_of text) returns text language plpgsql immutable set search_path = pg_catalog, public, pg_temp as $$
begin
  return '(?<![[:alnum:]])' || regexp_replace(pattern_of, '([^[:alnum:][:space:]])', '\\\1', 'g') || '(?![[:alnum:]])';
end $$;

-- An address is also not the end or the beginning of a longer one.
create function as_address(pattern_of text) returns text language plpgsql immutable set search_path = pg_catalog, public, pg_temp as $$
begin
  return '(?<![[:alnum:]._%+-])' || regexp_replace(pattern_of, '([^[:alnum:][:space:]])', '\\\1', 'g') || '(?![[:alnum:]-]|[.][[:alnum:]])';
end $$;

-- Documents in which a name may stand.
create function personal_documents() returns table (tab text, name text) language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
begin
  return query select c.relname::text, a.attname::text
    from pg_description d join pg_class c on c.oid = d.objoid join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
    where d.classoid = 'pg_class'::regclass and c.relnamespace = 'public'::regnamespace and d.description = 'personal: words'
      and a.atttypid = 'jsonb'::regtype
    order by 1, 2;
end $$;

-- What accounts call themselves: they lie on one machine, and what is erased on many.
create function account_words(people text[]) returns table (name text, email text)
  language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
begin
  return query select u."name", u."email" from identity."user" u where u."id" = any(people);
end $$;

-- Takes the person of one row of `erasure` out of everything the workspace holds, the ledger and what companies keep to themselves
-- included: names and addresses become a mark that is the same everywhere, ids, counts and days stay. What is looked for it reads
-- itself from the person's own rows, and where, from the comments above: whoever calls it can name a person, and nothing else.
create function erase_person(tenant uuid, asked_for uuid, at timestamptz) returns jsonb
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  asked public.erasure;
  mark text;
  no_address text;
  names text[];
  addresses text[];
  people uuid[];
  name_words text;
  address_words text;
  of_says text;
  found_rows integer;
  changed jsonb := '{}';
  col record;
  value text;
begin
  if tenant is distinct from current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then
    raise exception 'erased only from inside the workspace';
  end if;
  select e.* into asked from public.erasure e where e.workspace_id = tenant and e.id = asked_for for update;
  if not found then raise exception 'nobody asked for this erasure'; end if;
  mark := 'Erased person ' || right(replace(asked.id::text, '-', ''), 8);
  no_address := 'erased-' || right(replace(asked.id::text, '-', ''), 8) || '@erased.invalid';
  people := asked.member_ids || asked.partner_user_ids || asked.contact_ids;

  names := array(select m.name from public.member m where m.workspace_id = tenant and m.id = any(asked.member_ids) and m.erased_at is null)
    || array(select p.name from public.partner_user p
      where p.workspace_id = tenant and p.id = any(asked.partner_user_ids) and p.erased_at is null)
    || array(select c.name from public.contact c where c.workspace_id = tenant and c.id = any(asked.contact_ids) and c.erased_at is null);
  addresses := array(select m.email from public.member m where m.workspace_id = tenant and m.id = any(asked.member_ids) and m.erased_at is null)
    || array(select p.email from public.partner_user p
      where p.workspace_id = tenant and p.id = any(asked.partner_user_ids) and p.erased_at is null)
    || array(select c.email from public.contact c where c.workspace_id = tenant and c.id = any(asked.contact_ids) and c.erased_at is null);
  -- Their account's own, where it is another.
  if names <> '{}' then
    names := names || array(select a.name from public.account_words(asked.user_ids) a);
    addresses := addresses || array(select a.email from public.account_words(asked.user_ids) a);
  end if;
  names := array(select distinct lower(btrim(n)) from unnest(names) n where length(btrim(n)) > 0);
  addresses := array(select distinct lower(btrim(n)) from unnest(addresses) n where length(btrim(n)) > 0);
  -- A name of one word may be any word: it is looked for only where a name stands by itself.
  -- As they are, and as JSON writes them.
  select string_agg(public.as_word(w), '|' order by length(w) desc) into name_words
    from unnest(names) n, lateral (values (n), (substr(to_jsonb(n)::text, 2, length(to_jsonb(n)::text) - 2))) v(w) where n ~ '[[:space:]]';
  select string_agg(public.as_address(w), '|' order by length(w) desc) into address_words
    from unnest(addresses) n, lateral (values (n), (substr(to_jsonb(n)::text, 2, length(to_jsonb(n)::text) - 2))) v(w);

  -- Doors that are open for this address.
  update public.invitation set revoked_at = at
    where workspace_id = tenant and lower(email) = any(addresses) and accepted_at is null and revoked_at is null;
  update public.link set revoked_at = at where workspace_id = tenant
    and (lower(email) = any(addresses) or user_id = any(asked.user_ids)) and pressed_at is null and revoked_at is null;

  for col in
    select c.relname as tab, a.attname as name, format_type(a.atttypid, null) as kind, a.attnotnull as must, substr(d.description, 11) as says
    from pg_description d join pg_class c on c.oid = d.objoid join pg_attribute a on a.attrelid = c.oid and a.attnum = d.objsubid
    where d.classoid = 'pg_class'::regclass and c.relnamespace = 'public'::regnamespace and d.description like 'personal: %'
    order by array_position(array['own', 'name', 'detail', 'address', 'words'], split_part(substr(d.description, 11), ' ', 1)), c.relname, a.attname
  loop
    found_rows := 0;
    if col.says = 'own rows' then
      execute format('delete from public.%I where workspace_id = $1 and %I = any($2)', col.tab, col.name) using tenant, asked.user_ids;
      get diagnostics found_rows = row_count;
    elsif col.says ~ '^(name|detail) of ' then
      select substr(d.description, 11) into of_says from pg_description d
        join pg_attribute a on a.attrelid = d.objoid and a.attnum = d.objsubid
        where d.classoid = 'pg_class'::regclass and d.objoid = format('public.%I', col.tab)::regclass
          and a.attname = split_part(col.says, ' ', 3);
      value := case when col.says like 'name%' then mark when col.must then no_address end;
      execute format('update public.%I set %I = $1 where workspace_id = $2 and %s and %I is distinct from $1', col.tab, col.name,
          case of_says
            when 'account' then format('%I = any($3)', split_part(col.says, ' ', 3))
            when 'address' then format('lower(%I) = any($4)', split_part(col.says, ' ', 3))
            else format('%I = any($5)', split_part(col.says, ' ', 3))
          end, col.name)
        using value, tenant, asked.user_ids, addresses,
          case of_says when 'member' then asked.member_ids when 'partner user' then asked.partner_user_ids
            when 'contact' then asked.contact_ids else people end;
      get diagnostics found_rows = row_count;
    elsif col.says in ('address', 'name') then
      execute format('update public.%I set %I = $1 where workspace_id = $2 and lower(btrim(%I)) = any($3)', col.tab, col.name, col.name)
        using case col.says when 'name' then mark else no_address end, tenant, case col.says when 'name' then names else addresses end;
      get diagnostics found_rows = row_count;
    elsif col.says = 'words' then
      found_rows := public.scrub_words(tenant, col.tab, col.name, col.kind, address_words, no_address)
        + public.scrub_words(tenant, col.tab, col.name, col.kind, name_words, mark);
    end if;
    if found_rows > 0 then
      changed := changed || jsonb_build_object(col.tab, coalesce((changed ->> col.tab)::integer, 0) + found_rows);
    end if;
  end loop;

  -- Beside the account it belongs to, whatever the name was then: who was mentioned, who is to answer.
  if asked.user_ids <> '{}' then
    select '("name": )"(?:[^"\\]|\\.)*"(, "userId": "(?:' || string_agg(public.as_word(u), '|') || ')")' into name_words from unnest(asked.user_ids) u;
    perform public.scrub_words(tenant, col_of.tab, col_of.name, 'jsonb', name_words, '\1' || to_jsonb(mark)::text || '\2')
      from public.personal_documents() col_of;
  end if;

  -- In the ledger a name also stands beside the id it belongs to, whatever the name was then.
  update public.event set payload = jsonb_set(payload, '{name}', to_jsonb(mark))
    where workspace_id = tenant and jsonb_typeof(payload -> 'name') = 'string' and payload ->> 'name' <> mark
      and (subject_id = any(people) or payload ->> 'contactId' = any(people::text[]));
  update public.event set payload = jsonb_set(payload, '{email}', to_jsonb(no_address))
    where workspace_id = tenant and jsonb_typeof(payload -> 'email') = 'string' and payload ->> 'email' <> no_address
      and subject_id = any(people);

  -- Who has the old form of them open cannot save the name back.
  update public.member set erased_at = at, deactivated_at = coalesce(deactivated_at, at), version = version + 1
    where workspace_id = tenant and id = any(asked.member_ids) and erased_at is null;
  update public.partner_user set erased_at = at, deactivated_at = coalesce(deactivated_at, at), version = version + 1
    where workspace_id = tenant and id = any(asked.partner_user_ids) and erased_at is null;
  update public.contact set erased_at = at, version = version + 1
    where workspace_id = tenant and id = any(asked.contact_ids) and erased_at is null;

  perform public.forget_mail(addresses);
  update public.erasure set done_at = coalesce(done_at, at), counts = case when done_at is null then changed else erasure.counts end
    where workspace_id = tenant and id = asked_for;
  return changed;
end $$;

-- Of one column, what matches becomes the mark. Where the mark is too long for what the column may hold, one sign stands for it.
create function scrub_words(tenant uuid, tab text, col text, kind text, words text, mark text) returns integer
  language plpgsql set search_path = pg_catalog, public, pg_temp as $$
declare
  change constant text := case kind
    when 'jsonb' then 'update public.%1$I set %2$I = regexp_replace(%2$I::text, $2, $3, ''gi'')::jsonb where workspace_id = $1 and %2$I::text ~* $2'
    else 'update public.%1$I set %2$I = regexp_replace(%2$I, $2, $3, ''gi'') where workspace_id = $1 and %2$I ~* $2' end;
  found_rows integer;
begin
  if words is null then return 0; end if;
  begin
    execute format(change, tab, col) using tenant, words, mark;
  exception when check_violation then
    execute format(change, tab, col) using tenant, words, '×';
  end;
  get diagnostics found_rows = row_count;
  return found_rows;
end $$;

-- Mails that wait in the queue for these addresses are not sent any more.
create function forget_mail(addresses text[]) returns void language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if to_regclass('graphile_worker._private_jobs') is not null then
    execute $q$delete from graphile_worker._private_jobs where locked_at is null and lower(payload ->> 'to') = any($1)$q$ using addresses;
  end if;
end $$;

-- Whether somebody who was erased somewhere may still enter a workspace, of all there are; null for somebody who was erased nowhere.
create function account_needed(person text) returns boolean language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if not exists (select from public.erasure e where person = any(e.user_ids)) then return null; end if;
  return exists (select from public.member m where m.user_id = person and m.erased_at is null and m.deactivated_at is null)
    or exists (select from public.partner_user p where p.user_id = person and p.erased_at is null and p.deactivated_at is null);
end $$;

-- The account of somebody who was erased goes when no workspace needs it any more: with its sessions, its second factor and what is
-- remembered of its doors.
create function forget_account(person text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  perform pg_advisory_xact_lock(public.access_lock(person));
  if public.account_needed(person) is distinct from false then return false; end if;
  delete from identity.verification v where v."identifier" = (select u."email" from identity."user" u where u."id" = person)
    or v."value" like '%' || person || '%';
  delete from identity."user" u where u."id" = person;
  return found;
end $$;

do $$ declare f text; begin
  foreach f in array array['as_word(text)', 'as_address(text)', 'personal_documents()', 'scrub_words(uuid,text,text,text,text,text)', 'forget_mail(text[])',
      'account_words(text[])', 'account_needed(text)', 'erase_person(uuid,uuid,timestamptz)', 'forget_account(text)'] loop
    execute format('revoke all on function %s from public', f);
  end loop;
  grant execute on function erase_person(uuid,uuid,timestamptz), forget_account(text) to keelson_app;
end $$;
