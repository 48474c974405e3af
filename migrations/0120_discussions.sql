-- Threads on whatever modules let be attached to (subject_kind, subject_id), one for each audience: shared by every party of the
-- partnership, or private to one. Subjects lie in many tables, so nothing but the partnership is held by a foreign key.
create table thread (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  subject_kind text not null check (subject_kind ~ '^[a-z_]{1,40}$'),
  subject_id uuid not null,
  private_to uuid,
  visibility text not null generated always as (
    case when private_to is null then 'shared' when private_to = workspace_id then 'host' else 'partner' end) stored,
  -- One shared thread and one per party: null counts as a value of its own here.
  kept_to uuid not null generated always as (coalesce(private_to, '00000000-0000-0000-0000-000000000000'::uuid)) stored,
  -- The position of the last comment; counted under the thread's lock, so that two who write at once are both kept, one after the other.
  last_position integer not null default 0 check (last_position >= 0),
  removed integer not null default 0 check (removed between 0 and last_position),
  created_at timestamptz not null,
  last_comment_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, subject_kind, subject_id, kept_to),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade
);
create index thread_partnership on thread (workspace_id, partnership_id, last_comment_at desc, id desc);

create table comment (
  workspace_id uuid not null references workspace,
  id uuid not null,
  thread_id uuid not null,
  partnership_id uuid not null,
  private_to uuid,
  visibility text not null generated always as (
    case when private_to is null then 'shared' when private_to = workspace_id then 'host' else 'partner' end) stored,
  position integer not null check (position > 0),
  -- Whose word it is, and who wrote it: the name as it was then, because people leave.
  party_id uuid not null,
  side text not null generated always as (case when party_id = workspace_id then 'host' else 'partner' end) stored,
  author_id text not null,
  author_name text not null check (char_length(author_name) <= 200),
  body text check (char_length(body) between 1 and 10000),
  -- [{ id, userId, name }]: people who could see it when it was written.
  mentions jsonb not null default '[]' check (jsonb_typeof(mentions) = 'array' and jsonb_array_length(mentions) <= 20),
  written_at timestamptz not null,
  edited_at timestamptz,
  removed_at timestamptz,
  removed_by text check (char_length(removed_by) <= 200),
  version integer not null default 1,
  primary key (workspace_id, id),
  unique (workspace_id, thread_id, position),
  foreign key (workspace_id, thread_id) references thread on delete cascade,
  -- What was removed is gone, and says who removed it.
  check ((removed_at is null) = (body is not null) and (removed_at is null) = (removed_by is null)),
  check (removed_at is null or mentions = '[]')
);
create index comment_author on comment (workspace_id, author_id, written_at desc);

-- How far one person has read.
create table thread_read (
  workspace_id uuid not null references workspace,
  thread_id uuid not null,
  user_id text not null,
  position integer not null check (position >= 0),
  primary key (workspace_id, thread_id, user_id),
  foreign key (workspace_id, thread_id) references thread on delete cascade
);

do $$ begin
  perform protect('thread', 'partnership with privacy');
  perform protect('comment', 'partnership with privacy');
  perform protect('thread_read', 'person');
end $$;

-- The people who may see what is said in a partnership, kept to one party or shared, as the asker may know of them. Of the host's
-- side a partner's person is told only who looks after the partnership and who has written in it, of another company only who has
-- written; of their own company everybody. Runs as the owner, because members and partners' users are the host's to list; in
-- PL/pgSQL, because a cluster takes no parameters in SQL functions over distributed tables.
create function people_who_see(workspace uuid, partnership uuid, kept_to uuid)
  returns table (id uuid, user_id text, name text, party_id uuid)
  language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
declare
  asker constant text := current_setting('app.side');
  own_party constant uuid := current_setting('app.party_id')::uuid;
begin
  if workspace <> current_setting('app.workspace_id')::uuid then return; end if;
  if asker <> 'host' and not (asker = 'partner'
    and partnership = any(string_to_array(current_setting('app.partnerships'), ',')::uuid[])) then return; end if;
  -- Nobody asks who sees what is another party's own.
  if kept_to is not null and kept_to <> own_party then return; end if;
  return query
    select p.id, p.user_id, p.name, p.party_id from (
      select m.id, m.user_id, m.name, m.workspace_id as party_id,
        exists (select from partnership s where s.workspace_id = workspace and s.id = partnership and s.owner_id = m.id) as is_owner
      from member m where m.workspace_id = workspace and m.deactivated_at is null
      union all
      select u.id, u.user_id, u.name, u.organization_id, false
      from partner_user u join (
          select s.organization_id from partnership s where s.workspace_id = workspace and s.id = partnership
          union select t.organization_id from partnership_party t
            where t.workspace_id = workspace and t.partnership_id = partnership and t.left_on is null) company
        on company.organization_id = u.organization_id
      where u.workspace_id = workspace and u.deactivated_at is null
        -- Whoever belongs to both sides enters on the host's.
        and not exists (select from member m where m.workspace_id = workspace and m.user_id = u.user_id and m.deactivated_at is null)
    ) p
    where (kept_to is null or p.party_id = kept_to)
      and (asker = 'host' or p.party_id = own_party or p.is_owner or exists (
        select from comment c where c.workspace_id = workspace and c.partnership_id = partnership and c.private_to is null
          and c.author_id = p.user_id));
end $$;
revoke all on function people_who_see(uuid, uuid, uuid) from public;
grant execute on function people_who_see(uuid, uuid, uuid) to keelson_app;
