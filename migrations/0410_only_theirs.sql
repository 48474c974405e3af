-- An erasure takes out what is this person's and nothing else: not the name of somebody who has the same one and stays, not what waits to
-- be mailed by other workspaces; and it knows a name as people write it in files and lists.

-- A name of several words, with anything between them that is no letter: "Max Quimby", "max_quimby.pdf"; and "Quimby, Max".
create function as_name(name text) returns text language plpgsql immutable set search_path = pg_catalog, public, pg_temp as $$
declare
  words constant text[] := array(select regexp_replace(w, '([^[:alnum:]])', '\\\1', 'g')
    from regexp_split_to_table(btrim(name), '[[:space:]]+') with ordinality s(w, at) order by at);
  between_them constant text := '(?:(?:[[:space:]\u00a0\u202f]|\\[nrt])+|[_.-])';
  turned text := '';
begin
  if cardinality(words) > 1 then
    turned := '|' || words[cardinality(words)] || '[[:space:]\u00a0]*,[[:space:]\u00a0]*'
      || array_to_string(words[:cardinality(words) - 1], between_them);
  end if;
  return '(?<![[:alnum:]])(?:' || array_to_string(words, between_them) || turned || ')(?![[:alnum:]])';
end $$;

create function is_borne_by_others(tenant uuid, wanted text, people uuid[]) returns boolean
  language plpgsql stable set search_path = pg_catalog, public, pg_temp as $$
begin
  return exists (select from public.member m where m.workspace_id = tenant and lower(btrim(m.name)) = wanted
      and m.erased_at is null and not m.id = any(people))
    or exists (select from public.partner_user p where p.workspace_id = tenant and lower(btrim(p.name)) = wanted
      and p.erased_at is null and not p.id = any(people))
    or exists (select from public.contact c where c.workspace_id = tenant and lower(btrim(c.name)) = wanted
      and c.erased_at is null and not c.id = any(people));
end $$;

-- Mails that wait for these addresses: of one workspace, or with null all.
create function forget_mail(tenant uuid, addresses text[]) returns void language plpgsql set search_path = pg_catalog, public, pg_temp as $$
begin
  if to_regclass('graphile_worker._private_jobs') is not null then
    execute $q$delete from graphile_worker._private_jobs where locked_at is null and lower(payload ->> 'to') = any($1)
      and ($2 is null or payload ->> 'workspaceId' = $2::text)$q$ using addresses, tenant;
  end if;
end $$;

-- Takes the person of one row of `erasure` out of everything the workspace holds, the ledger and what companies keep to themselves
-- included: names and addresses become a mark that is the same everywhere, ids, counts and days stay. What is looked for it reads
-- itself from the person's own rows, and where, from the comments above: whoever calls it can name a person, and nothing else.
create or replace function erase_person(tenant uuid, asked_for uuid, at timestamptz) returns jsonb
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
  -- Who bears the same name and stays keeps it: a text that says it may as well mean them, and what stands beside an id is known by that.
  names := array(select distinct lower(btrim(n)) from unnest(names) n where length(btrim(n)) > 0
    and not public.is_borne_by_others(tenant, lower(btrim(n)), people));
  addresses := array(select distinct lower(btrim(n)) from unnest(addresses) n where length(btrim(n)) > 0);
  -- A name of one word may be any word: it is looked for only where a name stands by itself.
  -- As they are, and as JSON writes them.
  select string_agg(public.as_name(w), '|' order by length(w) desc) into name_words
    from unnest(names) n, lateral (values (n), (normalize(n, nfd)), (substr(to_jsonb(n)::text, 2, length(to_jsonb(n)::text) - 2))) v(w) where n ~ '[[:space:]]';
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

  -- Whom an activity was with is known by the contact, whoever else has the name.
  update public.activity set person = mark
    where workspace_id = tenant and contact_id = any(asked.contact_ids) and person is not null and person <> mark;

  perform public.forget_mail(tenant, addresses);
  update public.erasure set done_at = coalesce(done_at, at), counts = case when done_at is null then changed else erasure.counts end
    where workspace_id = tenant and id = asked_for;
  return changed;
end $$;

-- The account of somebody who was erased goes when no workspace needs it any more: with its sessions, its second factor and what is
-- remembered of its doors.
create or replace function forget_account(person text) returns boolean
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare address text;
begin
  perform pg_advisory_xact_lock(public.access_lock(person));
  if public.account_needed(person) is distinct from false then return false; end if;
  select u."email" into address from identity."user" u where u."id" = person;
  -- Links that open a session name the address, the others the account.
  delete from identity.verification v where lower(v."identifier") = lower(address) or position(person in v."value") > 0
    or position(to_jsonb(lower(address))::text in lower(v."value")) > 0;
  perform public.forget_mail(null, array[lower(address)]);
  delete from identity."user" u where u."id" = person;
  return found;
end $$;

do $$ declare f text; begin
  foreach f in array array['as_name(text)', 'is_borne_by_others(uuid,text,uuid[])', 'forget_mail(uuid,text[])'] loop
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;
