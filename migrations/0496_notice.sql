-- Notice as contracts write it: in days, weeks or months, to any day or only to the end of a month, quarter, half-year or of the term,
-- counted from when it was received or given, not before so many months; and for how long a term renews. What is null is as it was:
-- to the end of the term, from when it was received, in the workspace's time zone.
alter table agreement add column notice_weeks integer;
alter table agreement add column notice_months integer;
alter table agreement add column notice_to text;
alter table agreement add column notice_counts text;
alter table agreement add column notice_opens_months integer;
alter table agreement add column renewal_months integer;
-- Where days end: the agreement's own zone, else the workspace's.
alter table agreement add column time_zone text;
-- The end as it was signed, once it has been renewed, and how often it was.
alter table agreement add column first_ends_on date;
alter table agreement add column renewed integer not null default 0;
-- The last day of notice by the calendar; `notice_on` is the workday by which to act. The server fills it when it starts.
alter table agreement add column last_notice_on date;

-- contract: a check that let only days pass, and notice days of agreements with an end; nothing reads it.
alter table agreement drop constraint agreement_notice_on;
alter table agreement add constraint agreement_notice_said check (
  num_nonnulls(notice_days, notice_weeks, notice_months) <= 1
  and notice_weeks between 0 and 520 and notice_months between 0 and 120 and notice_opens_months between 1 and 120
  and renewal_months between 1 and 240
  and notice_to in ('any_day', 'month', 'quarter', 'half_year', 'term') and notice_counts in ('received', 'given')
  and notice_on <= last_notice_on and renewed >= 0 and (renewed = 0) = (first_ends_on is null)) not valid;
select personal('agreement', '{"notice_to": "nobody", "notice_counts": "nobody", "time_zone": "nobody"}');

-- That a party gave notice: when it was given or received, from which of the two it counts, and when it ends the agreement. It stands
-- until it is withdrawn; of one agreement one stands.
create table notice_given (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  agreement_id uuid not null,
  party_id uuid not null,
  given_on date,
  received_on date,
  counts_on date not null,
  ends_on date not null,
  -- What it ended: the term as it stood, with its renewals. A notice that was in time and is entered late takes a renewal back.
  before_ends_on date,
  before_first_ends_on date,
  before_renewed integer not null,
  reason text,
  given_by text,
  recorded_at timestamptz not null,
  -- When the agreement was ended by it.
  heeded_at timestamptz,
  withdrawn_at timestamptz,
  withdrawn_by text,
  withdrawn_because text,
  primary key (workspace_id, id),
  foreign key (workspace_id, partnership_id) references partnership on delete cascade,
  foreign key (workspace_id, agreement_id) references agreement on delete cascade,
  check (given_on is not null or received_on is not null),
  check ((withdrawn_at is null) = (withdrawn_because is null))
);
create unique index notice_given_standing on notice_given (workspace_id, agreement_id) where withdrawn_at is null;
create index notice_given_agreement on notice_given (workspace_id, agreement_id, recorded_at);
create index notice_given_partnership on notice_given (workspace_id, partnership_id, id);
select protect('notice_given', 'partnership', array['insert']);
select personal('notice_given', '{"party_id": "nobody", "reason": "words", "given_by": "account", "withdrawn_by": "account", "withdrawn_because": "words"}');

-- Periods that begin on a 29th, 30th or 31st end on the last day of a month too short for that number, and no longer the day before:
-- of what has its days already, the next is not made a second time a day later.
alter table commitment no force row level security;
alter table occurrence no force row level security;
update commitment c set occurrences_until = made.last + 1
from (
  select o.workspace_id, o.commitment_id, max(o.first_due_on) as last from occurrence o
  join commitment m on m.workspace_id = o.workspace_id and m.id = o.commitment_id
  where extract(day from m.starts_on) > 28 and m.cadence in ('monthly', 'quarterly', 'yearly') and m.first_due_on is null
  group by 1, 2) made
where c.workspace_id = made.workspace_id and c.id = made.commitment_id and c.occurrences_until = made.last;
alter table commitment force row level security;
alter table occurrence force row level security;
