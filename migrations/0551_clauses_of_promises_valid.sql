-- outside a transaction
alter table commitment validate constraint commitment_clause_key;
alter table objective validate constraint objective_clause_key;
alter table agreement_version validate constraint agreement_version_clause_keys;
