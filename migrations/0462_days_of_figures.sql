-- outside a transaction
drop index concurrently if exists partnership_figures_changes;
create index concurrently partnership_figures_changes on partnership_figures (workspace_id, changes_on, partnership_id);
drop index concurrently if exists partnership_figures_unmade;
create index concurrently partnership_figures_unmade on partnership_figures (workspace_id, partnership_id) where as_of is null or line is null;
