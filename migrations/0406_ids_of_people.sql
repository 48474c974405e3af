-- A person of a partner is known again by their id in the other system, whatever they are called by then.
alter table contact add column external_id text;
select personal('contact', '{"external_id": "detail of id"}');
