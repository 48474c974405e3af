-- outside a transaction
alter table program_evaluation validate constraint program_evaluation_outcome_check;
