-- What a side wants one clause, or one term, of an agreement's text to be instead. Kept to its own side until it is sent.
create table clause_proposal (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  draft_id uuid not null,
  -- Who proposes.
  party_id uuid not null,
  -- The version it was written upon.
  base_number integer not null,
  -- What becomes of which clause or term.
  change jsonb not null,
  reason text,
  state text not null check (state in ('draft', 'open', 'accepted', 'rejected', 'withdrawn')),
  proposed_by text,
  proposed_at timestamptz,
  answered_party_id uuid,
  answered_by text,
  answered_at timestamptz,
  answer text,
  -- The version that was made of it.
  made_number integer,
  private_to uuid,
  visibility text not null generated always as (
    case when private_to is null then 'shared' when private_to = workspace_id then 'host' else 'partner' end) stored,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade,
  foreign key (workspace_id, draft_id) references agreement_draft on delete cascade,
  check (state <> 'draft' or proposed_at is null),
  check (state <> 'draft' or private_to is not null),
  check ((state in ('open', 'draft')) = (answered_at is null)),
  check ((state = 'accepted') = (made_number is not null))
);
create index clause_proposal_draft on clause_proposal (workspace_id, draft_id, id);
create index clause_proposal_partnership on clause_proposal (workspace_id, partnership_id, id);
create index clause_proposal_waiting on clause_proposal (workspace_id, proposed_at, id) where state = 'open';
select protect('clause_proposal', 'partnership with privacy', array['insert', 'update']);
select personal('clause_proposal', '{"party_id": "nobody", "change": "words", "reason": "words", "proposed_by": "account", "answered_party_id": "nobody",
  "answered_by": "account", "answer": "words"}');
