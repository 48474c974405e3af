-- First steps that somebody does not want to be told of any more. That a step is done is nowhere written: it is read from what is there.
create table dismissed_step (
  workspace_id uuid not null references workspace,
  user_id text not null,
  step text not null,
  primary key (workspace_id, user_id, step)
);
select protect('dismissed_step', 'person');
select personal('dismissed_step', '{"user_id": "own rows"}');
