-- outside a transaction
alter table agreement_draft validate constraint agreement_draft_base_version_fkey;
drop index concurrently if exists agreement_draft_base_version;
create index concurrently agreement_draft_base_version on agreement_draft (workspace_id, base_version_id) where base_version_id is not null;
