alter table objective validate constraint objective_reading;
alter table objective validate constraint objective_replaces;
alter table commitment validate constraint commitment_answers;
alter table agreement_draft validate constraint agreement_draft_signed_file;
