-- A round in which a version of an agreement's text is signed. What is signed is its SHA-256: words, terms, promises and goals.
create table agreement_signing (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  draft_id uuid not null,
  version_id uuid not null,
  hash text not null,
  state text not null check (state in ('open', 'signed', 'declined', 'recalled')),
  -- One after the other, by their places; else in whatever order.
  is_ordered boolean not null,
  -- Whether a signer may hand over to somebody else of their own party.
  may_hand_over boolean not null,
  started_by text,
  started_at timestamptz not null,
  -- Who ended it otherwise than by signing, and why.
  ended_party_id uuid,
  ended_name text,
  ended_at timestamptz,
  reason text,
  -- Other companies of a consortium read the reason only where whoever declined wants it.
  is_reason_shared boolean not null default false,
  -- When what all had signed was put in force, or why it could not be.
  concluded_at timestamptz,
  sealed_at timestamptz,
  stuck text,
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade,
  foreign key (workspace_id, draft_id) references agreement_draft on delete cascade,
  foreign key (workspace_id, version_id) references agreement_version on delete cascade,
  check ((state = 'open') = (ended_at is null)),
  check (state in ('open', 'signed') or ended_party_id is not null),
  check (concluded_at is null or state = 'signed')
);
-- Of one draft one round is under way.
create unique index agreement_signing_open on agreement_signing (workspace_id, draft_id) where state = 'open';
create index agreement_signing_draft on agreement_signing (workspace_id, draft_id, started_at);
create index agreement_signing_partnership on agreement_signing (workspace_id, partnership_id, id);
create index agreement_signing_waiting on agreement_signing (workspace_id, id) where state = 'open' or (state = 'signed' and concluded_at is null);
select protect('agreement_signing', 'partnership', array['update']);
select personal('agreement_signing', '{"started_by": "account", "ended_party_id": "nobody", "ended_name": "name", "reason": "words"}');

-- Who signs in a round. Names, addresses and the way of signing stay as they were on that day.
create table agreement_signer (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  signing_id uuid not null,
  party_id uuid not null,
  place smallint not null,
  name text not null,
  email text not null,
  -- Whoever has an account signs with it; everybody else by a link and a code from their mailbox.
  user_id text,
  state text not null check (state in ('waiting', 'signed', 'declined', 'replaced', 'removed')),
  -- When they were asked the first time, because it was their turn, and the last time.
  asked_at timestamptz,
  reminded_at timestamptz,
  -- What they put down: a typed name, or strokes.
  mark jsonb,
  method text check (method in ('sign_in', 'sign_in_factor', 'link_code')),
  address text,
  done_at timestamptz,
  -- Instead of whom they sign, who arranged that, when and why.
  instead_of uuid,
  replaced_by_name text,
  replace_reason text,
  added_at timestamptz not null,
  version integer not null default 1,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade,
  foreign key (workspace_id, signing_id) references agreement_signing on delete cascade,
  check ((state = 'signed') = (mark is not null)),
  check ((state = 'signed') = (method is not null)),
  check ((state = 'waiting') = (done_at is null))
);
create index agreement_signer_signing on agreement_signer (workspace_id, signing_id, place, added_at);
create index agreement_signer_partnership on agreement_signer (workspace_id, partnership_id, id);
create index agreement_signer_user on agreement_signer (workspace_id, user_id, id) where state = 'waiting';
create index agreement_signer_waiting on agreement_signer (workspace_id, reminded_at, id) where state = 'waiting' and asked_at is not null;
select protect('agreement_signer', 'partnership', array['insert', 'update']);
select personal('agreement_signer', '{"party_id": "nobody", "name": "name of email", "email": "address", "user_id": "account", "mark": "words",
  "address": "detail of email", "replaced_by_name": "name", "replace_reason": "words", "instead_of": "nobody"}');
