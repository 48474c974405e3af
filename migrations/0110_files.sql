-- Files: uploads attached to anything that modules bring as a subject. The bytes lie in the store under <workspace>/<SHA-256>; here
-- is what they are called, whose they are, who may see them, and what became of them.

-- The bytes themselves, once in a workspace however often they were uploaded. Nobody learns from a row here what a file is called,
-- what it is about or whose it is, so that every partner may read it; a company's people write through the function below.
create table file_object (
  workspace_id uuid not null references workspace,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  bytes bigint not null check (bytes > 0),
  -- unchecked: no scanner was set; checking: not looked through yet, and not handed out.
  check_state text not null check (check_state in ('unchecked','checking','clean','infected')),
  found text check (length(found) <= 200),
  checked_at timestamptz,
  -- The last time that somebody uploaded them, and who: whoever it was is told of a virus.
  stored_at timestamptz not null,
  stored_by text,
  -- Set when the bytes were deleted: nobody needs them any more. The row stays.
  gone_at timestamptz,
  primary key (workspace_id, hash)
);
create index file_object_to_check on file_object (workspace_id, check_state) where gone_at is null and check_state in ('unchecked','checking');
select protect('file_object', 'every partner');

create table file (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  subject_kind text not null check (length(subject_kind) <= 60),
  subject_id uuid not null,
  hash text not null,
  name text not null check (length(name) between 1 and 200),
  media_type text not null check (length(media_type) <= 120),
  party_id uuid not null,
  private_to uuid,
  uploaded_by text,
  uploader_name text not null check (length(uploader_name) <= 300),
  uploaded_at timestamptz not null,
  -- Part of the record, which nobody takes away: evidence of a promise, or what both sides signed.
  held_as text check (held_as in ('evidence','signed')),
  removed_at timestamptz,
  removed_by text,
  visibility text not null generated always as (
    case when private_to is null then 'shared' when private_to = workspace_id then 'host' else 'partner' end) stored,
  primary key (workspace_id, id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade,
  foreign key (workspace_id, hash) references file_object,
  check (held_as is null or (removed_at is null and private_to is null))
);
create index file_subject on file (workspace_id, subject_kind, subject_id, id);
create index file_partnership on file (workspace_id, partnership_id, id);
create index file_hash on file (workspace_id, hash);
select protect('file', 'partnership with privacy');

-- Says that these bytes are in the store and wanted; answers how far they are checked. Infected ones stay so for whoever brings
-- them again. The row is locked until the file that needs it is written.
create function keep_file_object(workspace uuid, of_hash text, of_bytes bigint, state text, at timestamptz, by text) returns text
  language plpgsql security definer set search_path = public as $$
declare
  now_is text;
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') not in ('host', 'partner') then
    raise exception 'bytes are kept in one''s own workspace only';
  end if;
  insert into file_object as o (workspace_id, hash, bytes, check_state, stored_at, stored_by) values (workspace, of_hash, of_bytes, state, at, by)
    on conflict (workspace_id, hash) do update set stored_at = excluded.stored_at, stored_by = excluded.stored_by, gone_at = null,
      check_state = case when o.gone_at is null then o.check_state else excluded.check_state end,
      found = case when o.gone_at is null then o.found end,
      checked_at = case when o.gone_at is null then o.checked_at end
    returning o.check_state into now_is;
  return now_is;
end $$;

-- Bytes that nobody needs: of no file that is there or was removed after `removed_before`, and not just uploaded; and infected
-- ones after the same time. Files private to a company count, which the host's jobs do not see.
create function is_file_object_unused(workspace uuid, of_hash text, removed_before timestamptz, stored_before timestamptz) returns boolean
  language plpgsql stable security definer set search_path = public as $$
begin
  return workspace = current_setting('app.workspace_id')::uuid and current_setting('app.side') = 'host' and exists (
    select from file_object o where o.workspace_id = workspace and o.hash = of_hash and o.gone_at is null
      and ((o.check_state = 'infected' and o.checked_at < removed_before)
        or (o.stored_at < stored_before and not exists (select from file f where f.workspace_id = workspace and f.hash = of_hash
          and (f.removed_at is null or f.removed_at >= removed_before)))));
end $$;

create function unused_file_objects(workspace uuid, removed_before timestamptz, stored_before timestamptz, most integer) returns table (hash text)
  language plpgsql stable security definer set search_path = public as $$
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then return; end if;
  return query select o.hash from file_object o where o.workspace_id = workspace and o.gone_at is null
      and ((o.check_state = 'infected' and o.checked_at < removed_before)
        or (o.stored_at < stored_before and not exists (select from file f where f.workspace_id = workspace and f.hash = o.hash
          and (f.removed_at is null or f.removed_at >= removed_before))))
    order by o.hash limit most;
end $$;

revoke all on function keep_file_object(uuid, text, bigint, text, timestamptz, text) from public;
revoke all on function is_file_object_unused(uuid, text, timestamptz, timestamptz) from public;
revoke all on function unused_file_objects(uuid, timestamptz, timestamptz, integer) from public;
grant execute on function keep_file_object(uuid, text, bigint, text, timestamptz, text) to keelson_app;
grant execute on function is_file_object_unused(uuid, text, timestamptz, timestamptz) to keelson_app;
grant execute on function unused_file_objects(uuid, timestamptz, timestamptz, integer) to keelson_app;
