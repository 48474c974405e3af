-- Totals of activity over a whole workspace, and a fixed sample of like partnerships whose common movement is the market.
create index activity_occurred on activity (workspace_id, occurred_at);
create index partnership_cohort on partnership (workspace_id, type, md5(id::text));
