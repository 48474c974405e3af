-- What somebody was told is in their inbox until they are done with it, or put it off until a day. What they had read before is done with.
alter table notification add column done_at timestamptz, add column snoozed_until date;
update notification set done_at = read_at where read_at is not null;
