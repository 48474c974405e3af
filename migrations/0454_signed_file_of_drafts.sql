-- outside a transaction
drop index concurrently if exists agreement_draft_signed_file;
create index concurrently agreement_draft_signed_file on agreement_draft (workspace_id, signed_file_id) where signed_file_id is not null;
