-- A promise may be known by the day on which it first falls due, instead of by the start of its term: then every period after it.
-- Empty where the rhythm counts from the start.
alter table commitment add column first_due_on date;
