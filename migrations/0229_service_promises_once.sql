-- outside a transaction
-- One promise for a service and a time in a partnership, and one occurrence for a clock, however often a job runs.
drop index concurrently if exists commitment_service_once;
create unique index concurrently commitment_service_once on commitment (workspace_id, partnership_id, service, within_hours) where service is not null;
drop index concurrently if exists occurrence_clock;
create unique index concurrently occurrence_clock on occurrence (workspace_id, clock_id) where clock_id is not null;
