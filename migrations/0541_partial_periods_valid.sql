-- outside a transaction
alter table commitment validate constraint commitment_periods;
alter table occurrence validate constraint occurrence_amount;
