-- A proposal that came with a Word file: which file, by name and SHA-256, whether the file itself marks the change, and what else of it no clause can hold.
alter table clause_proposal add column if not exists word jsonb;
select personal('clause_proposal', '{"word": "words"}');
