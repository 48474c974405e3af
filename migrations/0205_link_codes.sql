-- What binds asks whoever opened a mailed link for a code that goes to the same mailbox. Nothing of the code is kept, nor a hash: it is
-- made from the id and the server's secret, once when the mail is written and again when it is typed in.
create table link_code (
  workspace_id uuid not null,
  id uuid not null,
  link_id uuid not null,
  -- As in the link: whoever acts through it.
  user_id text,
  email text not null check (char_length(email) <= 254),
  asked_at timestamptz not null,
  expires_at timestamptz not null,
  mailed_at timestamptz,
  primary key (workspace_id, id),
  foreign key (workspace_id, link_id) references link on delete cascade,
  check (expires_at > asked_at)
);
create index link_code_link on link_code (workspace_id, link_id);
create index link_code_email on link_code (workspace_id, email, asked_at);

do $$ begin
  perform protect('link_code', 'person');
end $$;

-- Too many wrong codes lock a link, which is told once. The language is that of somebody without an account.
alter table link add column locked_at timestamptz;
alter table link add column lock_told_at timestamptz;
alter table link add column language text;
-- What bound when it was mailed or answered goes on saying nothing of itself to whom it was forwarded.
alter table link add column is_heavy boolean not null default false;
