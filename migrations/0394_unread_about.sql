-- outside a transaction
drop index concurrently if exists notification_unread_about;
create index concurrently notification_unread_about on notification (workspace_id, about_id) where read_at is null and about_id is not null;
