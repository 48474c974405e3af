-- outside a transaction
drop index concurrently if exists task_plan;
create index concurrently task_plan on task (workspace_id, plan_id, position, id) where plan_id is not null;
