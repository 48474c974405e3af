-- A thread can be said to be settled: when, and by whom, by the name they had then. The next comment opens it again.
alter table thread add column resolved_at timestamptz, add column resolved_by text;
alter table thread add constraint thread_resolved check (
  (resolved_at is null) = (resolved_by is null) and char_length(resolved_by) <= 200) not valid;

-- What is compared when comments are searched: without accents, in small letters, and in one spelling of signs that have several
-- (composed or not, half or full width).
create function text_key(words text) returns text language sql immutable parallel safe
  as $$ select lower(public.unaccent('public.unaccent', normalize(words, nfkc))) $$;

-- The latest comments in which all of these words stand, of all the asker may read, or of one partnership. Under row-level security
-- PostgreSQL may not use a trigram index, because LIKE is not leakproof; so it runs as the owner and says itself who reads what, and
-- answers ids alone: the rows are then read with the reader's own rights. `longest` is one of the words, for the index.
create function comments_saying(workspace uuid, words text[], longest text, partnership uuid, most integer)
  returns table (id uuid) language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
declare
  asker constant text := current_setting('app.side');
  own_party constant uuid := current_setting('app.party_id')::uuid;
  own_partnerships constant uuid[] := string_to_array(current_setting('app.partnerships'), ',')::uuid[];
begin
  if workspace <> current_setting('app.workspace_id')::uuid or asker not in ('host', 'partner') then return; end if;
  return query
    select c.id from public.comment c
    where c.workspace_id = workspace and c.removed_at is null
      and public.text_key(c.body) like longest and public.text_key(c.body) like all(words)
      and (partnership is null or c.partnership_id = partnership)
      and (c.private_to is null or c.private_to = own_party)
      and (asker = 'host' or c.partnership_id = any(own_partnerships))
    order by c.written_at desc, c.id desc limit most;
end $$;
revoke all on function comments_saying(uuid, text[], text, uuid, integer) from public;
grant execute on function comments_saying(uuid, text[], text, uuid, integer) to keelson_app;
