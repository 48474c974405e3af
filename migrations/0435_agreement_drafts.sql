-- Who signed an agreement for each side, as somebody says; empty is not on file.
alter table agreement add column host_signer text, add column partner_signer text;
select personal('agreement', '{"title": "words", "host_signer": "words", "partner_signer": "words"}');

-- What is written and not in force: a first version, which becomes the agreement of the same id, or an amendment of one. It binds nobody,
-- and nothing that falls due or is counted is made from it before it is put in force.
create table agreement_draft (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  -- The agreement it amends.
  agreement_id uuid,
  kind text not null check (kind in ('first', 'correction', 'change')),
  state text not null default 'draft' check (state in ('draft', 'in_review', 'agreed', 'in_force', 'withdrawn')),
  content jsonb not null,
  -- What the agreement held when the amendment was begun, and once it is in force what it held until then.
  base jsonb,
  -- The day from which a change holds; a correction holds from the beginning.
  valid_from date,
  reason text,
  host_signer text,
  partner_signer text,
  signed_on date,
  in_force_at timestamptz,
  -- Kept to the host until it is sent to review.
  private_to uuid,
  visibility text not null generated always as (
    case when private_to is null then 'shared' when private_to = workspace_id then 'host' else 'partner' end) stored,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade,
  foreign key (workspace_id, agreement_id) references agreement on delete cascade,
  check ((kind = 'first') = (agreement_id is null)),
  check ((kind = 'change') = (valid_from is not null)),
  check ((state = 'in_force') = (in_force_at is not null))
);
create index agreement_draft_partnership on agreement_draft (workspace_id, partnership_id, id desc);
create index agreement_draft_agreement on agreement_draft (workspace_id, agreement_id, id) where agreement_id is not null;
-- Two amendments of one agreement at a time would each not know of the other.
create unique index agreement_draft_open on agreement_draft (workspace_id, agreement_id)
  where agreement_id is not null and state in ('draft', 'in_review', 'agreed');
create index agreement_draft_waiting on agreement_draft (workspace_id, valid_from) where state = 'agreed';
select protect('agreement_draft', 'partnership with privacy');
select personal('agreement_draft', '{"content": "words", "base": "words", "reason": "words", "host_signer": "words", "partner_signer": "words"}');

-- An objective that an amendment replaced is the one that counts on the days before it.
alter table objective add column valid_from date, add column valid_until date;
