-- What sign-in counts, for all servers together: guesses at a password and letters sent to an address, by a hash that names nobody.
create table identity.tally (key text not null primary key, count integer not null, at timestamptz not null);
create index on identity.tally (at);

-- From which browsers a person has signed in before; each is known by the hash of a word that only its cookie holds.
create table identity.device (
  user_id text not null references identity."user" ("id") on delete cascade,
  hash text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (user_id, hash)
);

grant select, insert, update, delete on identity.tally, identity.device to keelson_identity;
