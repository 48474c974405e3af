-- Which periods a promise counts, its own or the calendar's, and what a part of one asks for (docs/decisions/0083). What is null was
-- never asked, and counts from the promise's own first day.
alter table commitment add column periods text;
alter table commitment add column partial text;
alter table commitment add column first_amount numeric;
alter table commitment add column last_amount numeric;
alter table commitment add constraint commitment_periods check (
  periods in ('contract', 'calendar') and partial in ('first_full', 'pro_rata')
  and (partial is null or periods = 'calendar') and first_amount >= 0 and last_amount >= 0) not valid;
select personal('commitment', '{"periods": "nobody", "partial": "nobody"}');
-- What a due instance asks for where it is not what its promise says of a whole period.
alter table occurrence add column amount numeric;
alter table occurrence add constraint occurrence_amount check (amount > 0) not valid;
