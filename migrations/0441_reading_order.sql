-- outside a transaction
-- Lists by name in the order in which a reader looks for them (platform/reading-order.ts): an index serves one collation only.
drop index concurrently if exists organization_as_read;
create index concurrently organization_as_read on organization (workspace_id, name collate "und-x-icu", id);
drop index concurrently if exists contact_as_read;
create index concurrently contact_as_read on contact (workspace_id, name collate "und-x-icu", id);
