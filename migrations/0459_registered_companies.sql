-- outside a transaction
drop index concurrently if exists organization_registered;
create index concurrently organization_registered on organization (workspace_id, (registration_key(registration_number))) where registration_number is not null;
