-- The words of an agreement. While the host writes them they are a draft's own; what both sides read, answer and sign is a version,
-- which nobody changes any more.
alter table agreement_draft add column text jsonb;
select personal('agreement_draft', '{"text": "words"}');

create table agreement_version (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  draft_id uuid not null,
  number integer not null check (number > 0),
  text jsonb not null,
  -- Term, notice, objectives and promises as they stood with it.
  content jsonb not null,
  -- SHA-256 over both: whoever agrees, agrees to this and nothing else.
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  -- The party whose words were taken over, the host where it wrote them itself.
  party_id uuid not null,
  -- The proposal of which it was made.
  proposal_id uuid,
  made_by text,
  made_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, draft_id, number),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade,
  foreign key (workspace_id, draft_id) references agreement_draft on delete cascade
);
create index agreement_version_partnership on agreement_version (workspace_id, partnership_id);
select protect('agreement_version', 'partnership', array['insert']);
select personal('agreement_version', '{"text": "words", "content": "words", "hash": "nobody", "party_id": "nobody", "made_by": "account"}');

-- A party holds that version to be the one.
create table version_consent (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  version_id uuid not null,
  party_id uuid not null,
  agreed_by text,
  agreed_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, version_id, party_id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade,
  foreign key (workspace_id, version_id) references agreement_version on delete cascade
);
create index version_consent_partnership on version_consent (workspace_id, partnership_id);
select protect('version_consent', 'partnership', array['insert']);
select personal('version_consent', '{"party_id": "nobody", "agreed_by": "account"}');
