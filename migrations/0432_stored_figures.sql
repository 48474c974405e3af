-- What follows from the facts of a partnership, as one row that the acts themselves keep: lists are sorted and filtered by it. It is
-- the host's alone; `as_of` is the day for which it was reckoned as a whole, and null where it was not yet.
create table partnership_figures (
  workspace_id uuid not null,
  partnership_id uuid not null,
  as_of date,
  kept_host integer,
  due_host integer,
  kept_partner integer,
  due_partner integer,
  open_host integer,
  open_partner integer,
  overdue_host integer,
  overdue_partner integer,
  older_host integer,
  older_partner integer,
  kept_host_bps integer generated always as (case when due_host > 0 then kept_host * 10000 / due_host end) stored,
  kept_partner_bps integer generated always as (case when due_partner > 0 then kept_partner * 10000 / due_partner end) stored,
  next_due_on date,
  agreement_id uuid,
  ends_on date,
  notice_on date,
  last_activity_at timestamptz,
  last_contact_at timestamptz,
  drift_state text check (drift_state in ('drifting', 'silent', 'steady', 'not_scored')),
  is_drifting boolean,
  silent_since date,
  onset_on date,
  onset_low date,
  onset_high date,
  changed_since date,
  first_side text check (first_side in ('host', 'partner', 'both', 'undetermined')),
  drift_probability double precision,
  drift_case_id uuid,
  revenue double precision,
  value double precision,
  primary key (workspace_id, partnership_id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade
) with (fillfactor = 85);
create index partnership_figures_kept_host on partnership_figures (workspace_id, kept_host_bps, partnership_id);
create index partnership_figures_kept_partner on partnership_figures (workspace_id, kept_partner_bps, partnership_id);
create index partnership_figures_overdue_host on partnership_figures (workspace_id, overdue_host, partnership_id);
create index partnership_figures_overdue_partner on partnership_figures (workspace_id, overdue_partner, partnership_id);
create index partnership_figures_due on partnership_figures (workspace_id, next_due_on, partnership_id);
create index partnership_figures_notice on partnership_figures (workspace_id, notice_on, partnership_id);
create index partnership_figures_end on partnership_figures (workspace_id, ends_on, partnership_id);
create index partnership_figures_activity on partnership_figures (workspace_id, last_activity_at, partnership_id);
create index partnership_figures_contact on partnership_figures (workspace_id, last_contact_at, partnership_id);
create index partnership_figures_onset on partnership_figures (workspace_id, onset_on, partnership_id);
create index partnership_figures_drift on partnership_figures (workspace_id, drift_probability, partnership_id);
create index partnership_figures_value on partnership_figures (workspace_id, value, partnership_id);
create index partnership_figures_drifting on partnership_figures (workspace_id, partnership_id) where is_drifting or drift_state = 'silent';
select protect('partnership_figures', 'host');
