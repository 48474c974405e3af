-- A promise or a goal knows the clause that it comes from, by the key that the clause keeps wherever it stands (docs/decisions/0084).
alter table commitment add column clause_key text;
alter table commitment add constraint commitment_clause_key check (clause_key ~ '^[a-z0-9][a-z0-9-]{0,59}$') not valid;
select personal('commitment', '{"clause_key": "nobody"}');
alter table objective add column clause_key text;
alter table objective add constraint objective_clause_key check (clause_key ~ '^[a-z0-9][a-z0-9-]{0,59}$') not valid;
select personal('objective', '{"clause_key": "nobody"}');

-- Of two clauses with one key nobody could say in which of them something was promised: no version has them, whoever writes it.
create function clause_keys_once(words jsonb) returns boolean language sql immutable parallel safe as $$
  select count(*) = count(distinct clause ->> 'key') from jsonb_array_elements(words -> 'clauses') clause
$$;
alter table agreement_version add constraint agreement_version_clause_keys check (clause_keys_once(text)) not valid;
