-- outside a transaction
alter table thread validate constraint thread_resolved;
drop index concurrently if exists comment_words;
create index concurrently comment_words on comment using gin (workspace_id, text_key(body) gin_trgm_ops) where removed_at is null;
