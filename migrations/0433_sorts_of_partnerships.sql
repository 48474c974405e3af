-- outside a transaction
drop index concurrently if exists partnership_by_type;
create index concurrently partnership_by_type on partnership (workspace_id, type, id);
drop index concurrently if exists partnership_by_stage;
create index concurrently partnership_by_stage on partnership (workspace_id, stage, id);
drop index concurrently if exists partnership_by_tier;
create index concurrently partnership_by_tier on partnership (workspace_id, tier, id);
drop index concurrently if exists partnership_by_region;
create index concurrently partnership_by_region on partnership (workspace_id, region, id);
drop index concurrently if exists partnership_by_program;
create index concurrently partnership_by_program on partnership (workspace_id, program, id);
