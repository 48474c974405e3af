-- Promises in motion: when an occurrence opens and lapses, who reported it, what was taken back, and what was told to whom.

-- Copied from the commitment, so that the daily turn of the register is a range on one index.
alter table occurrence
  add column window_days integer not null default 0 check (window_days between 0 and 366),
  -- The day on which its side says it was kept, while the other side's word is still awaited.
  add column reported_on date;

create index occurrence_opens on occurrence (workspace_id, (due_on - window_days)) where state in ('upcoming', 're_agreed');
create index occurrence_lapses on occurrence (workspace_id, (due_on + window_days)) where state = 'due';
create index occurrence_register on occurrence (workspace_id, due_on, id);
create index occurrence_side on occurrence (workspace_id, owed_by, state, due_on, id);

-- Evidence is never deleted: an undone report keeps what was said.
alter table evidence add column retracted_at timestamptz;

-- Commitments whose occurrences are not made far enough ahead; '9999-12-31' says that all there will be are made.
create index commitment_ahead on commitment (workspace_id, (coalesce(occurrences_until, '0001-01-01'::date)));

create index agreement_notice on agreement (workspace_id, (ends_on - coalesce(notice_days, 0))) where state = 'in_force';

-- The day of the digest that carried a notification, so that a person gets one digest a day.
alter table notification add column digest_on date;
create index notification_unread on notification (workspace_id, user_id) where read_at is null;
create index notification_unmailed on notification (workspace_id, user_id) where mailed_at is null;
create index drift_case_open on drift_case (workspace_id, onset_on) where state = 'open';

-- A partner's report changes the facts behind the signals too, so it may say that its own partnership needs another scan.
create policy partner_touches on stale_partnership to keelson_app using (
  workspace_id = current_setting('app.workspace_id')::uuid and current_setting('app.side') = 'partner'
  and partnership_id = any(string_to_array(current_setting('app.partnerships'), ',')::uuid[]));
