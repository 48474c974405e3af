-- What an installation seals documents with: its own authority, and the certificates that it made by it, of which old ones stay so that
-- what they sealed can be told. Keys are encrypted with the installation's secret, which is not in the database.
create table identity.seal_certificate (
  serial text not null primary key check (serial ~ '^[0-9A-F]{2,40}$'),
  kind text not null check (kind in ('authority', 'seal')),
  -- The authority that a seal's certificate was made by.
  issuer text check ((issuer is null) = (kind = 'authority')),
  der bytea not null,
  key bytea not null,
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  made_at timestamptz not null
);

create function seal_certificates()
  returns table (serial text, kind text, issuer text, der bytea, key bytea, valid_until timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query select c.serial, c.kind, c.issuer, c.der, c.key, c.valid_until
    from identity.seal_certificate c order by c.valid_until desc, c.serial;
end $$;

create function keep_seal_certificate(new_serial text, new_kind text, made_by text, new_der bytea, new_key bytea,
    begins timestamptz, ends timestamptz, at timestamptz) returns void
  language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
begin
  insert into identity.seal_certificate (serial, kind, issuer, der, key, valid_from, valid_until, made_at)
    values (new_serial, new_kind, made_by, new_der, new_key, begins, ends, at);
end $$;

-- A document that was finished and sealed: once for each thing it is of.
create table sealed_document (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  subject_kind text not null check (length(subject_kind) <= 60),
  subject_id uuid not null,
  file_id uuid not null,
  -- As it was called on that day.
  title text not null check (length(title) between 1 and 300),
  -- Of the file with its seal, and of what was agreed to.
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  content_hash text not null check (content_hash ~ '^[0-9a-f]{64}$'),
  signers integer not null check (signers > 0),
  certificate_serial text not null,
  certificate_until timestamptz not null,
  sealed_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, subject_kind, subject_id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade,
  foreign key (workspace_id, file_id) references file on delete cascade
);
create index sealed_document_partnership on sealed_document (workspace_id, partnership_id);
create index sealed_document_file on sealed_document (workspace_id, file_id);
-- For whoever brings a file and cannot say whose it is.
create index sealed_document_hash on sealed_document (sha256);
select protect('sealed_document', 'partnership');
select personal('sealed_document', '{"subject_kind": "nobody", "title": "words", "sha256": "nobody", "content_hash": "nobody", "certificate_serial": "nobody"}');

-- What whoever holds exactly that file is told of it, from outside any workspace.
create function sealed_file(hash text)
  returns table (workspace_name text, title text, signers integer, sealed_at timestamptz, certificate_until timestamptz)
  language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
#variable_conflict use_column
begin
  return query select w.name, d.title, d.signers, d.sealed_at, d.certificate_until
    from public.sealed_document d join public.workspace w on w.id = d.workspace_id where d.sha256 = hash limit 1;
end $$;

do $$
declare f regprocedure;
begin
  foreach f in array array['seal_certificates()', 'sealed_file(text)',
    'keep_seal_certificate(text, text, text, bytea, bytea, timestamptz, timestamptz, timestamptz)']::regprocedure[] loop
    execute format('revoke all on function %s from public', f);
    execute format('grant execute on function %s to keelson_app', f);
  end loop;
end $$;
