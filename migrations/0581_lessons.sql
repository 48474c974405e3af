-- What was learnt of a partnership that has ended: the host's own, shown while somebody like it is decided on.
create table partnership_lesson (
  workspace_id uuid not null references workspace,
  id uuid not null,
  partnership_id uuid not null,
  words text not null,
  written_by uuid,
  version integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (workspace_id, id),
  unique (workspace_id, partnership_id),
  foreign key (workspace_id, partnership_id) references partnership,
  foreign key (workspace_id, written_by) references member
);
create index partnership_lesson_written_by on partnership_lesson (workspace_id, written_by);
select protect('partnership_lesson', 'host');
select personal('partnership_lesson', '{"words": "words", "written_by": "member"}');
