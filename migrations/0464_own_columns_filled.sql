-- outside a transaction
-- One workspace after the other, so that nobody waits for all of them: a list narrowed by a kind must not lack what nobody touched since. A line
-- with several tags is made anew, because they stand in another order now; until then it is read from the facts. (A semicolon that ends a
-- line ends the statement: within one it begins the next.)
do $$ declare one uuid
; begin
  for one in select id from workspace loop
    update partnership_figures f set name = p.name, type = p.type, stage = p.stage, tier = p.tier, region = p.region, program = p.program,
        updated_at = p.updated_at,
        line = case when (select count(*) from partnership_tag t where t.workspace_id = one and t.partnership_id = p.id) < 2 then f.line end
      from partnership p
      where f.workspace_id = one and p.workspace_id = one and p.id = f.partnership_id and f.name is null
  ; commit
  ; end loop
; end $$;
