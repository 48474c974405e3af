-- Links that were mailed: single-use, for one act on one thing, to one address. Only a hash of the secret is kept; the secret is made
-- anew from the id and the server's own when the mail is written. What a link is about lies in many tables (subject_id by the kind of
-- act), so nothing but the partnership is held by a foreign key.
create table link (
  workspace_id uuid not null references workspace,
  id uuid not null,
  act text not null check (act ~ '^[a-z_]{1,40}$'),
  subject_id uuid not null,
  partnership_id uuid,
  -- Whom it was mailed to: the account, where there is one, acts through it; otherwise Keelson does for whoever has the mailbox.
  user_id text,
  party_id uuid not null,
  name text not null check (char_length(name) <= 200),
  email text not null check (char_length(email) <= 254),
  token_hash text not null,
  issued_at timestamptz not null,
  expires_at timestamptz not null,
  -- Asked for from the page of one that had expired: at most three an hour.
  is_renewal boolean not null default false,
  mailed_at timestamptz,
  pressed_at timestamptz,
  press text check (press ~ '^[a-z_]{1,40}$'),
  words text check (char_length(words) <= 2000),
  revoked_at timestamptz,
  replaced_at timestamptz,
  -- For acts that bind: a code to the same address.
  code_asked_at timestamptz,
  code_tries integer not null default 0 check (code_tries >= 0),
  primary key (workspace_id, id),
  unique (workspace_id, token_hash),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade,
  check ((pressed_at is null) = (press is null)),
  check (expires_at > issued_at)
);
create index link_token on link (token_hash);
create index link_subject on link (workspace_id, act, subject_id, email);
create index link_issued on link (workspace_id, issued_at desc, id desc);

do $$ begin
  perform protect('link', 'person');
end $$;

-- Whose link it is, before anybody is inside the workspace. Runs as the owner and says no more than that; in PL/pgSQL, because a
-- cluster takes no parameters in SQL functions over distributed tables.
create function link_holder(hash text) returns table (workspace_id uuid, slug text, time_zone text, user_id text)
  language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin
  return query select l.workspace_id, w.slug, w.time_zone, l.user_id
    from link l join workspace w on w.id = l.workspace_id where l.token_hash = hash;
end $$;
revoke all on function link_holder(text) from public;
grant execute on function link_holder(text) to keelson_app;
