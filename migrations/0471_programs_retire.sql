-- A program that was retired: since when, and why. Whoever was in it left with it, and reads since when.
alter table program
  add column retired_on date,
  add column retired_reason text;
alter table enrolment add column retired_on date;
select personal('program', '{"retired_reason": "words"}');
