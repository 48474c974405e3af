-- A promise is kept with a file as evidence, and an agreement names the file that both sides signed.
alter table evidence add column file_id uuid,
  drop constraint evidence_kind_check,
  add constraint evidence_kind_check check (kind in ('activity','link','note','confirmation','file')),
  add constraint evidence_file check ((kind = 'file') = (file_id is not null)),
  add foreign key (workspace_id, file_id) references file;
create index evidence_file on evidence (workspace_id, file_id) where file_id is not null;

alter table agreement add column signed_file_id uuid,
  add foreign key (workspace_id, signed_file_id) references file;
create index agreement_signed_file on agreement (workspace_id, signed_file_id) where signed_file_id is not null;
