-- A new date or a waiver that one party of a promise proposes and the other answers; what was asked at once is one batch.
create table promise_proposal (
  workspace_id uuid not null references workspace,
  id uuid not null,
  batch_id uuid not null,
  occurrence_id uuid not null,
  partnership_id uuid not null,
  -- Who proposes it.
  party_id uuid not null,
  kind text not null check (kind in ('re_date', 'waive')),
  due_on date,
  -- When the promise was due as it was proposed.
  was_due_on date not null,
  reason text not null,
  state text not null default 'open' check (state in ('open', 'confirmed', 'refused', 'withdrawn', 'void', 'recorded')),
  proposed_by text,
  proposed_at timestamptz not null,
  -- Who answered it, or ended it otherwise.
  answered_party_id uuid,
  answered_by text,
  answered_at timestamptz,
  answer text,
  -- Where nobody of the other party can be asked: with whom it was agreed and when, as whoever proposed it says.
  agreed_with text,
  agreed_on date,
  version integer not null default 1,
  primary key (workspace_id, id),
  foreign key (workspace_id, occurrence_id) references occurrence on delete cascade,
  foreign key (workspace_id, partnership_id) references partnership on delete cascade,
  check ((kind = 're_date') = (due_on is not null)),
  check ((agreed_with is null) = (agreed_on is null)),
  check (state <> 'recorded' or agreed_with is not null)
);
create unique index promise_proposal_open on promise_proposal (workspace_id, occurrence_id) where state = 'open';
create index promise_proposal_occurrence on promise_proposal (workspace_id, occurrence_id, proposed_at desc);
create index promise_proposal_batch on promise_proposal (workspace_id, batch_id);
create index promise_proposal_waiting on promise_proposal (workspace_id, party_id, proposed_at) where state = 'open';
select protect('promise_proposal', 'partnership', array['insert', 'update']);
select personal('promise_proposal', '{"reason": "words", "proposed_by": "account", "answered_by": "account", "answer": "words", "agreed_with": "words"}');

-- The due day that was let pass before another was agreed, or that only its own side says was waived or moved: it stays counted as missed.
-- And how it stood before the last act, whose act that was and when, for as long as it can be taken back.
alter table occurrence add column missed_on date, add column undo jsonb;
select personal('occurrence', '{"note": "words", "undo": "words"}');
