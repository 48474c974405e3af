-- A promise and an objective are known again by their id in the other system, as deals and activities are.
alter table commitment add column external_id text;
alter table objective add column external_id text;
