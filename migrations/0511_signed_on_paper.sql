-- outside a transaction
-- contract: two checks are dropped to be made wider; whatever the version before writes fits the wider ones.
-- Somebody signed on paper, and the host uploaded it: the day written on it, the day it counts for as a person decided, by whom, which file.
alter table agreement_signer add column if not exists paper_file_id uuid;
alter table agreement_signer add column if not exists paper_hash text check (paper_hash ~ '^[0-9a-f]{64}$');
alter table agreement_signer add column if not exists paper_on date;
alter table agreement_signer add column if not exists counts_on date;
alter table agreement_signer add column if not exists paper_by_name text check (char_length(paper_by_name) <= 200);
alter table agreement_signer drop constraint if exists agreement_signer_method_check;
alter table agreement_signer add constraint agreement_signer_method_check
  check (method in ('sign_in', 'sign_in_factor', 'link_code', 'paper')) not valid;
-- What is on the paper is no mark that was put down here.
alter table agreement_signer drop constraint if exists agreement_signer_check;
alter table agreement_signer add constraint agreement_signer_check
  check ((state = 'signed' and method <> 'paper') = (mark is not null)) not valid;
alter table agreement_signer drop constraint if exists agreement_signer_paper_check;
alter table agreement_signer add constraint agreement_signer_paper_check
  check ((coalesce(method, '') = 'paper') = (paper_hash is not null and paper_on is not null and counts_on is not null and paper_by_name is not null)) not valid;
alter table agreement_signer drop constraint if exists agreement_signer_paper_file_fkey;
alter table agreement_signer add constraint agreement_signer_paper_file_fkey
  foreign key (workspace_id, paper_file_id) references file not valid;
alter table agreement_signer validate constraint agreement_signer_method_check;
alter table agreement_signer validate constraint agreement_signer_check;
alter table agreement_signer validate constraint agreement_signer_paper_check;
alter table agreement_signer validate constraint agreement_signer_paper_file_fkey;
drop index concurrently if exists agreement_signer_paper_file;
create index concurrently agreement_signer_paper_file on agreement_signer (workspace_id, paper_file_id) where paper_file_id is not null;
select personal('agreement_signer', '{"paper_hash": "nobody", "paper_by_name": "name"}');
