-- What can end a piece of news, so that it is found by it: a word in a document cannot be looked up by an index under row-level security. Null is news
-- that nothing ends, and what a server of the version before tells meanwhile, which then stays until it is read.
alter table notification add column about_id uuid;
update notification set about_id = (payload ->> 'commentId')::uuid where read_at is null and payload ? 'commentId';
