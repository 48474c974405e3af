-- When a partnership needs attention, as a workspace says it for itself: one condition in words of its own (core/expression).
create table attention_condition (
  workspace_id uuid primary key references workspace,
  -- Null: nothing was said, or it was taken back.
  expression text check (char_length(expression) between 1 and 2000),
  -- How the language was spoken when it was checked; it is checked again as it is read.
  language_version integer not null,
  changed_at timestamptz not null,
  version integer not null default 1
);
do $$ begin perform protect('attention_condition', 'host'); end $$;
