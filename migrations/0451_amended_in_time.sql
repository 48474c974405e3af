-- An objective that an amendment changed is a version of the one before: which one it follows, how its new figure is read, and when it was
-- learned that a version holds no more. What was known on an earlier day stays as it was known.
alter table objective
  add column replaces_id uuid,
  add column reading text,
  add column ended_at timestamptz,
  add column retracted_at timestamptz;
alter table objective add constraint objective_reading check (reading in ('rate', 'total')) not valid;
alter table objective add constraint objective_replaces foreign key (workspace_id, replaces_id) references objective not valid;

-- What an agreement promises to be answered in time: the word of the clocks that are its due instances. Its hours are business hours.
alter table commitment add column answers text;
alter table commitment add constraint commitment_answers check (
  answers is null or (answers in ('deal_answer') and within_hours is not null and agreement_id is not null)) not valid;

-- Two amendments of one agreement may be written at a time: the second to be signed is brought up to date first.
drop index if exists agreement_draft_open;

-- The PDF that both sides signed, as it was added when the draft was put in force.
alter table agreement_draft add column signed_file_id uuid;
alter table agreement_draft add constraint agreement_draft_signed_file
  foreign key (workspace_id, signed_file_id) references file not valid;
