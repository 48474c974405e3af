-- outside a transaction
drop index concurrently if exists partnership_figures_name;
create index concurrently partnership_figures_name on partnership_figures (workspace_id, name, partnership_id);
drop index concurrently if exists partnership_figures_updated;
create index concurrently partnership_figures_updated on partnership_figures (workspace_id, updated_at, partnership_id);
drop index concurrently if exists partnership_figures_type;
create index concurrently partnership_figures_type on partnership_figures (workspace_id, type, partnership_id);
drop index concurrently if exists partnership_figures_stage;
create index concurrently partnership_figures_stage on partnership_figures (workspace_id, stage, partnership_id);
drop index concurrently if exists partnership_figures_tier;
create index concurrently partnership_figures_tier on partnership_figures (workspace_id, tier, partnership_id);
drop index concurrently if exists partnership_figures_region;
create index concurrently partnership_figures_region on partnership_figures (workspace_id, region, partnership_id);
drop index concurrently if exists partnership_figures_program;
create index concurrently partnership_figures_program on partnership_figures (workspace_id, program, partnership_id);
-- Those of one type by name, the list that is narrowed most: reading the others' rows in between took five times as long.
drop index concurrently if exists partnership_figures_name_in_type;
create index concurrently partnership_figures_name_in_type on partnership_figures (workspace_id, type, name, partnership_id);
