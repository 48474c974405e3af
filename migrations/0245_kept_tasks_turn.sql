-- Which companies keep to themselves a task whose day is near or has passed and of which nobody was told. Keelson's jobs work for
-- the host and see none of these tasks; they learn which company to ask, and ask as one of its people. Runs as the owner; in
-- PL/pgSQL, because a cluster takes no parameters in SQL functions over distributed tables.
create function companies_with_turned_tasks(workspace uuid, today date, soon_until date) returns table (party_id uuid)
  language plpgsql stable security definer set search_path = public as $$
#variable_conflict use_column
begin
  if workspace <> current_setting('app.workspace_id')::uuid or current_setting('app.side') <> 'host' then return; end if;
  return query
    select t.private_to from task t
      where t.workspace_id = workspace and t.private_to <> workspace and t.state = 'open' and t.overdue_at is null and t.due_on < today
    union
    select t.private_to from task t
      where t.workspace_id = workspace and t.private_to <> workspace and t.state = 'open' and t.warned_at is null
        and t.due_on between today and soon_until;
end $$;
revoke all on function companies_with_turned_tasks(uuid, date, date) from public;
grant execute on function companies_with_turned_tasks(uuid, date, date) to keelson_app;
