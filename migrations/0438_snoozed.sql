-- What somebody has put off until a day: a thing of one of the lists of what waits, by the list's name and the thing's id. It comes back by
-- itself on that day.
create table snooze (
  workspace_id uuid not null references workspace,
  user_id text not null,
  list text not null,
  thing_id uuid not null,
  until_on date not null,
  primary key (workspace_id, user_id, list, thing_id)
);
select protect('snooze', 'person');
select personal('snooze', '{"user_id": "own rows"}');
