-- Which edition of the rule a request was asked by, which steps it left out and why, since when the step it has reached waits, and when
-- those it waits for were last reminded. Unknown of requests from before; the previous version goes on without knowing them.
alter table approval
  add column rule_edition integer check (rule_edition > 0),
  add column left_out jsonb not null default '[]' check (jsonb_typeof(left_out) = 'array' and jsonb_array_length(left_out) <= 5),
  add column reached_at timestamptz,
  add column reminded_at timestamptz,
  add column escalated_at timestamptz;
